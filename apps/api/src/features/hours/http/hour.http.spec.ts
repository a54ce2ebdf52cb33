/** Real: the app on a port, both databases, the outbox. Not real: the clock. */
import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import { attendanceRoutes } from '@xiaolin/shared-types/attendance/routes';
import { hourRoutes as routes } from '@xiaolin/shared-types/hours/routes';
import { inboxRoutes } from '@xiaolin/shared-types/inbox/routes';
import { codeOf, onRunningApp, valueOf } from '../../../test/app.js';
import { aMembership, anOrganization, aPerson } from '../../../test/builders.js';
import { aPlainActivity, aShift, confirmedPlaces } from '../../../test/shift-builders.js';
import { VerifyLedger } from '../use-cases/verify-ledger.js';

const START = '2026-11-28T06:00:00.000Z';
const END = '2026-11-28T08:00:00.000Z';

onRunningApp('hours over HTTP', (app) => {
  let keys = 0;
  const key = () => `key-${String((keys += 1)).padStart(8, '0')}`;
  let serial = 0;
  let student = '';

  beforeAll(async () => {
    await app().seed(async (tx) => {
      const street = await anOrganization(tx, { id: 'street', kind: 'street' });
      await anOrganization(tx, { id: 'here', parentPath: street.path, name: '万溪冲社区' });
      await anOrganization(tx, { id: 'beside', parentPath: street.path });
      for (const [person, unit] of [
        ['worker', 'here'],
        ['neighbour', 'beside'],
        ['overseer', 'street'],
      ] as const) {
        await aPerson(tx, { id: person, name: person });
        await aMembership(tx, person, unit);
      }
      await aPlainActivity(tx, { id: 'activity', organizationId: 'here' });
      await aPlainActivity(tx, { id: 'next-door', organizationId: 'beside' });
    });
  });

  beforeEach(async () => {
    serial += 1;
    student = `student-${serial}`;
    await app().seed((tx) => aPerson(tx, { id: student, name: '小雨' }));
  });

  /** A person serves a shift from in to out by roster ticks or by the site's code; returns nothing but the record. */
  const serve = async (
    person: string,
    given: {
      method?: 'tick' | 'code';
      minutes?: number;
      organizationId?: string;
      startsAt?: string;
      endsAt?: string;
    } = {},
  ): Promise<string> => {
    const organizationId = given.organizationId ?? 'here';
    const startsAt = given.startsAt ?? START;
    const { id: shiftId } = await app().seed(async (tx) => {
      const shift = await aShift(tx, {
        activityId: organizationId === 'here' ? 'activity' : 'next-door',
        organizationId,
        startsAt,
        endsAt: given.endsAt ?? END,
      });
      await confirmedPlaces(tx, shift.id, [person]);
      return shift;
    });
    app().clock.set(startsAt);
    for (const direction of ['in', 'out'] as const) {
      if (direction === 'out') app().clock.advance(given.minutes ?? 120);
      const outcome = await (given.method === 'tick' ? ticked : scanned)(shiftId, person, direction);
      valueOf(outcome);
    }
    const [row] = await app().uow.read((tx) =>
      tx.query<{ id: string }>('SELECT id FROM hour_record WHERE shift_id = ?', [shiftId]),
    );
    return row?.id ?? '';
  };
  const ticked = (shiftId: string, personId: string, direction: 'in' | 'out') =>
    app().call(attendanceRoutes.tick, {
      params: { shiftId },
      body: { requestKey: key(), personId, direction, reason: '手机没电' },
      as: 'overseer',
    });
  const scanned = async (shiftId: string, personId: string, direction: 'in' | 'out') => {
    const { code } = valueOf(
      await app().call(attendanceRoutes.siteCode, {
        params: { shiftId },
        query: { direction },
        as: 'overseer',
      }),
    );
    return app().call(attendanceRoutes.scanSite, {
      body: { requestKey: key(), code, deviceTime: app().clock.instant() },
      as: personId,
    });
  };
  const confirm = (recordIds: string[], as = 'worker', requestKey = key()) =>
    app().call(routes.confirm, { body: { requestKey, recordIds }, as });
  const reject = (recordId: string, as = 'worker', reason = '提前离开') =>
    app().call(routes.reject, { params: { recordId }, body: { reason }, as });
  const mine = async (as = student) => valueOf(await app().call(routes.mine, { query: {}, as })).items;
  const totals = async (as = student) => valueOf(await app().call(routes.totals, { as }));
  const messages = async (as = student) => {
    await app().deliverOutbox();
    return valueOf(await app().call(inboxRoutes.list, { query: {}, as })).items;
  };

  it('art. 8: a record holds name, date, place, content, time, organiser and the person in charge', async () => {
    await serve(student, { minutes: 110 });
    expect(await mine()).toEqual([
      expect.objectContaining({
        status: 'pending',
        version: 1,
        activityTitle: '花田清理',
        roleName: '引导员',
        placeName: '万溪冲梨园',
        recordingUnit: '万溪冲社区',
        responsibleName: '李主任',
        shiftStartsAt: START,
        shiftEndsAt: END,
        minutes: 110,
        dueOn: '2026-12-11',
        workingDaysLeft: 10,
      }),
    ]);
  });

  it('art. 12 and 13: the volunteer sees how the minutes came about, who decided, and why not', async () => {
    const id = await serve(student, { minutes: 50 });
    valueOf(await reject(id));
    const [record] = await mine();
    expect(record).toMatchObject({
      status: 'rejected',
      decidedBy: 'worker',
      rejectionReason: '提前离开',
      workingDaysLeft: null,
      flags: ['shorter-than-half'],
      computation: {
        inAt: START,
        outAt: '2026-11-28T06:50:00.000Z',
        countedFrom: START,
        countedTo: '2026-11-28T06:50:00.000Z',
        breakMinutes: 0,
        overlapMinutes: 0,
        minutes: 50,
      },
    });
    expect(await totals()).toEqual({ confirmedMinutes: 0, pendingMinutes: 0, records: 0 });
    expect(await messages()).toMatchObject([
      {
        kind: 'hours.rejected',
        facts: { title: '花田清理', roleName: '引导员', minutes: 50, reason: '提前离开' },
      },
    ]);
    expect(codeOf(await reject(id))).toBe('hours.not-pending');
    expect(valueOf(await confirm([id])).refused).toEqual([{ id, code: 'hours.not-pending' }]);
  });

  it('confirms once, tells the volunteer once, and keeps who did it', async () => {
    const id = await serve(student);
    expect(await totals()).toEqual({ confirmedMinutes: 0, pendingMinutes: 120, records: 1 });
    const requestKey = key();
    const outcome = valueOf(await confirm([id, id], 'worker', requestKey));
    expect(outcome).toEqual({ confirmed: [id], refused: [] });
    expect(valueOf(await confirm([id, id], 'worker', requestKey))).toEqual(outcome);
    expect(codeOf(await confirm(['another'], 'worker', requestKey))).toBe('request.key-reused');
    expect(await totals()).toEqual({ confirmedMinutes: 120, pendingMinutes: 0, records: 1 });
    expect(await messages()).toMatchObject([{ kind: 'hours.confirmed', facts: { minutes: 120 } }]);
    const trail = await app().uow.read((tx) =>
      tx.query(
        'SELECT actor_id, actor_role, scope_id, action, before_state, after_state FROM journal WHERE subject_id = ? ORDER BY at, id',
        [id],
      ),
    );
    expect(trail).toEqual([
      {
        actor_id: student,
        actor_role: 'volunteer',
        scope_id: null,
        action: 'recorded',
        before_state: null,
        after_state: 'pending',
      },
      {
        actor_id: 'worker',
        actor_role: 'worker',
        scope_id: 'here',
        action: 'confirmed',
        before_state: 'pending',
        after_state: 'confirmed',
      },
    ]);
  });

  it('decides each record of a bulk for itself', async () => {
    const good = await serve(student);
    const own = await serve('worker', {
      startsAt: '2026-11-29T06:00:00.000Z',
      endsAt: '2026-11-29T08:00:00.000Z',
    });
    const foreign = await serve(student, {
      organizationId: 'beside',
      startsAt: '2026-11-30T06:00:00.000Z',
      endsAt: '2026-11-30T08:00:00.000Z',
    });
    expect(valueOf(await confirm([own, good, 'nowhere', foreign]))).toEqual({
      confirmed: [good],
      refused: [
        { id: own, code: 'hours.own-record' },
        { id: 'nowhere', code: 'hours.unknown' },
        { id: foreign, code: 'access.out-of-scope' },
      ],
    });
    expect(codeOf(await reject(own))).toBe('hours.own-record');
    expect(codeOf(await reject(foreign))).toBe('access.out-of-scope');
    expect(codeOf(await reject('nowhere'))).toBe('hours.unknown');
    expect(codeOf(await reject(foreign, student))).toBe('access.not-staff');
    expect(valueOf(await confirm([own], 'overseer')).confirmed).toEqual([own]);
  });

  it('confirms what is flagged one by one only, by somebody who says that they looked', async () => {
    const plain = await serve(student);
    const flagged = await serve(student, {
      method: 'tick',
      startsAt: '2026-11-29T01:00:00.000Z',
      endsAt: '2026-11-29T03:00:00.000Z',
    });
    const confirmFlagged = async (recordIds: string[], acknowledgeFlags: boolean) =>
      valueOf(
        await app().call(routes.confirm, {
          body: { requestKey: key(), recordIds, acknowledgeFlags },
          as: 'worker',
        }),
      );
    const refused = [{ id: flagged, code: 'hours.flags-unacknowledged' }];
    expect(await confirmFlagged([flagged], false)).toEqual({ confirmed: [], refused });
    expect(await confirmFlagged([flagged, plain], true)).toEqual({ confirmed: [plain], refused });
    expect(await confirmFlagged([flagged], true)).toEqual({ confirmed: [flagged], refused: [] });
  });

  it('freezes what the volunteer is called when somebody confirms, and the ledger holds it', async () => {
    const recordId = await serve(student, { minutes: 60 });
    const named = async () => {
      const [row] = await app().seed((tx) =>
        tx.query<{ facts: string }>('SELECT facts FROM hour_record WHERE id = ?', [recordId]),
      );
      return (JSON.parse(row?.facts ?? '{}') as { personName?: string }).personName;
    };
    const rename = (name: string) =>
      app().seed((tx) => tx.query('UPDATE person SET display_name = ? WHERE id = ?', [name, student]));
    expect(await named()).toBeUndefined();
    await rename('杨思远');
    valueOf(await confirm([recordId]));
    await rename('别人的名字');
    expect(await named()).toBe('杨思远');
    expect((await app().get(VerifyLedger).unit('here')).faults).toEqual([]);
  });

  it('opens a figure of the totals to its records', async () => {
    const { year, elsewhere } = {
      year: await serve(student, {
        startsAt: '2026-12-31T14:00:00.000Z',
        endsAt: '2026-12-31T15:30:00.000Z',
      }),
      elsewhere: await serve(student, {
        organizationId: 'beside',
        startsAt: '2026-12-31T16:00:00.000Z',
        endsAt: '2026-12-31T17:00:00.000Z',
      }),
    };
    const slice = async (query: { year?: string; unitId?: string; categoryId?: string }) =>
      valueOf(await app().call(routes.mine, { query, as: student })).items.map(({ id }) => id);
    expect(await slice({ year: '2026' })).toEqual([year]);
    expect(await slice({ year: '2027' })).toEqual([elsewhere]);
    expect(await slice({ unitId: 'beside' })).toEqual([elsewhere]);
    expect(await slice({ unitId: 'beside', year: '2026' })).toEqual([]);
    expect(await slice({ categoryId: 'no-such' })).toEqual([]);
  });

  it('art. 11: beyond the announced years a due day says that it may move', async () => {
    const id = await serve(student, {
      startsAt: '2026-12-30T06:00:00.000Z',
      endsAt: '2026-12-30T08:00:00.000Z',
    });
    const record = (await mine()).find((each) => each.id === id);
    expect([record?.dueOn, record?.dueOnProvisional]).toEqual(['2027-01-13', true]);
  });

  it('art. 11: narrows to one unit and to what is overdue', async () => {
    const id = await serve(student, {
      startsAt: '2026-12-01T01:00:00.000Z',
      endsAt: '2026-12-01T03:00:00.000Z',
    });
    const listed = async (query: { unitId?: string; overdue?: 'true' }) =>
      valueOf(
        await app().call(routes.listForStaff, {
          query: { status: 'pending', limit: '100', ...query },
          as: 'worker',
        }),
      ).items.some((item) => item.id === id);
    app().clock.set('2026-12-15T02:00:00.000Z');
    expect([await listed({ overdue: 'true' }), await listed({ unitId: 'here' })]).toEqual([false, true]);
    app().clock.set('2026-12-16T02:00:00.000Z');
    expect([await listed({ overdue: 'true' }), await listed({ unitId: 'beside' })]).toEqual([true, false]);
  });

  it('art. 11: lists what waits, flagged first, then by due date, in pages', async () => {
    const late = await serve(student, {
      startsAt: '2026-12-08T06:00:00.000Z',
      endsAt: '2026-12-08T08:00:00.000Z',
    });
    const early = await serve(student, {
      startsAt: '2026-12-01T06:00:00.000Z',
      endsAt: '2026-12-01T08:00:00.000Z',
    });
    const flagged = await serve(student, {
      method: 'tick',
      startsAt: '2026-12-09T06:00:00.000Z',
      endsAt: '2026-12-09T08:00:00.000Z',
    });
    const foreign = await serve(student, {
      organizationId: 'beside',
      startsAt: '2026-12-02T06:00:00.000Z',
      endsAt: '2026-12-02T08:00:00.000Z',
    });
    const seen: string[] = [];
    const pageAfter = async (cursor: string | undefined) =>
      valueOf(
        await app().call(routes.listForStaff, {
          query: { status: 'pending', limit: '1', cursor },
          as: 'worker',
        }),
      );
    for (let cursor: string | null | undefined; cursor !== null;) {
      const { items, nextCursor }: Awaited<ReturnType<typeof pageAfter>> = await pageAfter(cursor);
      seen.push(...items.map(({ id }) => id));
      cursor = nextCursor;
    }
    expect(seen.filter((id) => [late, early, flagged, foreign].includes(id))).toEqual([flagged, early, late]);
    expect(new Set(seen).size).toBe(seen.length);
    app().clock.set('2026-12-16T02:00:00.000Z');
    const { items } = valueOf(
      await app().call(routes.listForStaff, { query: { status: 'pending' }, as: 'worker' }),
    );
    const left = Object.fromEntries(items.map((item) => [item.id, item.workingDaysLeft]));
    expect([left[early], left[late]]).toEqual([-1, 4]);
  });

  it('marks the own record of whoever looks at the list', async () => {
    const own = await serve('worker', {
      startsAt: '2026-12-20T06:00:00.000Z',
      endsAt: '2026-12-20T08:00:00.000Z',
    });
    const decidable = async (as: string) =>
      valueOf(await app().call(routes.listForStaff, { query: { limit: '100' }, as })).items.find(
        ({ id }) => id === own,
      )?.mayDecide;
    expect([await decidable('worker'), await decidable('overseer')]).toEqual([false, true]);
  });

  it("shows nobody another person's records", async () => {
    await serve(student);
    await app().seed((tx) => aPerson(tx, { id: `other-${serial}` }));
    expect(await mine(`other-${serial}`)).toEqual([]);
  });
});
