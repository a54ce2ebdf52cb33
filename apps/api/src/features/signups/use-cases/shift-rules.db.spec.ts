/** Real: both databases, the line desk and its locks. Not real: the clock. */
import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import { insertRows } from '../../../platform/db/rows.js';
import { anOrganization, people } from '../../../test/builders.js';
import { onBothEngines } from '../../../test/engines.js';
import { aPlainActivity, aShift, confirmedPlaces } from '../../../test/shift-builders.js';
import { signupDesk } from '../../../test/signup-desk.js';
import { TestClock } from '../../../test/test-clock.js';

onBothEngines('what a shift asks', (db) => {
  let desk: ReturnType<typeof signupDesk>;
  let keys = 0;
  const key = () => `key-${String((keys += 1)).padStart(8, '0')}`;

  beforeAll(async () => {
    await db().uow.run(async (tx) => {
      const street = await anOrganization(tx, { id: 'street', kind: 'street' });
      await anOrganization(tx, { id: 'here', parentPath: street.path });
      await aPlainActivity(tx, { id: 'activity', organizationId: 'here' });
    });
  });
  beforeEach(() => {
    desk = signupDesk(db().uow, new TestClock('2026-11-23T02:00:00.000Z'));
  });

  const shift = (from: string, to: string) =>
    db().uow.run((tx) =>
      aShift(tx, {
        activityId: 'activity',
        organizationId: 'here',
        startsAt: from,
        endsAt: to,
        capacity: 50,
      }),
    );
  const born = (year: number | null, amount = 1) =>
    db().uow.run(async (tx) => {
      const made = (await people(tx, amount)).map(({ id }) => id);
      for (const id of made) await tx.query('UPDATE person SET birth_year = ? WHERE id = ?', [year, id]);
      return made;
    });
  const join = (personId: string, shiftId: string) =>
    desk.signUp.execute(personId, 'shift', shiftId, { requestKey: key() }).then(
      ({ status }) => status,
      (error: { code?: string }) => error.code ?? String(error),
    );
  let day = 0;
  /** Another day for each: nobody is tired yet. */
  const someShift = () => {
    day += 1;
    const date = new Date(Date.UTC(2026, 11, day)).toISOString().slice(0, 10);
    return shift(`${date}T01:00:00.000Z`, `${date}T03:00:00.000Z`);
  };

  it('art. 15: refuses whoever is too young, and lets a minor in once a guardian consented', async () => {
    const { id } = await someShift();
    const [child, minor, unknown] = [
      (await born(2015))[0] ?? '',
      (await born(2010))[0] ?? '',
      (await born(null))[0] ?? '',
    ];
    expect(await join(child, id)).toBe('signup.too-young');
    expect(await join(unknown, id)).toBe('signup.age-unknown');
    expect(await join(minor, id)).toBe('signup.guardian-consent');
    await db().uow.run((tx) =>
      insertRows(tx, 'qualification', [
        {
          id: `consent-${minor}`,
          person_id: minor,
          organization_id: 'street',
          kind: 'guardian-consent',
          name: '杨建国',
          phone: '10000000000',
          state: 'confirmed',
          done_on: '2026-11-20',
          valid_until: '2027-11-20',
          asked_at: '2026-11-20T00:00:00.000Z',
          decided_by: 'worker',
          decided_at: '2026-11-20T00:00:00.000Z',
          reason: null,
        },
      ]),
    );
    expect(await join(minor, id)).toBe('confirmed');
    const seen = await desk.shiftRules.execute(child, id);
    expect(seen.refusal).toEqual({ code: 'signup.too-young', facts: { least: 14 } });
  });

  it('asks no more of the age of residents who only take part', async () => {
    const [unknown] = await born(null);
    const line = await db().uow.run(async (tx) => {
      const { aLine } = await import('../../../test/builders.js');
      return aLine(tx, {});
    });
    expect(
      (await desk.signUp.execute(unknown ?? '', 'occurrence', line.id, { requestKey: key() })).status,
    ).toBe('confirmed');
  });

  it('plans eight hours of a day and no more, of one that asks at two shifts at once', async () => {
    const morning = await shift('2027-01-05T00:00:00.000Z', '2027-01-05T04:00:00.000Z');
    const noon = await shift('2027-01-05T04:00:00.000Z', '2027-01-05T06:00:00.000Z');
    const evening = await shift('2027-01-05T06:00:00.000Z', '2027-01-05T09:00:00.000Z');
    const crowd = await born(1990, 12);
    await db().uow.run((tx) => confirmedPlaces(tx, morning.id, crowd));
    // Four hours are planned; two and three more are nine: only one of them fits.
    const outcomes = await Promise.all(
      crowd.map(async (who) => (await Promise.all([join(who, noon.id), join(who, evening.id)])).sort()),
    );
    expect(outcomes).toEqual(crowd.map(() => ['confirmed', 'signup.overwork']));
  });

  it('plans six hours of a day for a minor', async () => {
    const [minor] = await born(2010);
    const id = minor ?? '';
    await db().uow.run((tx) =>
      insertRows(tx, 'qualification', [
        {
          id: `consent-${id}`,
          person_id: id,
          organization_id: 'here',
          kind: 'guardian-consent',
          name: '杨建国',
          phone: null,
          state: 'confirmed',
          done_on: '2026-11-20',
          valid_until: '2027-11-20',
          asked_at: '2026-11-20T00:00:00.000Z',
          decided_by: 'worker',
          decided_at: '2026-11-20T00:00:00.000Z',
          reason: null,
        },
      ]),
    );
    const first = await shift('2027-02-02T00:00:00.000Z', '2027-02-02T04:00:00.000Z');
    const second = await shift('2027-02-02T04:00:00.000Z', '2027-02-02T06:01:00.000Z');
    expect([await join(id, first.id), await join(id, second.id)]).toEqual(['confirmed', 'signup.overwork']);
  });
});
