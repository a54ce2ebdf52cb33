/** Real: the app on a port, both databases. Not real: the clock. */
import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import { addDistrictDays } from '@xiaolin/shared-types/contract/district-time';
import { shiftRoutes as routes } from '@xiaolin/shared-types/shifts/routes';
import { signupRoutes } from '@xiaolin/shared-types/signups/routes';
import { codeOf, onRunningApp, valueOf } from '../../../test/app.js';
import { aMembership, anOrganization, aPerson } from '../../../test/builders.js';
import { aPlainActivity, aShift } from '../../../test/shift-builders.js';

onRunningApp('shifts over HTTP', (app) => {
  let keys = 0;
  const key = () => `key-${String((keys += 1)).padStart(8, '0')}`;

  beforeAll(async () => {
    await app().seed(async (tx) => {
      const street = await anOrganization(tx, { id: 'street', kind: 'street', name: '吴家营街道' });
      await anOrganization(tx, { id: 'here', parentPath: street.path, name: '万溪冲社区' });
      await anOrganization(tx, { id: 'beside', parentPath: street.path });
      for (const [person, unit] of [
        ['worker', 'here'],
        ['neighbour', 'beside'],
      ] as const) {
        await aPerson(tx, { id: person });
        await aMembership(tx, person, unit);
      }
      await aPerson(tx, { id: 'student' });
      for (const status of ['published', 'draft', 'cancelled', 'ended'] as const)
        await aPlainActivity(tx, {
          id: status,
          organizationId: 'here',
          status,
          insurance: status === 'published' ? '意外险' : '',
        });
      await aPlainActivity(tx, { id: 'next-door', organizationId: 'beside' });
    });
  });

  beforeEach(() => app().clock.set('2026-11-23T02:00:00.000Z'));

  const shift = (startsAt = '2026-11-28T06:00:00.000Z', endsAt = '2026-11-28T08:00:00.000Z') => ({
    startsAt,
    endsAt,
    breakMinutes: 15,
    needed: 4,
    waitlistLimit: 2,
    opensAt: '2026-11-20T00:00:00.000Z',
    closesAt: startsAt,
    meetingPoint: '西门',
  });
  const role = (given: object = {}) => ({
    requestKey: key(),
    name: '引导员',
    description: '带大家入场',
    countsAsVolunteerService: true,
    notCountedReason: '',
    shifts: [shift()],
    ...given,
  });
  const add = (activityId: string, body: ReturnType<typeof role>, as = 'worker') =>
    app().call(routes.addRole, { params: { activityId }, body, as });

  it('adds a role once, whose shifts anybody sees and a student takes', async () => {
    const body = role();
    const made = valueOf(await add('published', body));
    expect(valueOf(await add('published', body))).toEqual(made);
    expect(made).toMatchObject({
      name: '引导员',
      shifts: [{ insured: true, breakMinutes: 15, line: { capacity: 4, taken: 0 } }],
    });
    const shiftId = made.shifts[0]?.id ?? '';
    const detail = valueOf(await app().call(routes.detail, { params: { shiftId } }));
    expect(detail).toMatchObject({
      activityTitle: '花田清理',
      riskText: '地面湿滑',
      insuranceText: '意外险',
      responsible: { name: '李主任' },
      meetingPoint: '西门',
      roleDescription: '带大家入场',
      notCountedReason: null,
    });
    const { items } = valueOf(
      await app().call(routes.list, { query: { activityId: 'published', limit: '100' } }),
    );
    expect(items.map(({ id }) => id)).toContain(shiftId);
    const place = valueOf(
      await app().call(signupRoutes.createForShift, {
        params: { shiftId },
        body: { requestKey: key() },
        as: 'student',
      }),
    );
    expect(place).toMatchObject({ kind: 'shift', status: 'confirmed' });
    const { items: roles } = valueOf(
      await app().call(routes.listRoles, { params: { activityId: 'published' }, as: 'worker' }),
    );
    expect(roles).toHaveLength(1);
    expect(roles[0]?.shifts[0]?.line.taken).toBe(1);
  });

  it('refuses a key that was used for another role', async () => {
    const body = role();
    valueOf(await add('published', body));
    expect(codeOf(await add('published', { ...body, name: '摄影' }))).toBe('request.key-reused');
  });

  it('shows the shifts of a draft to nobody before it is published', async () => {
    const made = valueOf(await add('draft', role()));
    const shiftId = made.shifts[0]?.id ?? '';
    expect(codeOf(await app().call(routes.detail, { params: { shiftId } }))).toBe('shift.unknown');
    const { items } = valueOf(await app().call(routes.list, { query: { activityId: 'draft' } }));
    expect(items).toEqual([]);
  });

  it('art. 19: a role that earns no hours says why', async () => {
    expect(codeOf(await add('published', role({ countsAsVolunteerService: false })))).toBe('request.invalid');
    const made = valueOf(
      await add('published', role({ countsAsVolunteerService: false, notCountedReason: '勤工助学，有报酬' })),
    );
    expect(made).toMatchObject({ countsAsVolunteerService: false, notCountedReason: '勤工助学，有报酬' });
    expect(made.shifts[0]).toMatchObject({
      countsAsVolunteerService: false,
      notCountedReason: '勤工助学，有报酬',
    });
  });

  it.each([
    ['a cancelled activity', 'cancelled', 'worker', 'activity.wrong-state'],
    ['an activity that ended', 'ended', 'worker', 'activity.wrong-state'],
    ['an unknown activity', 'nowhere', 'worker', 'activity.unknown'],
    ["another organization's activity", 'next-door', 'worker', 'access.out-of-scope'],
    ['an activity of the community beside', 'published', 'neighbour', 'access.out-of-scope'],
    ['an activity, by somebody who is no staff', 'published', 'student', 'access.not-staff'],
  ])('adds nothing to %s', async (_, activityId, as, code) => {
    expect(codeOf(await add(activityId, role(), as))).toBe(code);
  });

  it('names the field of a shift that cannot be', async () => {
    const refused = async (given: object) => {
      const result = await add('published', role({ shifts: [{ ...shift(), ...given }] }));
      return result.ok ? [] : result.problem.errors?.map(({ path }) => path);
    };
    expect(await refused({ endsAt: '2026-11-28T05:00:00.000Z' })).toContain('body.shifts.0.endsAt');
    expect(await refused({ breakMinutes: 120 })).toEqual(['body.shifts.0.breakMinutes']);
    expect(await refused({ needed: 0 })).toEqual(['body.shifts.0.needed']);
  });

  it('lists by start in pages without a gap, narrowed by day, subtree and clock', async () => {
    const day = '2026-12-10';
    await app().seed(async (tx) => {
      for (let at = 0; at < 5; at += 1)
        await aShift(tx, {
          id: `paged-${at}`,
          activityId: at < 4 ? 'published' : 'next-door',
          organizationId: at < 4 ? 'here' : 'beside',
          // Two start together: the id decides.
          startsAt: `2026-12-10T0${Math.floor(at / 2) + 1}:00:00.000Z`,
          endsAt: '2026-12-10T09:00:00.000Z',
        });
      // The district's next day begins at 16:00 UTC.
      await aShift(tx, {
        activityId: 'published',
        organizationId: 'here',
        startsAt: '2026-12-10T16:00:00.000Z',
        endsAt: '2026-12-10T18:00:00.000Z',
      });
    });
    const list = async (query: Record<string, string>) =>
      valueOf(await app().call(routes.list, { query: { from: day, to: day, ...query } }));
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await list({ limit: '2', ...(cursor === '' ? {} : { cursor }) });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(['paged-0', 'paged-1', 'paged-2', 'paged-3', 'paged-4']);
    expect((await list({ organizationId: 'beside' })).items.map(({ id }) => id)).toEqual(['paged-4']);
    expect((await list({ organizationId: 'street' })).items).toHaveLength(5);
    app().clock.set('2026-12-10T01:00:00.000Z');
    expect((await list({ limit: '50' })).items.map(({ id }) => id)).toEqual([
      'paged-2',
      'paged-3',
      'paged-4',
    ]);
    const empty = valueOf(await app().call(routes.list, { query: { from: addDistrictDays(day, 30) } }));
    expect(empty.items).toEqual([]);
    expect(codeOf(await app().call(routes.list, { query: { organizationId: 'nowhere' } }))).toBe(
      'organization.unknown',
    );
    expect(codeOf(await app().call(routes.list, { query: { cursor: 'bm9wZQ' } }))).toBe('request.invalid');
  });

  it('knows no shift that does not exist', async () => {
    expect(codeOf(await app().call(routes.detail, { params: { shiftId: 'nowhere' } }))).toBe('shift.unknown');
  });
});
