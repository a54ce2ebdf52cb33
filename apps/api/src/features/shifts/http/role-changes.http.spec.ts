/** Real: the app on a port, both databases. Not real: the clock. */
import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import { inboxRoutes } from '@xiaolin/shared-types/inbox/routes';
import { shiftRoutes as routes } from '@xiaolin/shared-types/shifts/routes';
import { signupRoutes } from '@xiaolin/shared-types/signups/routes';
import { codeOf, onRunningApp, valueOf } from '../../../test/app.js';
import { aMembership, anOrganization, aPerson } from '../../../test/builders.js';
import { aPlainActivity } from '../../../test/shift-builders.js';

onRunningApp('roles and shifts after they were added', (app) => {
  let keys = 0;
  const key = () => `key-${String((keys += 1)).padStart(8, '0')}`;

  beforeAll(async () => {
    await app().seed(async (tx) => {
      await anOrganization(tx, { id: 'here', name: '万溪冲社区' });
      await anOrganization(tx, { id: 'beside' });
      for (const [id, at] of [
        ['worker', 'here'],
        ['neighbour', 'beside'],
      ] as const) {
        await aPerson(tx, { id });
        await aMembership(tx, id, at);
      }
      for (const id of ['student', 'late', 'second']) await aPerson(tx, { id, name: id });
      await aPlainActivity(tx, { id: 'published', organizationId: 'here' });
      await aPlainActivity(tx, { id: 'draft', organizationId: 'here', status: 'draft' });
    });
  });
  beforeEach(() => app().clock.set('2026-11-23T02:00:00.000Z'));

  let day = 0;
  const shift = (given: object = {}) => {
    const date = new Date(Date.UTC(2026, 11, (day += 1))).toISOString().slice(0, 10);
    return {
      startsAt: `${date}T06:00:00.000Z`,
      endsAt: `${date}T08:00:00.000Z`,
      breakMinutes: 0,
      needed: 2,
      waitlistLimit: 2,
      opensAt: '2026-11-20T00:00:00.000Z',
      closesAt: `${date}T01:00:00.000Z`,
      meetingPoint: '西门',
      ...given,
    };
  };
  const nothing = { trainings: [], skills: [], minAge: null, maxAge: null };
  const fields = { name: '引导员', description: '', countsAsVolunteerService: true, notCountedReason: '' };
  const add = async (activityId: string, shifts = [shift()], given: object = {}) =>
    valueOf(
      await app().call(routes.addRole, {
        params: { activityId },
        body: { requestKey: key(), ...fields, shifts, ...given },
        as: 'worker',
      }),
    );
  const edit = (roleId: string, given: object = {}, as = 'worker', activityId = 'published') =>
    app().call(routes.editRole, {
      params: { activityId, roleId },
      body: { requestKey: key(), ...fields, requirements: nothing, swaps: true, ...given },
      as,
    });
  const join = (shiftId: string, as: string) =>
    app().call(signupRoutes.createForShift, { params: { shiftId }, body: { requestKey: key() }, as });
  const messagesOf = async (as: string, kind: string, lineId: string) => {
    await app().deliverOutbox();
    const { items } = valueOf(await app().call(inboxRoutes.list, { query: { limit: '100' }, as }));
    return items.filter((message) => message.kind === kind && message.facts['lineId'] === lineId);
  };
  const firstOf = (role: { shifts: { id: string }[] }) => role.shifts[0]?.id ?? '';

  it('says what it asks before the form, and decides it again when somebody signs up (art. 15)', async () => {
    const role = await add('published', [shift()], { requirements: { ...nothing, skills: ['普通话'] } });
    const shiftId = firstOf(role);
    const detail = valueOf(await app().call(routes.detail, { params: { shiftId } }));
    expect(detail).toMatchObject({ requirements: { skills: ['普通话'] }, swaps: true });
    const seen = valueOf(
      await app().call(signupRoutes.shiftEligibility, { params: { shiftId }, as: 'student' }),
    );
    expect(seen.refusal).toEqual({ code: 'signup.skill-missing', facts: { skill: '普通话' } });
    expect(codeOf(await join(shiftId, 'student'))).toBe('signup.skill-missing');
    valueOf(await edit(role.id));
    expect(codeOf(await join(shiftId, 'student'))).toBe('ok');
  });

  it('tells whoever has a place that the role changed; they keep it when more is asked', async () => {
    const role = await add('published');
    const shiftId = firstOf(role);
    valueOf(await join(shiftId, 'student'));
    const changed = valueOf(
      await edit(role.id, { name: '讲解员', requirements: { ...nothing, trainings: ['急救'] } }),
    );
    expect(changed).toMatchObject({ name: '讲解员', requirements: { trainings: ['急救'] } });
    expect(await messagesOf('student', 'shift.changed', shiftId)).toHaveLength(1);
    expect(changed.shifts[0]?.line.taken).toBe(1);
    expect(codeOf(await join(shiftId, 'second'))).toBe('signup.training-missing');
  });

  it('moves a shift: everybody in it is told once and may leave freely (art. 22)', async () => {
    const role = await add('published');
    const shiftId = firstOf(role);
    const place = valueOf(await join(shiftId, 'student'));
    const moved = shift();
    valueOf(
      await app().call(routes.editShift, {
        params: { shiftId },
        body: { requestKey: key(), shift: moved },
        as: 'worker',
      }),
    );
    const [told] = await messagesOf('student', 'shift.changed', shiftId);
    expect(told?.facts).toMatchObject({ what: 'time', startsAt: moved.startsAt });
    app().clock.set(new Date(Date.parse(moved.startsAt) - 60_000).toISOString());
    const left = await app().call(signupRoutes.cancel, {
      params: { signupId: place.id },
      body: { requestKey: key() },
      as: 'student',
    });
    expect(valueOf(left).status).toBe('cancelled');
  });

  it('art. 22: giving a place up after sign-up closed is marked, and the organiser sees it with the reason', async () => {
    const role = await add('published', [shift({ closesAt: '2026-11-23T03:00:00.000Z' })]);
    const shiftId = firstOf(role);
    const [early, late] = [valueOf(await join(shiftId, 'student')), valueOf(await join(shiftId, 'late'))];
    const leave = (signupId: string, as: string, reason: string) =>
      app().call(signupRoutes.cancel, { params: { signupId }, body: { requestKey: key(), reason }, as });
    expect(valueOf(await leave(early.id, 'student', '考试')).status).toBe('cancelled');
    app().clock.set('2026-11-23T03:00:00.000Z');
    expect(valueOf(await leave(late.id, 'late', '发烧')).status).toBe('cancelled-late');
    const { items } = valueOf(
      await app().call(routes.volunteers, { params: { shiftId }, query: {}, as: 'worker' }),
    );
    expect(items.map(({ displayName, status, cancelReason }) => [displayName, status, cancelReason])).toEqual(
      [
        ['student', 'cancelled', '考试'],
        ['late', 'cancelled-late', '发烧'],
      ],
    );
    expect(
      codeOf(await app().call(routes.volunteers, { params: { shiftId }, query: {}, as: 'neighbour' })),
    ).toBe('access.out-of-scope');
  });

  it('names whom fewer places touch, and carries it out once somebody agreed', async () => {
    const role = await add('published', [shift({ needed: 2 })]);
    const shiftId = firstOf(role);
    valueOf(await join(shiftId, 'student'));
    valueOf(await join(shiftId, 'second'));
    const line = role.shifts[0]?.line;
    const fewer = {
      ...shift(),
      startsAt: line?.startsAt ?? '',
      endsAt: line?.endsAt ?? '',
      closesAt: line?.closesAt ?? '',
      needed: 1,
    };
    const ask = (agreed?: string) =>
      app().call(routes.editShift, {
        params: { shiftId },
        body: { requestKey: key(), shift: fewer, ...(agreed !== undefined && { agreed }) },
        as: 'worker',
      });
    const refused = await ask();
    expect(refused).toMatchObject({
      ok: false,
      problem: { code: 'activity.capacity-below-taken', facts: { names: 'second' } },
    });
    const token = refused.ok ? '' : String(refused.problem.facts?.['token']);
    expect(valueOf(await ask(token)).shifts[0]?.line).toMatchObject({ capacity: 1, taken: 1, waiting: 1 });
  });

  it('calls a shift off with its reason, and takes one away that nobody ever saw', async () => {
    const seen = firstOf(await add('published'));
    valueOf(await join(seen, 'student'));
    const remove = (shiftId: string, as = 'worker') =>
      app().call(routes.removeShift, {
        params: { shiftId },
        body: { requestKey: key(), reason: '下雨' },
        as,
      });
    expect(codeOf(await remove(seen, 'neighbour'))).toBe('access.out-of-scope');
    expect(valueOf(await remove(seen))).toEqual({ gone: false, told: 1 });
    const [told] = await messagesOf('student', 'signup.called-off', seen);
    expect(told?.facts['reason']).toBe('下雨');
    expect(codeOf(await remove(seen))).toBe('shift.unknown');
    const hidden = firstOf(await add('draft'));
    expect(valueOf(await remove(hidden))).toEqual({ gone: true, told: 0 });
    expect(codeOf(await app().call(routes.detail, { params: { shiftId: hidden } }))).toBe('shift.unknown');
  });

  it('takes a role away with its shifts to come, never while one is going on', async () => {
    const role = await add('published', [shift(), shift()]);
    valueOf(await join(firstOf(role), 'student'));
    const remove = (roleId: string, activityId = 'published') =>
      app().call(routes.removeRole, {
        params: { activityId, roleId },
        body: { requestKey: key(), reason: '不需要了' },
        as: 'worker',
      });
    app().clock.set(role.shifts[0]?.startsAt ?? '');
    expect(codeOf(await remove(role.id))).toBe('shift.begun');
    app().clock.set('2026-11-23T02:00:00.000Z');
    expect(valueOf(await remove(role.id))).toEqual({ gone: false, told: 1 });
    const { items } = valueOf(
      await app().call(routes.listRoles, { params: { activityId: 'published' }, as: 'worker' }),
    );
    expect(items.map(({ id }) => id)).not.toContain(role.id);
    expect(codeOf(await remove(role.id))).toBe('role.unknown');
    const hidden = await add('draft');
    expect(valueOf(await remove(hidden.id, 'draft'))).toEqual({ gone: true, told: 0 });
  });

  it('changes nothing once a shift has begun, and not whether it counts', async () => {
    const role = await add('published', [shift(), shift()]);
    const first = role.shifts[0];
    app().clock.set(first?.startsAt ?? '');
    const body = { requestKey: key(), shift: shift() };
    expect(
      codeOf(
        await app().call(routes.editShift, { params: { shiftId: first?.id ?? '' }, body, as: 'worker' }),
      ),
    ).toBe('shift.begun');
    const given = { countsAsVolunteerService: false, notCountedReason: '有报酬' };
    expect(codeOf(await edit(role.id, given))).toBe('role.counts-settled');
    expect(codeOf(await edit(role.id, { name: '摄影' }))).toBe('ok');
  });

  it('adds shifts to a role, and knows no role of another activity', async () => {
    const role = await add('published');
    const more = (roleId: string, activityId = 'published') =>
      app().call(routes.addShifts, {
        params: { activityId, roleId },
        body: { requestKey: key(), shifts: [shift()] },
        as: 'worker',
      });
    expect(valueOf(await more(role.id)).shifts).toHaveLength(2);
    expect(codeOf(await more(role.id, 'draft'))).toBe('role.unknown');
    expect(codeOf(await edit(role.id, {}, 'neighbour'))).toBe('access.out-of-scope');
  });

  it('takes no shift of more than eight hours of work', async () => {
    const long = { startsAt: '2026-12-30T00:00:00.000Z', endsAt: '2026-12-30T08:01:00.000Z' };
    const asked = await app().call(routes.addRole, {
      params: { activityId: 'published' },
      body: { requestKey: key(), ...fields, shifts: [shift(long)] },
      as: 'worker',
    });
    expect(asked.ok ? [] : asked.problem.errors?.map(({ path }) => path)).toEqual(['body.shifts.0.endsAt']);
    expect((await add('published', [shift({ ...long, breakMinutes: 1 })])).shifts).toHaveLength(1);
  });
});
