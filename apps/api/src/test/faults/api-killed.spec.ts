/**
 * Real: MariaDB, two built API processes, HTTP, every rule of signing up; `kill -9` of one of them in the middle of a
 * burst, twenty times. What a person was told is kept, whoever was told nothing asks the other process with the same
 * key, and seats that came free were offered once each.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../platform/db/data-source.js';
import { migrate } from '../../platform/db/migrate.js';
import { UnitOfWork } from '../../platform/db/unit-of-work.js';
import { createTestDatabase, describeOnMysql, type TestDatabase } from '../engines.js';
import { brokenPromises } from '../race/line-invariants.js';
import { type ApiProcess, startProcess } from '../race/processes.js';
import { answersThatChanged, burst, post, SECRET } from './burst.js';
import { aStormyLine, brokenTrail, doing, joining, placesIn, type Wish } from './storm.js';

const KILLS = 20;
const PEOPLE = 150;
const PLACES = 30;
const CLIENTS = 40;
/** What a dead process had begun to deliver is taken over when its lease of 30 seconds has run out. */
const INBOX_WITHIN_MS = 45_000;

describeOnMysql('kill -9 of one of two API processes in the middle of a burst', () => {
  let database: TestDatabase;
  let source: DataSource;
  let uow: UnitOfWork;
  let survivor: ApiProcess;

  const startApi = () =>
    startProcess({
      APP_SECRET: SECRET,
      DATABASE_URL: database.config.databaseUrl ?? '',
      LOG_LEVEL: 'silent',
    });

  beforeAll(async () => {
    database = await createTestDatabase('mysql');
    source = createDataSource(database.config);
    await source.initialize();
    await migrate(source);
    uow = new UnitOfWork(source);
    survivor = await startApi();
  }, 60_000);

  afterAll(async () => {
    await survivor.kill('SIGTERM');
    await source.destroy();
    await database.drop();
  });

  /** Half of them through a process that dies after so many answers; then the same from whoever heard nothing. */
  async function storm(wishes: readonly Wish[], clients: number, answersBefore: number): Promise<void> {
    const victim = await startApi();
    let death: Promise<void> | undefined;
    const first = await burst(
      wishes,
      clients,
      (wish, at) => post((at % 2 === 0 ? victim : survivor).baseUrl, wish),
      (count) => {
        if (count >= answersBefore) death ??= victim.kill('SIGKILL');
      },
    );
    await death;
    expect(first.strange).toEqual([]);
    // Otherwise nobody was hurt and this spec shows nothing.
    expect(first.unanswered.length).toBeGreaterThan(0);
    const again = (wish: Wish) => post(survivor.baseUrl, wish);
    expect(await answersThatChanged(first.told, wishes, again)).toEqual([]);
    const second = await burst(first.unanswered, CLIENTS, again);
    expect([second.unanswered, second.strange]).toEqual([[], []]);
    expect(first.told.size + second.told.size).toBe(wishes.length);
  }

  /** The trail once the inbox has caught up. */
  async function trailOf(lineId: string): Promise<string[]> {
    const deadline = performance.now() + INBOX_WITHIN_MS;
    for (;;) {
      const broken = await brokenTrail(uow, lineId);
      if (broken.length === 0 || performance.now() > deadline) return broken;
      await sleep(100);
    }
  }

  // While people sign up and give up, and while they answer what they were offered: each ten times.
  const kills = Array.from({ length: KILLS / 2 }, (_, at) => [3 + 7 * at, 1 + at] as const);
  it.each(kills)(
    'after %i answers of signing up, and again after %i answers to offers',
    async (joined, answered) => {
      const { lineId, persons } = await uow.run((tx) => aStormyLine(tx, 2 * PLACES, PEOPLE));
      const early = persons.slice(0, PLACES + 20).map((personId) => joining(lineId, personId));
      const filled = await burst(early, CLIENTS, (wish) => post(survivor.baseUrl, wish));
      expect([filled.unanswered, filled.strange]).toEqual([[], []]);

      const leaving = (await placesIn(uow, lineId, 'confirmed')).slice(0, 24);
      const late = persons.slice(PLACES + 20).map((personId) => joining(lineId, personId));
      // Those who leave among those who come, so that seats are offered all the while.
      const mixed = late.flatMap((wish, at) => {
        const left = at % 4 === 0 ? leaving[at / 4] : undefined;
        return left === undefined ? [wish] : [wish, doing('cancel', left)];
      });
      await storm(mixed, CLIENTS, joined);
      expect(await brokenPromises(uow, lineId, 2 * PLACES)).toEqual([]);

      const offered = await placesIn(uow, lineId, 'offered');
      expect(offered.length).toBe(24);
      await storm(
        offered.map((place, at) => doing(at % 3 === 0 ? 'decline' : 'accept', place)),
        // Few at once, so that the death falls among them and not after the only batch.
        8,
        answered,
      );
      expect(await brokenPromises(uow, lineId, 2 * PLACES)).toEqual([]);
      // Each of the eight that were turned down went to the next in line.
      expect(await placesIn(uow, lineId, 'offered')).toHaveLength(8);
      expect(await trailOf(lineId)).toEqual([]);
      const rows = await uow.read((tx) => tx.query('SELECT id FROM signup WHERE line_id = ?', [lineId]));
      expect(rows).toHaveLength(PEOPLE);
    },
    120_000,
  );
});
