/** Real: the app on a port, both databases. Not real: the clock; hour records are rows of the spec. */
import { beforeAll, expect, it } from '@jest/globals';
import { serviceTotalRoutes as routes } from '@xiaolin/shared-types/service-totals/routes';
import { aCategory } from '../../../test/activity-builders.js';
import { codeOf, onRunningApp, valueOf } from '../../../test/app.js';
import { aMembership, anOrganization, aPerson } from '../../../test/builders.js';
import { someHours } from '../../../test/hour-builders.js';
import { aPlainActivity } from '../../../test/shift-builders.js';

onRunningApp("a volunteer's totals over HTTP", (app) => {
  beforeAll(() =>
    app().seed(async (tx) => {
      const district = await anOrganization(tx, { id: 'district', kind: 'district' });
      await anOrganization(tx, { id: 'here', parentPath: district.path, name: '万溪冲社区' });
      await anOrganization(tx, { id: 'beside', parentPath: district.path, name: '联大社区' });
      await aCategory(tx, { id: 'green' });
      await aPlainActivity(tx, { id: 'activity', organizationId: 'here' });
      for (const id of ['student', 'other', 'worker', 'administrator']) await aPerson(tx, { id });
      await aMembership(tx, 'worker', 'district');
      await aMembership(tx, 'administrator', 'district', 'administrator');
      const served = { personId: 'student', activityId: 'activity' };
      await someHours(tx, { ...served, unitId: 'here', minutes: 6_000 });
      await someHours(tx, { ...served, unitId: 'here', minutes: 11, status: 'certified' });
      await someHours(tx, { ...served, unitId: 'beside', minutes: 30, status: 'pending' });
      await someHours(tx, { ...served, unitId: 'beside', minutes: 999, status: 'rejected' });
      await someHours(tx, { ...served, unitId: 'beside', minutes: 999, current: false });
      await someHours(tx, { ...served, unitId: 'beside', minutes: 5, startsAt: '2025-12-31T15:00:00.000Z' });
    }),
  );

  const totals = async (as: string) => valueOf(await app().call(routes.mine, { as }));
  const change = (steps: number[], as = 'administrator', organizationId = 'district') =>
    app().call(routes.changeStars, { params: { organizationId }, body: { steps }, as });

  it('sums by year, recording unit and category, confirmed and pending apart, rejected and older versions left out', async () => {
    const { total, byYear, byUnit, byCategory } = await totals('student');
    expect(total).toEqual({ confirmedMinutes: 6_016, pendingMinutes: 30, records: 4 });
    expect(byYear).toEqual([
      { id: '2026', name: '2026', confirmedMinutes: 6_011, pendingMinutes: 30, records: 3 },
      { id: '2025', name: '2025', confirmedMinutes: 5, pendingMinutes: 0, records: 1 },
    ]);
    expect(byUnit.map(({ name, confirmedMinutes }) => [name, confirmedMinutes])).toEqual([
      ['万溪冲社区', 6_011],
      ['联大社区', 5],
    ]);
    expect(byCategory).toHaveLength(1);
  });

  it("shows nobody another person's", async () => {
    expect((await totals('other')).total).toEqual({ confirmedMinutes: 0, pendingMinutes: 0, records: 0 });
  });

  it('gives stars for confirmed minutes by the steps of the district', async () => {
    expect((await totals('student')).stars).toEqual({
      stars: 1,
      steps: [100, 300, 600, 1_000, 1_500],
      nextAtMinutes: 18_000,
    });
    expect(valueOf(await change([50, 100, 101])).steps).toEqual([50, 100, 101]);
    expect((await totals('student')).stars).toEqual({
      stars: 2,
      steps: [50, 100, 101],
      nextAtMinutes: 6_060,
    });
  });

  it('lets only an administrator set them, for a district, rising', async () => {
    expect(codeOf(await change([1], 'worker'))).toBe('access.not-staff');
    expect(codeOf(await change([1], 'administrator', 'here'))).toBe('organization.unknown');
    expect(codeOf(await change([2, 2]))).toBe('request.invalid');
    expect(codeOf(await change([]))).toBe('request.invalid');
  });
});
