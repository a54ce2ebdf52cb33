/** Real: the app on a port, both databases, the outbox. Not real: the clock; hour records are rows of the spec. */
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { inboxRoutes } from '@xiaolin/shared-types/inbox/routes';
import { peopleRoutes } from '@xiaolin/shared-types/people/routes';
import { rankingRoutes } from '@xiaolin/shared-types/rankings/routes';
import { studentRoutes as routes } from '@xiaolin/shared-types/students/routes';
import { codeOf, onRunningApp, valueOf } from '../../../test/app.js';
import { aMembership, anOrganization, aPerson } from '../../../test/builders.js';
import { someHours } from '../../../test/hour-builders.js';
import { aPlainActivity } from '../../../test/shift-builders.js';

onRunningApp('students and their campus over HTTP', (app) => {
  let keys = 0;
  const key = () => `key-${String((keys += 1)).padStart(8, '0')}`;
  let serial = 0;
  let campus = '';
  let school = '';

  beforeAll(async () => {
    await app().seed(async (tx) => {
      await anOrganization(tx, { id: 'street', kind: 'street' });
      await aPlainActivity(tx, { id: 'activity', organizationId: 'street' });
    });
  });

  /** A campus of its own for each test, with its coordinator `c-<campus>`. */
  beforeEach(async () => {
    serial += 1;
    campus = `u${serial}`;
    school = `s${serial}`;
    app().clock.set('2026-11-25T02:00:00.000Z');
    await app().seed(async (tx) => {
      const university = await anOrganization(tx, { id: campus, kind: 'university', name: `大学${serial}` });
      await anOrganization(tx, { id: school, kind: 'school', parentPath: university.path, name: '文化学院' });
      await aPerson(tx, { id: `c-${campus}` });
      await aMembership(tx, `c-${campus}`, campus, 'coordinator');
    });
  });

  const say = (as: string, given: Partial<Parameters<typeof body>[0]> = {}) =>
    app().call(routes.save, { body: body(given), as });
  const body = (given: {
    studentNumber?: string;
    realName?: string;
    schoolId?: string | null;
    className?: string | null;
    universityId?: string;
  }) => ({
    universityId: campus,
    schoolId: school,
    studentNumber: '20250001',
    realName: '杨思远',
    className: '舞蹈一班',
    entryYear: 2025,
    ...given,
  });
  const student = async (name = '杨思远') => {
    const { id } = await app().seed((tx) => aPerson(tx, { name }));
    return id;
  };
  const mine = async (as: string) => valueOf(await app().call(routes.mine, { as })).profile;
  const listed = async (state: 'waiting' | 'verified' | 'rejected' | 'withdrawn', as = `c-${campus}`) =>
    valueOf(await app().call(routes.listForCampus, { query: { state, limit: '100' }, as })).items;
  const decide = async (
    people: string[],
    decision: 'verify' | 'reject' | 'withdraw' = 'verify',
    given: { as?: string; reason?: string; requestKey?: string } = {},
  ) => {
    const { as = `c-${campus}`, requestKey = key(), reason } = given;
    const seen = await Promise.all(people.map(async (id) => (await mine(id))?.submittedAt ?? null));
    return app().call(routes.decide, {
      body: {
        requestKey,
        decision,
        students: people.map((personId, at) => ({ personId, submittedAt: seen[at] ?? null })),
        ...(reason !== undefined && { reason }),
      },
      as,
    });
  };
  const verified = async (given: Parameters<typeof say>[1] = {}, name?: string) => {
    const id = await student(name);
    valueOf(await say(id, { studentNumber: `n-${id}`, ...given }));
    expect(valueOf(await decide([id])).decided).toEqual([id]);
    return id;
  };
  const served = (
    personId: string,
    minutes: number,
    status = 'confirmed',
    startsAt = '2026-11-10T02:00:00.000Z',
  ) =>
    app().seed((tx) =>
      someHours(tx, { personId, minutes, status, startsAt, unitId: 'street', activityId: 'activity' }),
    );

  it('waits until the campus verifies, and waits again after a change', async () => {
    const id = await student();
    expect(await mine(id)).toBeNull();
    valueOf(await say(id));
    expect(await mine(id)).toMatchObject({ state: 'waiting', schoolName: '文化学院', className: '舞蹈一班' });
    expect((await listed('waiting')).map(({ personId }) => personId)).toEqual([id]);
    valueOf(await decide([id]));
    expect(await mine(id)).toMatchObject({ state: 'verified', reason: null });
    valueOf(await say(id));
    expect((await mine(id))?.state).toBe('verified');
    expect(valueOf(await app().call(peopleRoutes.me, { as: id })).student?.verified).toBe(true);
    app().clock.advance(1);
    valueOf(await say(id, { realName: '杨思' }));
    expect(await mine(id)).toMatchObject({ state: 'waiting', realName: '杨思' });
    expect((await listed('waiting'))[0]).toMatchObject({ displayName: '杨思远', realName: '杨思' });
    valueOf(await decide([id]));
    app().clock.advance(1);
    valueOf(await say(id, { studentNumber: '20250002' }));
    expect((await mine(id))?.state).toBe('waiting');
    expect(valueOf(await app().call(peopleRoutes.me, { as: id })).student?.verified).toBe(false);
  });

  it('takes no school of another university and no community for one', async () => {
    const id = await student();
    const other = await app().seed((tx) =>
      anOrganization(tx, { kind: 'school', parentPath: '/elsewhere/', name: '别的学院' }),
    );
    expect(codeOf(await say(id, { schoolId: other.id }))).toBe('organization.unknown');
    expect(codeOf(await say(id, { universityId: 'street', schoolId: null }))).toBe('organization.unknown');
  });

  it('rejects with a reason that the student reads, once, and never without', async () => {
    const id = await student();
    valueOf(await say(id));
    expect(codeOf(await decide([id], 'reject'))).toBe('request.invalid');
    const requestKey = key();
    const outcome = valueOf(await decide([id], 'reject', { reason: '学号少一位', requestKey }));
    expect(valueOf(await decide([id], 'reject', { reason: '学号少一位', requestKey }))).toEqual(outcome);
    expect(await mine(id)).toMatchObject({ state: 'rejected', reason: '学号少一位' });
    await app().deliverOutbox();
    const { items } = valueOf(await app().call(inboxRoutes.list, { query: {}, as: id }));
    expect(items).toMatchObject([{ kind: 'student.rejected', facts: { reason: '学号少一位' } }]);
    expect(valueOf(await decide([id], 'withdraw', { reason: '已毕业' })).refused).toEqual([
      { personId: id, code: 'student.wrong-state' },
    ]);
    valueOf(await say(id));
    expect(await mine(id)).toMatchObject({ state: 'waiting', reason: null });
  });

  it('withdraws what it had verified, with a reason', async () => {
    const id = await verified();
    valueOf(await decide([id], 'withdraw', { reason: '已毕业' }));
    expect(await mine(id)).toMatchObject({ state: 'withdrawn', reason: '已毕业' });
    expect(valueOf(await app().call(peopleRoutes.me, { as: id })).student?.verified).toBe(false);
    const trail = await app().uow.read((tx) =>
      tx.query(
        'SELECT action, scope_id, actor_role, before_state, after_state FROM journal WHERE subject_id = ? ORDER BY at, id',
        [id],
      ),
    );
    expect(trail).toContainEqual({
      action: 'withdraw',
      scope_id: campus,
      actor_role: 'coordinator',
      before_state: 'verified',
      after_state: 'withdrawn',
    });
  });

  it('gives one number to one student, also to two in one request', async () => {
    const [first, second] = [await student(), await student()];
    for (const id of [first, second]) valueOf(await say(id));
    expect((await listed('waiting')).map(({ numberNamedTwice }) => numberNamedTwice)).toEqual([true, true]);
    const { decided, refused } = valueOf(await decide([first, second]));
    expect([decided, refused]).toEqual([[first], [{ personId: second, code: 'student.number-taken' }]]);
    expect(valueOf(await decide([second])).refused).toEqual([
      { personId: second, code: 'student.number-taken' },
    ]);
  });

  it('verifies one of two with one number when two coordinators decide at once', async () => {
    await app().seed(async (tx) => {
      await aPerson(tx, { id: `d-${campus}` });
      await aMembership(tx, `d-${campus}`, campus, 'coordinator');
    });
    const [first, second] = [await student(), await student()];
    for (const id of [first, second]) valueOf(await say(id));
    await Promise.all([decide([first]), decide([second], 'verify', { as: `d-${campus}` })]);
    expect(await listed('verified')).toHaveLength(1);
  });

  it('decides nothing that changed since it was looked at', async () => {
    const id = await student();
    valueOf(await say(id));
    const before = (await mine(id))?.submittedAt ?? null;
    app().clock.advance(1);
    valueOf(await say(id, { studentNumber: '20259999' }));
    const outcome = await app().call(routes.decide, {
      body: { requestKey: key(), decision: 'verify', students: [{ personId: id, submittedAt: before }] },
      as: `c-${campus}`,
    });
    expect(valueOf(outcome).refused).toEqual([{ personId: id, code: 'student.changed-meanwhile' }]);
  });

  it('lets nobody vouch for themselves', async () => {
    valueOf(await say(`c-${campus}`));
    expect(valueOf(await decide([`c-${campus}`])).refused).toEqual([
      { personId: `c-${campus}`, code: 'student.own' },
    ]);
  });

  it('shows a coordinator their own campus only, and a school its own school', async () => {
    const id = await verified({ className: '一班' });
    const alone = await verified({ schoolId: null, className: '直属班' });
    await served(id, 100);
    await app().seed(async (tx) => {
      await anOrganization(tx, { id: `other-${campus}`, kind: 'university' });
      for (const [person, unit] of [
        [`foreign-${campus}`, `other-${campus}`],
        [`school-${campus}`, school],
      ] as const) {
        await aPerson(tx, { id: person });
        await aMembership(tx, person, unit, 'coordinator');
      }
    });
    const foreign = `foreign-${campus}`;
    expect(await listed('verified', foreign)).toEqual([]);
    expect(valueOf(await app().call(routes.hours, { query: {}, as: foreign }))).toMatchObject({
      total: { students: 0, confirmedMinutes: 0 },
      rows: [],
    });
    expect(valueOf(await decide([id], 'withdraw', { reason: '试试', as: foreign })).refused).toEqual([
      { personId: id, code: 'access.out-of-scope' },
    ]);
    expect((await listed('verified', `school-${campus}`)).map(({ personId }) => personId)).toEqual([id]);
    expect(
      valueOf(await decide([alone], 'withdraw', { reason: '试试', as: `school-${campus}` })).refused,
    ).toEqual([{ personId: alone, code: 'access.out-of-scope' }]);
  });

  it('shows minutes by class, of people and not of visits, in the days that are asked for', async () => {
    const [one, two, idle] = [
      await verified({ className: '一班' }),
      await verified({ className: '一班' }),
      await verified({ className: '二班' }),
    ];
    await served(one, 90);
    await served(one, 31, 'certified');
    await served(two, 60, 'pending');
    await served(two, 45, 'rejected');
    // 00:30 on 1 January 2026 in the district, and half an hour earlier.
    await served(one, 7, 'confirmed', '2025-12-31T16:30:00.000Z');
    await served(one, 1_000, 'confirmed', '2025-12-31T15:30:00.000Z');
    const unverified = await student();
    valueOf(await say(unverified, { studentNumber: 'later' }));
    await served(unverified, 500);
    const hours = async (query: { from?: string; to?: string } = {}) =>
      valueOf(await app().call(routes.hours, { query, as: `c-${campus}` }));
    const { total, rows } = await hours();
    expect(total).toEqual({ students: 3, served: 1, confirmedMinutes: 128, pendingMinutes: 60 });
    expect(rows.map((row) => [row.className, row.students, row.served, row.confirmedMinutes])).toEqual([
      ['一班', 2, 1, 128],
      ['二班', 1, 0, 0],
    ]);
    expect((await hours({ from: '2026-11-01', to: '2026-11-30' })).total.confirmedMinutes).toBe(121);
    expect((await hours({ from: '2025-12-31', to: '2025-12-31' })).total.confirmedMinutes).toBe(1_000);
    expect(
      codeOf(
        await app().call(routes.hours, {
          query: { from: '2026-02-01', to: '2026-01-01' },
          as: `c-${campus}`,
        }),
      ),
    ).toBe('request.invalid');
    expect(JSON.stringify({ total, rows })).not.toMatch(new RegExp(`${idle}|street|activity`));
  });

  it('streams the same as a file that no spreadsheet runs', async () => {
    const id = await verified({ className: '=1+1班' });
    await served(id, 195);
    const answer = await fetch(`${app().baseUrl}/api/campus/hours/file`, {
      headers: { authorization: `Bearer ${app().tokenFor(`c-${campus}`)}` },
    });
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="campus-hours-2026-01-01-2026-12-31.csv"',
    );
    const text = Buffer.from(await answer.arrayBuffer()).toString('utf8');
    expect(text.startsWith('\uFEFF高校,学院')).toBe(true);
    // 195 minutes are 3.2 hours, rounded down (art. 7).
    expect(text.split('\r\n')[1]).toBe(`大学${serial},文化学院,2025,'=1+1班,1,1,195,3.2,0`);
  });

  describe('art. 16: the ranking', () => {
    const ranking = async (as: string, period: 'month' | 'year' = 'month') =>
      valueOf(await app().call(rankingRoutes.show, { query: { period }, as }));
    const agree = (as: string, shownName: 'masked' | 'full' = 'masked') =>
      app().call(rankingRoutes.giveConsent, { body: { shownName }, as });
    const classmates = async (amount: number) => {
      const ids: string[] = [];
      for (let at = 0; at < amount; at += 1) {
        const id = await verified({}, `赵小${at}`);
        await served(id, 600 - at * 60);
        ids.push(id);
      }
      return ids;
    };

    it('shows only who agreed, and forgets them the moment they take it back', async () => {
      const ids = await classmates(7);
      for (const id of ids.slice(0, 4)) valueOf(await agree(id));
      expect(await ranking(ids[6] ?? '')).toMatchObject({
        state: 'too-few',
        items: [],
        notShown: 0,
        least: 5,
      });
      valueOf(await agree(ids[4] ?? '', 'full'));
      const shown = await ranking(ids[4] ?? '');
      expect(shown).toMatchObject({ state: 'shown', notShown: 2, from: '2026-11-01', to: '2026-11-30' });
      expect(shown.items).toEqual([
        { rank: 1, name: '赵＊＊', minutes: 600, me: false },
        { rank: 2, name: '赵＊＊', minutes: 540, me: false },
        { rank: 3, name: '赵＊＊', minutes: 480, me: false },
        { rank: 4, name: '赵＊＊', minutes: 420, me: false },
        { rank: 5, name: '赵小4', minutes: 360, me: true },
      ]);
      expect(JSON.stringify(shown)).not.toContain(ids[0] ?? 'nothing');
      valueOf(await app().call(rankingRoutes.withdrawConsent, { as: ids[0] ?? '' }));
      expect((await ranking(ids[1] ?? '')).state).toBe('too-few');
      const trail = await app().uow.read((tx) =>
        tx.query(
          "SELECT action FROM journal WHERE subject_kind = 'ranking-consent' AND subject_id = ? ORDER BY at, id",
          [ids[0]],
        ),
      );
      expect(trail.map((row) => (row as { action: string }).action).sort()).toEqual(['given', 'withdrawn']);
    });

    it('forgets whoever is no verified student any more', async () => {
      const ids = await classmates(6);
      for (const id of ids) valueOf(await agree(id));
      expect((await ranking(ids[0] ?? '')).items).toHaveLength(6);
      valueOf(await decide([ids[1] ?? ''], 'withdraw', { reason: '已毕业' }));
      expect((await ranking(ids[0] ?? '')).items).toHaveLength(5);
      valueOf(await app().call(routes.forget, { as: ids[2] ?? '' }));
      expect((await ranking(ids[0] ?? '')).state).toBe('too-few');
      expect(valueOf(await app().call(rankingRoutes.consent, { as: ids[2] ?? '' })).consent).toBeNull();
      expect((await ranking(ids[2] ?? '')).state).toBe('no-campus');
    });

    it('is the own school only', async () => {
      const ids = await classmates(5);
      for (const id of ids) valueOf(await agree(id));
      const beside = await verified({ schoolId: null });
      expect(await ranking(beside)).toMatchObject({ state: 'too-few', items: [] });
    });

    it('keeps the moment of the consent, and asks anew for another name', async () => {
      const id = await verified();
      expect(valueOf(await app().call(rankingRoutes.consent, { as: id })).consent).toBeNull();
      const given = valueOf(await agree(id)).consent;
      expect(given).toEqual({ shownName: 'masked', givenAt: '2026-11-25T02:00:00.000Z' });
      app().clock.advance(5);
      expect(valueOf(await agree(id)).consent).toEqual(given);
      expect(valueOf(await agree(id, 'full')).consent).toEqual({
        shownName: 'full',
        givenAt: '2026-11-25T02:05:00.000Z',
      });
    });

    it('asks nobody who is not verified', async () => {
      const id = await student();
      expect(codeOf(await agree(id))).toBe('ranking.students-only');
      valueOf(await say(id));
      expect(codeOf(await agree(id))).toBe('ranking.students-only');
    });
  });
});
