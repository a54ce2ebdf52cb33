/** Real: the app on a port, both databases, the job. Not real: the clock. */
import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import { admissionRoutes as routes } from '@xiaolin/shared-types/admissions/routes';
import { organizationRoutes } from '@xiaolin/shared-types/organizations/routes';
import { codeOf, onRunningApp, valueOf } from '../../../test/app.js';
import { aLine, aMembership, anOrganization, aPerson } from '../../../test/builders.js';
import { confirmedPlaces } from '../../../test/shift-builders.js';
import { Restrictions } from '../../restrictions/index.js';
import { SettleAbsences } from '../use-cases/settle-absences.js';

const START = '2026-11-28T06:00:00.000Z';
const END = '2026-11-28T08:00:00.000Z';
const FINAL = '2026-12-01T08:00:00.000Z';
const AFTER = '2026-12-01T08:00:00.001Z';

onRunningApp('absences', (app) => {
  let serial = 0;
  let keys = 0;
  let lineId = '';
  let came = '';
  let absent = '';
  let sorry = '';
  const key = () => `key-${String((keys += 1)).padStart(8, '0')}`;

  beforeAll(async () => {
    await app().seed(async (tx) => {
      await anOrganization(tx, { id: 'here' });
      await aPerson(tx, { id: 'worker' });
      await aMembership(tx, 'worker', 'here');
    });
  });

  beforeEach(async () => {
    app().clock.set(START);
    serial += 1;
    [came, absent, sorry] = ['came', 'absent', 'sorry'].map((name) => `${name}-${serial}`) as [
      string,
      string,
      string,
    ];
    lineId = await app().seed(async (tx) => {
      for (const id of [came, absent, sorry]) await aPerson(tx, { id });
      const { id } = await aLine(tx, { organizationId: 'here', startsAt: START, endsAt: END });
      await confirmedPlaces(tx, id, [came, absent, sorry]);
      return id;
    });
  });

  const signupOf = (personId: string, of = lineId) =>
    app().seed(async (tx) => {
      const [row] = await tx.query<{ id: string; status: string }>(
        'SELECT id, status FROM signup WHERE line_id = ? AND person_id = ?',
        [of, personId],
      );
      return row ?? { id: '', status: '' };
    });
  const statuses = async () =>
    Promise.all([came, absent, sorry].map(async (person) => (await signupOf(person)).status));
  const staff = { as: 'worker' };
  const tick = async (personId: string) =>
    app().call(routes.tick, {
      params: { occurrenceId: lineId },
      body: { requestKey: key(), signupId: (await signupOf(personId)).id },
      ...staff,
    });
  const excuse = async (personId: string) =>
    app().call(routes.excuse, {
      params: { occurrenceId: lineId },
      body: { requestKey: key(), signupId: (await signupOf(personId)).id, reason: '孩子发烧' },
      ...staff,
    });
  const states = async () =>
    valueOf(
      await app().call(routes.doorRoster, { params: { occurrenceId: lineId }, query: {}, ...staff }),
    ).items.map(({ state }) => state);

  it('are proposed at the end, may be excused, and are final after three days', async () => {
    valueOf(await tick(came));
    expect(codeOf(await excuse(sorry))).toBe('admission.not-over-yet');
    expect(await states()).toEqual(['admitted', 'expected', 'expected']);
    app().clock.set(END);
    expect(await states()).toEqual(['admitted', 'absent-proposed', 'absent-proposed']);
    expect(codeOf(await excuse(came))).toBe('admission.not-absent');
    expect(valueOf(await excuse(sorry))).toMatchObject({
      status: 'confirmed',
      excuseReason: '孩子发烧',
      repeated: false,
    });
    expect(valueOf(await excuse(sorry))).toMatchObject({ repeated: true });
    app().clock.set(FINAL);
    await app().runJobs();
    expect(await statuses()).toEqual(['attended', 'confirmed', 'confirmed']);
    app().clock.set(AFTER);
    await app().runJobs();
    expect(await statuses()).toEqual(['attended', 'no-show', 'confirmed']);
    expect(await states()).toEqual(['admitted', 'absent', 'excused']);
    expect(codeOf(await tick(absent))).toBe('admission.over');
    expect(valueOf(await excuse(absent))).toMatchObject({ status: 'confirmed' });
    await app().runJobs();
    expect(await statuses()).toEqual(['attended', 'confirmed', 'confirmed']);
    const trail = await app().seed(async (tx) =>
      tx.query(
        'SELECT action, actor_id, after_status, reason FROM signup_event WHERE signup_id = ? ORDER BY id',
        [
          (
            await tx.query<{ id: string }>('SELECT id FROM signup WHERE line_id = ? AND person_id = ?', [
              lineId,
              absent,
            ])
          )[0]?.id,
        ],
      ),
    );
    expect(trail).toEqual([
      { action: 'no-show', actor_id: 'system', after_status: 'no-show', reason: null },
      { action: 'excused', actor_id: 'worker', after_status: 'confirmed', reason: '孩子发烧' },
    ]);
  });

  it('may be mended by a tick while they are only proposed', async () => {
    valueOf(await tick(came));
    app().clock.set(FINAL);
    valueOf(await tick(absent));
    app().clock.set(AFTER);
    await app().runJobs();
    expect(await statuses()).toEqual(['attended', 'attended', 'no-show']);
  });

  it('are nobody’s where the door was never used, or only by mistake', async () => {
    app().clock.set(END);
    expect(await states()).toEqual(['not-recorded', 'not-recorded', 'not-recorded']);
    valueOf(await tick(came));
    valueOf(
      await app().call(routes.undo, {
        params: { occurrenceId: lineId },
        body: { requestKey: key(), signupId: (await signupOf(came)).id, reason: '点错了' },
        ...staff,
      }),
    );
    app().clock.set(AFTER);
    await app().runJobs();
    expect(await statuses()).toEqual(['confirmed', 'confirmed', 'confirmed']);
  });

  it('become final once, whichever of many runs comes first', async () => {
    valueOf(await tick(came));
    app().clock.set(AFTER);
    const job = app().get(SettleAbsences);
    const settled = await Promise.all(Array.from({ length: 6 }, () => job.execute()));
    expect(settled.reduce((sum, each) => sum + each, 0)).toBe(2);
    const events = await app().seed((tx) =>
      tx.query("SELECT id FROM signup_event WHERE line_id = ? AND action = 'no-show'", [lineId]),
    );
    expect(events).toHaveLength(2);
  });

  it('restrict only where the organization turned it on, and not once they are excused', async () => {
    const second = await app().seed(async (tx) => {
      const { id } = await aLine(tx, { organizationId: 'here', startsAt: START, endsAt: END });
      await confirmedPlaces(tx, id, [absent]);
      await tx.query("UPDATE signup SET status = 'no-show' WHERE line_id = ?", [id]);
      return id;
    });
    valueOf(await tick(came));
    app().clock.set(AFTER);
    await app().runJobs();
    expect((await signupOf(absent, second)).status).toBe('no-show');
    const restricted = () =>
      app().seed(async (tx) => [
        ...(await app()
          .get(Restrictions)
          .restrictionsOf(tx, [came, absent, sorry], 'here', app().clock.now())),
      ]);
    const set = (on: boolean) =>
      app().call(organizationRoutes.changeSettings, {
        params: { organizationId: 'here' },
        body: { restriction: { on, noShows: 2, withinDays: 90, forDays: 30 } },
        ...staff,
      });
    expect(await restricted()).toEqual([]);
    valueOf(await set(true));
    expect(await restricted()).toEqual([[absent, { until: '2026-12-28T08:00:00.000Z', noShows: 2 }]]);
    const elsewhere = await app().seed((tx) =>
      app().get(Restrictions).restrictionOf(tx, absent, 'elsewhere', app().clock.now()),
    );
    expect(elsewhere).toBeNull();
    app().clock.set('2026-12-28T08:00:00.000Z');
    expect(await restricted()).toEqual([]);
    app().clock.set(AFTER);
    valueOf(await excuse(absent));
    expect(await restricted()).toEqual([]);
    valueOf(await set(false));
  });
});
