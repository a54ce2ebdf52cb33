/** Real: the app on a port, both databases, the outbox, the job. Not real: the clock. */
import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import { dueDateRoutes as routes } from '@xiaolin/shared-types/due-dates/routes';
import { inboxRoutes } from '@xiaolin/shared-types/inbox/routes';
import { onRunningApp, valueOf } from '../../../test/app.js';
import { aMembership, anOrganization, aPerson } from '../../../test/builders.js';
import { someHours } from '../../../test/hour-builders.js';
import { aPlainActivity } from '../../../test/shift-builders.js';
import { RemindOfDueHours } from '../use-cases/remind-of-due-hours.js';

onRunningApp('hours that are due, over HTTP', (app) => {
  let serial = 0;
  let street = '';
  let here = '';
  let there = '';

  beforeAll(() => app().seed((tx) => aPlainActivity(tx, { id: 'activity', organizationId: 'any' })));

  /** A street of its own for each test; nothing else is left waiting, because the job is about everybody. */
  beforeEach(async () => {
    serial += 1;
    [street, here, there] = [`street${serial}`, `here${serial}`, `there${serial}`];
    await app().seed(async (tx) => {
      await tx.query("UPDATE hour_record SET status = 'confirmed'");
      const { path } = await anOrganization(tx, { id: street, kind: 'street' });
      await anOrganization(tx, { id: here, parentPath: path, name: '万溪冲社区' });
      await anOrganization(tx, { id: there, parentPath: path, name: '花园里社区' });
      for (const unit of [street, here, there]) {
        await aPerson(tx, { id: `w-${unit}` });
        await aMembership(tx, `w-${unit}`, unit);
      }
    });
  });

  const pending = (unitId: string, dueOn: string, personId = 'someone') =>
    app().seed((tx) => someHours(tx, { personId, unitId, activityId: 'activity', status: 'pending', dueOn }));
  const on = (day: string) => app().clock.set(`${day}T02:00:00.000Z`);
  const overdue = async (unit: string) => valueOf(await app().call(routes.overdue, { as: `w-${unit}` }));
  const remind = async () => {
    const told = await app().get(RemindOfDueHours).execute();
    await app().deliverOutbox();
    return told;
  };
  const heard = async (unit: string) =>
    valueOf(await app().call(inboxRoutes.list, { query: {}, as: `w-${unit}` })).items.map(
      ({ kind, facts }) => ({
        kind,
        facts,
      }),
    );

  it('art. 11: shows a street what is past its due day, by community, the oldest first', async () => {
    await pending(here, '2026-12-09', 'one');
    await pending(here, '2026-12-04', 'two');
    await pending(there, '2026-12-01');
    await pending(there, '2026-12-11');
    await pending(there, '2026-12-16');
    await pending(there, '2026-12-17');
    on('2026-12-11');
    expect(await overdue(street)).toMatchObject({
      today: '2026-12-11',
      records: 3,
      dueSoon: 2,
      calendarUntil: 2026,
      units: [
        { unitId: there, records: 1, people: 1, oldestDueOn: '2026-12-01', workingDaysOver: 8 },
        {
          unitId: here,
          unitName: '万溪冲社区',
          records: 2,
          people: 2,
          oldestDueOn: '2026-12-04',
          workingDaysOver: 5,
        },
      ],
    });
    expect((await overdue(here)).units.map(({ unitId }) => unitId)).toEqual([here]);
  });

  it('art. 11: reminds the unit three working days before, once', async () => {
    await pending(here, '2026-12-16');
    on('2026-12-10');
    expect(await remind()).toBe(0);
    // Friday: Monday, Tuesday and Wednesday are left.
    on('2026-12-11');
    expect(await remind()).toBe(1);
    const told = [{ kind: 'hours.due-soon', facts: { records: 1, units: 1, oldestDueOn: '2026-12-16' } }];
    expect(await heard(here)).toEqual(told);
    on('2026-12-14');
    expect(await remind()).toBe(0);
    expect([await heard(here), await heard(there), await heard(street)]).toEqual([told, [], []]);
  });

  it('art. 11: tells the street of what is overdue, once a day at most and each record once', async () => {
    await pending(here, '2026-12-10');
    await pending(there, '2026-12-09');
    on('2026-12-11');
    await remind();
    const first = { kind: 'hours.overdue', facts: { records: 2, units: 2, oldestDueOn: '2026-12-09' } };
    expect(await heard(street)).toEqual([first]);
    // Found later on the same day: it waits for tomorrow.
    await pending(here, '2026-12-08');
    expect(await remind()).toBe(0);
    on('2026-12-12');
    await remind();
    expect(await heard(street)).toEqual([
      { kind: 'hours.overdue', facts: { records: 1, units: 1, oldestDueOn: '2026-12-08' } },
      first,
    ]);
    on('2026-12-14');
    expect(await remind()).toBe(0);
  });

  it('tells nobody of what was confirmed in time', async () => {
    const { id } = await pending(here, '2026-12-10');
    await app().seed((tx) => tx.query("UPDATE hour_record SET status = 'confirmed' WHERE id = ?", [id]));
    on('2026-12-11');
    expect(await remind()).toBe(0);
    expect((await overdue(street)).records).toBe(0);
  });

  it('says it once however many processes run the job', async () => {
    await pending(here, '2026-12-10');
    on('2026-12-11');
    const told = await Promise.all(Array.from({ length: 6 }, () => app().get(RemindOfDueHours).execute()));
    expect(told.reduce((sum, each) => sum + each, 0)).toBe(1);
    await app().deliverOutbox();
    expect(await heard(street)).toHaveLength(1);
  });
});
