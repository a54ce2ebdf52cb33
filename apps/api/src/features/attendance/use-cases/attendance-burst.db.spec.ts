/** Real: both databases, the migrations, the desk, HMAC. Not real: the clock. */
import { beforeAll, expect, it } from '@jest/globals';
import type { ScanOutcome } from '@xiaolin/shared-types/attendance/schema';
import { aMembership, anOrganization, aPerson, people } from '../../../test/builders.js';
import { onBothEngines } from '../../../test/engines.js';
import { scanDesk } from '../../../test/scan-desk.js';
import { aPlainActivity, aShift, confirmedPlaces } from '../../../test/shift-builders.js';
import { TestClock } from '../../../test/test-clock.js';

const START = '2026-11-28T06:00:00.000Z';
const END = '2026-11-28T08:00:00.000Z';
const VOLUNTEERS = 500;
const SEEDED_AT_ONCE = 500;
/** One minute in steps of five seconds: the site's code changes three times on the way. */
const WAVES = 12;
const WAVE_MINUTES = 1 / WAVES;

interface Try {
  readonly personId: string;
  readonly requestKey: string;
  readonly byStaff: boolean;
}

onBothEngines('a crowd at the door', (db) => {
  const clock = new TestClock();
  // Two desks, as two processes have them: only the database stands between them.
  let processes: readonly ReturnType<typeof scanDesk>[] = [];

  beforeAll(async () => {
    processes = [0, 1].map(() => scanDesk(db().uow, clock));
    await db().uow.run(async (tx) => {
      const street = await anOrganization(tx, { id: 'street', kind: 'street' });
      await anOrganization(tx, { id: 'here', parentPath: street.path });
      await aPlainActivity(tx, { id: 'activity', organizationId: 'here' });
      await aPerson(tx, { id: 'worker' });
      await aMembership(tx, 'worker', 'here');
    });
  });

  const seed = (volunteers: number) =>
    db().uow.run(async (tx) => {
      const shift = await aShift(tx, {
        activityId: 'activity',
        organizationId: 'here',
        startsAt: START,
        endsAt: END,
      });
      const crowd: string[] = [];
      // In parts: SQLite takes only so many values in one statement.
      for (let left = volunteers; left > 0; left -= SEEDED_AT_ONCE) {
        const part = await people(tx, Math.min(left, SEEDED_AT_ONCE));
        crowd.push(...part.map(({ id }) => id));
      }
      await confirmedPlaces(tx, shift.id, crowd);
      return { shiftId: shift.id, crowd };
    });
  const send = (shiftId: string, direction: 'in' | 'out', each: Try, at: number): Promise<ScanOutcome> => {
    const process = processes[at % processes.length];
    if (process === undefined) throw new Error('no process');
    const { personId, requestKey, byStaff } = each;
    const common = { requestKey, deviceTime: clock.in((at % 21) - 10) };
    return byStaff
      ? process.staff.execute('worker', shiftId, {
          ...common,
          code: process.codes.ofVolunteer(personId).code,
          direction,
        })
      : process.site.execute(personId, { ...common, code: process.codes.ofSite(shiftId, direction).code });
  };
  /** Everybody once and three in ten twice, in another order than they signed up; a fifth come past the staff. */
  const triesOf = (crowd: readonly string[], direction: string): Try[] => {
    const once = crowd.map((personId, at) => ({
      personId,
      requestKey: `${direction}-first-${personId}`,
      byStaff: at % 5 === 0,
    }));
    const twice = once
      .filter((_, at) => at % 10 < 3)
      .map((each) => ({ ...each, requestKey: `${direction}-again-${each.personId}` }));
    const all = [...once, ...twice];
    // 17 divides neither 650 nor 5,005: every index comes up once.
    return all.map((_, at) => all[(at * 17) % all.length]).filter((each) => each !== undefined);
  };
  const pass = async (shiftId: string, crowd: readonly string[], direction: 'in' | 'out') => {
    const tries = triesOf(crowd, direction);
    const size = Math.ceil(tries.length / WAVES);
    const outcomes: ScanOutcome[] = [];
    for (let from = 0; from < tries.length; from += size) {
      const wave = tries.slice(from, from + size);
      outcomes.push(...(await Promise.all(wave.map((each, at) => send(shiftId, direction, each, at)))));
      clock.advance(WAVE_MINUTES);
    }
    return outcomes;
  };
  const countOf = async (table: string, shiftId: string, people: 'people' | 'rows' = 'rows') => {
    const what = people === 'people' ? 'DISTINCT person_id' : '*';
    const [row] = await db().uow.read((tx) =>
      tx.query<{ n: number }>(`SELECT COUNT(${what}) AS n FROM ${table} WHERE shift_id = ?`, [shiftId]),
    );
    return Number(row?.n);
  };

  it('500 volunteers within a minute, three in ten of them twice, phones ten minutes off: one attendance and one record each', async () => {
    clock.set(START);
    const { shiftId, crowd } = await seed(VOLUNTEERS);
    const arrivals = await pass(shiftId, crowd, 'in');
    expect(arrivals).toHaveLength(VOLUNTEERS * 1.3);
    expect(arrivals.filter(({ repeated }) => !repeated)).toHaveLength(VOLUNTEERS);
    clock.set('2026-11-28T07:30:00.000Z');
    const ways = await pass(shiftId, crowd, 'out');
    expect(ways.filter(({ repeated }) => !repeated)).toHaveLength(VOLUNTEERS);
    // The server's clock counts, whatever the phone says.
    expect(ways.every(({ minutes }) => minutes !== null && minutes >= 89 && minutes <= 91)).toBe(true);
    expect(await countOf('attendance', shiftId)).toBe(VOLUNTEERS);
    expect(await countOf('attendance', shiftId, 'people')).toBe(VOLUNTEERS);
    expect(await countOf('hour_record', shiftId)).toBe(VOLUNTEERS);
    expect(await countOf('hour_record', shiftId, 'people')).toBe(VOLUNTEERS);
  }, 120_000);

  it('5,000 scans at once in another order, three in ten of them doubled: one attendance each, and nobody is turned away', async () => {
    clock.set(START);
    const volunteers = 3_850;
    const { shiftId, crowd } = await seed(volunteers);
    const tries = triesOf(crowd, 'rush').map((each) => ({ ...each, byStaff: false }));
    expect(tries.length).toBeGreaterThan(5_000);
    // The desk has room for all of them: none is told that it is busy.
    const outcomes = await Promise.all(tries.map((each, at) => send(shiftId, 'in', each, at)));
    expect(outcomes.filter(({ repeated }) => !repeated)).toHaveLength(volunteers);
    expect(await countOf('attendance', shiftId)).toBe(volunteers);
    expect(await countOf('attendance_event', shiftId)).toBe(volunteers);
  }, 120_000);
});
