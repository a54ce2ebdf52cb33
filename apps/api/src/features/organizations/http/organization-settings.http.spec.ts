import { beforeAll, expect, it } from '@jest/globals';
import { organizationRoutes as routes } from '@xiaolin/shared-types/organizations/routes';
import { codeOf, onRunningApp, valueOf } from '../../../test/app.js';
import { aMembership, anOrganization, aPerson } from '../../../test/builders.js';

onRunningApp("an organization's settings over HTTP", (app) => {
  const restriction = { on: true, noShows: 2, withinDays: 60, forDays: 14 };
  const params = { organizationId: 'here' };

  beforeAll(async () => {
    await app().seed(async (tx) => {
      await anOrganization(tx, { id: 'here' });
      await anOrganization(tx, { id: 'beside' });
      await aPerson(tx, { id: 'worker' });
      await aMembership(tx, 'worker', 'here');
    });
  });

  const read = () => app().call(routes.settings, { params, as: 'worker' });
  const change = (given: object = {}, of = params) =>
    app().call(routes.changeSettings, {
      params: of,
      body: { restriction: { ...restriction, ...given } },
      as: 'worker',
    });

  it('keeps nobody away by default, and keeps what is decided, twice over, with a trail', async () => {
    expect(valueOf(await read()).restriction).toMatchObject({ on: false });
    expect(valueOf(await change())).toEqual({ restriction });
    expect(valueOf(await change({ on: false }))).toMatchObject({ restriction: { on: false } });
    expect(valueOf(await read())).toEqual({ restriction: { ...restriction, on: false } });
    const trail = await app().seed((tx) =>
      tx.query('SELECT action, before_state, after_state FROM journal WHERE subject_id = ? ORDER BY id', [
        'here',
      ]),
    );
    expect(trail).toEqual([
      { action: 'settings-changed', before_state: 'off', after_state: '2 in 60 d: 14 d' },
      { action: 'settings-changed', before_state: '2 in 60 d: 14 d', after_state: 'off' },
    ]);
  });

  it('refuses numbers that make no sense, naming the field, and other organizations', async () => {
    const result = await change({ noShows: 1, forDays: 1.5 });
    expect(result.ok ? null : result.problem.errors?.map(({ path }) => path)).toEqual([
      'body.restriction.noShows',
      'body.restriction.forDays',
    ]);
    expect(codeOf(await change({}, { organizationId: 'beside' }))).toBe('access.out-of-scope');
    expect(codeOf(await change({}, { organizationId: 'nowhere' }))).toBe('organization.unknown');
  });
});
