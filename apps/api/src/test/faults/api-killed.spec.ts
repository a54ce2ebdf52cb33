/**
 * Real: MariaDB, two built API processes, HTTP; `kill -9` of one of them in the middle of a burst. What a person was
 * told is kept, and whoever was told nothing asks the other process with the same key.
 */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../platform/db/data-source.js';
import { migrate } from '../../platform/db/migrate.js';
import { UnitOfWork } from '../../platform/db/unit-of-work.js';
import { createTestDatabase, describeOnMysql, type TestDatabase } from '../engines.js';
import { brokenPromises } from '../race/line-invariants.js';
import { type ApiProcess, startProcess } from '../race/processes.js';
import { aCrowd, answersThatChanged, burst, SECRET, signUp } from './burst.js';

const PEOPLE = 300;
const SEATS = 40;
const CLIENTS = 60;

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

  it.each([20, 90, 160])(
    'after %i answers',
    async (answersBefore) => {
      const victim = await startApi();
      const { lineId, asks } = await uow.run((tx) => aCrowd(tx, SEATS, PEOPLE));
      let death: Promise<void> | undefined;
      const { told, unanswered, strange } = await burst(
        asks,
        CLIENTS,
        (ask, at) => signUp((at % 2 === 0 ? victim : survivor).baseUrl, lineId, ask),
        (count) => {
          if (count >= answersBefore) death ??= victim.kill('SIGKILL');
        },
      );
      await death;
      expect(strange).toEqual([]);
      // Otherwise nobody was hurt and this spec shows nothing.
      expect(unanswered.length).toBeGreaterThan(0);

      const again = (ask: (typeof asks)[number]) => signUp(survivor.baseUrl, lineId, ask);
      expect(await answersThatChanged(told, asks, again)).toEqual([]);
      const second = await burst(unanswered, CLIENTS, again);
      expect([second.unanswered, second.strange]).toEqual([[], []]);
      expect(told.size + second.told.size).toBe(PEOPLE);
      expect(await brokenPromises(uow, lineId, SEATS)).toEqual([]);
      const rows = await uow.read((tx) => tx.query('SELECT id FROM signup WHERE line_id = ?', [lineId]));
      expect(rows).toHaveLength(PEOPLE);
    },
    60_000,
  );
});
