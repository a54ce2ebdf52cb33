import { beforeEach, expect, it } from '@jest/globals';
import { JobRunner } from '../../../platform/jobs/job-runner.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { SystemRandom } from '../../../platform/random/random.js';
import { aLine, people } from '../../../test/builders.js';
import { onBothEngines } from '../../../test/engines.js';
import { confirmedPlaces } from '../../../test/shift-builders.js';
import { TestClock } from '../../../test/test-clock.js';
import { Messages } from '../../inbox/index.js';
import { RemindOfStarts } from './remind-of-starts.js';

const random = new SystemRandom();

onBothEngines('reminders', (db) => {
  let clock: TestClock;
  let line = '';
  let crowd: string[] = [];

  beforeEach(async () => {
    clock = new TestClock();
    await db().uow.run(async (tx) => {
      for (const table of ['outbox', 'line', 'signup']) await tx.query(`DELETE FROM ${table}`);
      // Saturday, 28 November, 14:00 in the district.
      line = (await aLine(tx, { startsAt: '2026-11-28T06:00:00.000Z', endsAt: '2026-11-28T08:00:00.000Z' }))
        .id;
      crowd = (await people(tx, 3)).map(({ id }) => id);
      await confirmedPlaces(tx, line, crowd);
    });
  });

  const aProcess = () =>
    new RemindOfStarts(db().uow, clock, new JobRunner(), new Messages(new Outbox(clock, random)));
  /** Who was told of what so far. */
  const told = async () =>
    (await db().uow.read((tx) => tx.query<{ payload: string }>('SELECT payload FROM outbox')))
      .flatMap(
        ({ payload }) => (JSON.parse(payload) as { messages: { personId: string; kind: string }[] }).messages,
      )
      .map(({ personId, kind }) => `${kind} ${crowd.indexOf(personId)}`)
      .sort();
  const at = async (instant: string) => {
    clock.set(instant);
    return aProcess().execute();
  };
  const set = (sql: string, ...values: string[]) => db().uow.run((tx) => tx.query(sql, values));

  it('tells whoever is confirmed then, the evening before and two hours before, once', async () => {
    expect(await at('2026-11-27T09:59:00.000Z')).toBe(0);
    expect(await at('2026-11-27T10:00:00.000Z')).toBe(1);
    expect(await at('2026-11-27T10:01:00.000Z')).toBe(0);
    const evening = ['reminder.day-before 0', 'reminder.day-before 1', 'reminder.day-before 2'];
    expect(await told()).toEqual(evening);
    await set("UPDATE signup SET status = 'cancelled' WHERE person_id = ?", crowd[1] ?? '');
    expect(await at('2026-11-28T03:59:00.000Z')).toBe(0);
    expect(await at('2026-11-28T04:00:00.000Z')).toBe(1);
    expect(await told()).toEqual([...evening, 'reminder.soon 0', 'reminder.soon 2']);
    expect(await at('2026-11-28T06:00:00.000Z')).toBe(0);
  });

  it('tells once with three processes at it', async () => {
    clock.set('2026-11-27T10:00:00.000Z');
    const rounds = await Promise.all([aProcess(), aProcess(), aProcess()].map((each) => each.execute()));
    expect(rounds.reduce((sum, each) => sum + each)).toBe(1);
    expect(await told()).toHaveLength(3);
  });

  it('reminds of the new time of what moved, and never of what was called off', async () => {
    await at('2026-11-27T10:00:00.000Z');
    await set('UPDATE line SET starts_at = ? WHERE id = ?', '2026-11-29T06:00:00.000Z', line);
    expect(await at('2026-11-28T04:00:00.000Z')).toBe(0);
    expect(await at('2026-11-28T10:00:00.000Z')).toBe(1);
    await set('UPDATE line SET called_off = 1 WHERE id = ?', line);
    expect(await at('2026-11-29T04:00:00.000Z')).toBe(0);
    expect(await told()).toHaveLength(6);
  });
});
