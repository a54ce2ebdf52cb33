/**
 * Real: a MariaDB of its own that is killed as by a power cut and started again on the same files, two built API
 * processes, HTTP. Nothing that was acknowledged is lost, and nobody has to restart the processes.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import mysql from 'mysql2/promise';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../platform/db/data-source.js';
import { migrate } from '../../platform/db/migrate.js';
import { UnitOfWork } from '../../platform/db/unit-of-work.js';
import { brokenPromises } from '../race/line-invariants.js';
import { type ApiProcess, startProcess } from '../race/processes.js';
import { aCrowd, answersThatChanged, burst, SECRET, signUp } from './burst.js';
import {
  describeWithPrivateDatabase,
  type PrivateDatabase,
  startPrivateDatabase,
} from './private-database.js';

const PEOPLE = 300;
const SEATS = 40;
const CLIENTS = 60;
const TURNS_WITHIN_MS = 2_000;

describeWithPrivateDatabase('kill -9 of the database in the middle of a burst', () => {
  let database: PrivateDatabase;
  let source: DataSource;
  let uow: UnitOfWork;
  const servers: ApiProcess[] = [];

  beforeAll(async () => {
    database = await startPrivateDatabase();
    const admin = await mysql.createConnection(database.url);
    await admin.query('CREATE DATABASE faults');
    await admin.end();
    const databaseUrl = `${database.url}faults`;
    source = createDataSource({ databaseUrl, databasePool: 5, dataDir: '' });
    await source.initialize();
    await migrate(source);
    uow = new UnitOfWork(source);
    for (let at = 0; at < 2; at += 1)
      servers.push(await startProcess({ APP_SECRET: SECRET, DATABASE_URL: databaseUrl }));
  }, 60_000);

  afterAll(async () => {
    await Promise.all(servers.map((server) => server.kill('SIGTERM')));
    await source.destroy();
    await database.stop();
  });

  const everyReady = async () =>
    (await Promise.all(servers.map(({ baseUrl }) => fetch(`${baseUrl}/ready`)))).map(({ status }) => status);

  /** Milliseconds until every process says so. */
  async function until(status: number, patienceMs: number): Promise<number> {
    const began = performance.now();
    for (;;) {
      const statuses = await everyReady();
      const passed = performance.now() - began;
      if (statuses.every((each) => each === status)) return passed;
      if (passed > patienceMs) throw new Error(`/ready says ${statuses.join(', ')} after ${passed} ms`);
      await sleep(20);
    }
  }

  it.each([30, 120])(
    'after %i answers',
    async (answersBefore) => {
      const { lineId, asks } = await uow.run((tx) => aCrowd(tx, SEATS, PEOPLE));
      const serverOf = (at: number) => servers[at % servers.length] as ApiProcess;
      let death: Promise<number> | undefined;
      const first = await burst(
        asks,
        CLIENTS,
        (ask, at) => signUp(serverOf(at).baseUrl, lineId, ask),
        (count) => {
          if (count >= answersBefore) death ??= database.kill().then(() => until(503, TURNS_WITHIN_MS));
        },
      );
      expect(await death).toBeLessThan(TURNS_WITHIN_MS);
      // While the database is away everybody hears `server.not-ready`, never `server.unexpected`.
      expect(first.strange).toEqual([]);
      expect(first.unanswered.length).toBeGreaterThan(0);

      await database.restart();
      await until(200, 10_000);
      const again = (ask: (typeof asks)[number], at = 0) => signUp(serverOf(at + 1).baseUrl, lineId, ask);
      expect(await answersThatChanged(first.told, asks, again)).toEqual([]);
      const second = await burst(first.unanswered, CLIENTS, again);
      expect([second.unanswered, second.strange]).toEqual([[], []]);
      expect(first.told.size + second.told.size).toBe(PEOPLE);
      expect(await brokenPromises(uow, lineId, SEATS)).toEqual([]);
    },
    60_000,
  );
});
