/** Real: the app on a port, both databases, the outbox. Not real: the clock. */
import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import { attendanceRoutes as routes } from '@xiaolin/shared-types/attendance/routes';
import { codeOf, onRunningApp, valueOf } from '../../../test/app.js';
import { aMembership, anOrganization, aPerson } from '../../../test/builders.js';
import { aPlainActivity, aShift, confirmedPlaces } from '../../../test/shift-builders.js';

const START = '2026-11-28T06:00:00.000Z';

onRunningApp('attendance over HTTP', (app) => {
  let keys = 0;
  const key = () => `key-${String((keys += 1)).padStart(8, '0')}`;
  let shiftId = '';
  let student = '';
  let serial = 0;

  beforeAll(async () => {
    await app().seed(async (tx) => {
      const street = await anOrganization(tx, { id: 'street', kind: 'street' });
      await anOrganization(tx, { id: 'here', parentPath: street.path, name: '万溪冲社区' });
      await anOrganization(tx, { id: 'beside', parentPath: street.path });
      for (const [person, unit] of [
        ['worker', 'here'],
        ['neighbour', 'beside'],
      ] as const) {
        await aPerson(tx, { id: person });
        await aMembership(tx, person, unit);
      }
      await aPlainActivity(tx, { id: 'activity', organizationId: 'here', insurance: '意外险' });
    });
  });

  beforeEach(async () => {
    app().clock.set(START);
    serial += 1;
    student = `student-${serial}`;
    shiftId = await app().seed(async (tx) => {
      await aPerson(tx, { id: student, name: '小雨', phone: '13800001234' });
      const { id } = await aShift(tx, {
        activityId: 'activity',
        organizationId: 'here',
        startsAt: START,
        endsAt: '2026-11-28T08:00:00.000Z',
      });
      await confirmedPlaces(tx, id, [student]);
      return id;
    });
  });

  const deviceTime = '2026-11-28T05:50:00.000Z';
  const siteCode = async (direction: 'in' | 'out', of = shiftId) =>
    valueOf(
      await app().call(routes.siteCode, { params: { shiftId: of }, query: { direction }, as: 'worker' }),
    );
  const scanSite = (code: string, given: { shiftId?: string; as?: string; requestKey?: string } = {}) =>
    app().call(routes.scanSite, {
      body: {
        requestKey: given.requestKey ?? key(),
        code,
        deviceTime,
        ...(given.shiftId !== undefined && { shiftId: given.shiftId }),
      },
      as: given.as ?? student,
    });
  const scanVolunteer = (code: string, as = 'worker', of = shiftId) =>
    app().call(routes.scanVolunteer, {
      params: { shiftId: of },
      body: { requestKey: key(), code, direction: 'in', deviceTime },
      as,
    });
  const tick = (given: object = {}, as = 'worker', of = shiftId) =>
    app().call(routes.tick, {
      params: { shiftId: of },
      body: { requestKey: key(), personId: student, direction: 'in', reason: '手机没电', ...given },
      as,
    });
  const mine = async (when: 'coming' | 'past') =>
    valueOf(await app().call(routes.mine, { query: { when }, as: student })).items.map((item) => [
      item.shiftId,
      item.state,
    ]);

  it('goes in by the code on the wall and out by the one that is typed, while the count follows', async () => {
    const shown = await siteCode('in');
    expect(shown).toMatchObject({
      direction: 'in',
      serverTime: START,
      checkedIn: 0,
      checkedOut: 0,
      expected: 1,
    });
    expect(await mine('coming')).toEqual([[shiftId, 'scheduled']]);
    const entered = valueOf(await scanSite(shown.code));
    expect(entered).toMatchObject({
      personName: '小雨',
      activityTitle: '花田清理',
      roleName: '引导员',
      state: 'checked-in',
      at: START,
    });
    expect(await mine('coming')).toEqual([[shiftId, 'checked-in']]);
    app().clock.advance(121);
    // Over, but still to be left.
    expect(await mine('coming')).toEqual([[shiftId, 'checked-in']]);
    const out = await siteCode('out');
    expect(out).toMatchObject({ checkedIn: 1, checkedOut: 0 });
    expect(valueOf(await scanSite(out.typed.toLowerCase(), { shiftId }))).toMatchObject({
      state: 'computed',
      minutes: 120,
    });
    expect(await mine('coming')).toEqual([]);
    expect(await mine('past')).toEqual([[shiftId, 'computed']]);
    expect(await siteCode('out')).toMatchObject({ checkedIn: 1, checkedOut: 1 });
  });

  it("lets staff scan the volunteer's own code, once", async () => {
    const made = valueOf(await app().call(routes.volunteerCode, { as: student }));
    expect(Date.parse(made.validUntil) - Date.parse(made.serverTime)).toBe(60_000);
    expect(valueOf(await scanVolunteer(made.code))).toMatchObject({
      personName: '小雨',
      method: 'staff-scan',
    });
    expect(codeOf(await scanVolunteer(made.code))).toBe('attendance.code-used');
  });

  it('shows the roster with masked telephones and where everybody stands', async () => {
    const read = async () =>
      valueOf(await app().call(routes.roster, { params: { shiftId }, query: {}, as: 'worker' })).items.map(
        (entry) => entry,
      );
    expect(await read()).toEqual([
      expect.objectContaining({
        personId: student,
        displayName: '小雨',
        state: 'scheduled',
        checkedInAt: null,
        status: 'confirmed',
      }),
    ]);
    expect(JSON.stringify(await read())).not.toContain('13800001234');
    valueOf(await tick());
    expect((await read())[0]).toMatchObject({ state: 'checked-in', checkedInAt: START });
    app().clock.advance(241);
    expect((await read())[0]?.state).toBe('missing-out');
  });

  it('calls somebody absent who never came, and keeps the way in shut', async () => {
    const { code } = await siteCode('in');
    app().clock.set('2026-11-28T08:00:00.001Z');
    expect(await mine('past')).toEqual([[shiftId, 'absent']]);
    expect(codeOf(await scanSite(code))).toBe('attendance.code-expired');
    expect(codeOf(await scanSite((await siteCode('in')).code))).toBe('attendance.too-late');
  });

  it('says when the way opens', async () => {
    app().clock.set('2026-11-28T05:00:00.000Z');
    const result = await scanSite((await siteCode('in')).code);
    expect(result.ok ? null : [result.problem.code, result.problem.facts]).toEqual([
      'attendance.too-early',
      { opensAt: '2026-11-28T05:30:00.000Z' },
    ]);
  });

  it('refuses every code that is not of this shift and moment', async () => {
    const { code, typed } = await siteCode('in');
    const other = await app().seed((tx) =>
      aShift(tx, {
        activityId: 'activity',
        organizationId: 'here',
        startsAt: START,
        endsAt: '2026-11-28T08:00:00.000Z',
      }),
    );
    expect(codeOf(await scanSite(code, { shiftId: other.id }))).toBe('attendance.code-other-shift');
    expect(codeOf(await scanSite(code.replace(shiftId, other.id)))).toBe('attendance.code-invalid');
    expect(codeOf(await scanSite(typed, { shiftId: other.id }))).toBe('attendance.code-invalid');
    expect(codeOf(await scanSite((await siteCode('in', other.id)).code))).toBe('attendance.not-signed-up');
    expect(codeOf(await scanSite('https://example.org/'))).toBe('attendance.code-invalid');
    app().clock.advance(1);
    expect(codeOf(await scanSite(code))).toBe('attendance.code-expired');
  });

  it('asks for the shift of a typed code, naming the field', async () => {
    const result = await scanSite((await siteCode('in')).typed);
    expect(result.ok ? null : result.problem.errors?.map(({ path }) => path)).toEqual(['body.shiftId']);
  });

  it('refuses a key that was used for another code', async () => {
    const requestKey = key();
    valueOf(await scanSite((await siteCode('in')).code, { requestKey }));
    app().clock.advance(1);
    expect(codeOf(await scanSite((await siteCode('out')).code, { requestKey }))).toBe('request.key-reused');
  });

  it("keeps staff out of another organization's shift, and everybody else out of the staff's pages", async () => {
    const { code } = valueOf(await app().call(routes.volunteerCode, { as: student }));
    const asNeighbour = [
      await app().call(routes.siteCode, { params: { shiftId }, query: { direction: 'in' }, as: 'neighbour' }),
      await app().call(routes.roster, { params: { shiftId }, query: {}, as: 'neighbour' }),
      await scanVolunteer(code, 'neighbour'),
      await tick({}, 'neighbour'),
    ];
    expect(asNeighbour.map(codeOf)).toEqual(Array(4).fill('access.out-of-scope'));
    expect(codeOf(await tick({}, student))).toBe('access.not-staff');
    expect(codeOf(await tick({}, 'worker', 'nowhere'))).toBe('shift.unknown');
    expect(codeOf(await scanVolunteer(code, 'worker', 'nowhere'))).toBe('shift.unknown');
    expect(codeOf(await tick({ personId: 'nobody' }))).toBe('attendance.not-signed-up');
    expect(codeOf(await tick({ direction: 'out' }))).toBe('attendance.not-checked-in');
    expect(codeOf(await tick({ reason: ' ' }))).toBe('request.invalid');
    expect(valueOf(await scanVolunteer(code))).toMatchObject({ repeated: false });
  });
});
