/**
 * Real: MariaDB, built API processes, HTTP; `kill -9` of a process, and of the database, while phones send what they
 * scanned without a network. Not real: the phones' queue, whose own spec closes it after each failure.
 */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import mysql from 'mysql2/promise';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../platform/db/data-source.js';
import { migrate } from '../../platform/db/migrate.js';
import { UnitOfWork } from '../../platform/db/unit-of-work.js';
import { type ApiProcess, startProcess } from '../race/processes.js';
import { SECRET } from './burst.js';
import { aDayWithoutSignal, drainAll, lostOrDoubled } from './phones.js';
import {
  describeWithPrivateDatabase,
  type PrivateDatabase,
  startPrivateDatabase,
} from './private-database.js';

const PHONES = 150;

describeWithPrivateDatabase('kill -9 while phones send what waited', () => {
  let database: PrivateDatabase;
  let databaseUrl = '';
  let source: DataSource;
  let uow: UnitOfWork;
  const servers: ApiProcess[] = [];
  const startApi = () => startProcess({ APP_SECRET: SECRET, DATABASE_URL: databaseUrl });
  const serverOf = (turn: number): string => servers[turn % servers.length]?.baseUrl ?? '';

  beforeAll(async () => {
    database = await startPrivateDatabase();
    const admin = await mysql.createConnection(database.url);
    await admin.query('CREATE DATABASE faults');
    await admin.end();
    databaseUrl = `${database.url}faults`;
    source = createDataSource({ databaseUrl, databasePool: 5, dataDir: '' });
    await source.initialize();
    await migrate(source);
    uow = new UnitOfWork(source);
    servers.push(await startApi(), await startApi());
  }, 60_000);

  afterAll(async () => {
    await Promise.all(servers.map((server) => server.kill('SIGTERM')));
    await source.destroy();
    await database.stop();
  });

  it('an API process: the queues drain afterwards, nothing lost, nothing doubled', async () => {
    const { shiftId, phones } = await uow.run((tx) => aDayWithoutSignal(tx, PHONES));
    let death: Promise<void> | undefined;
    const { retries } = await drainAll(phones, serverOf, (count) => {
      // While half of the phones still wait for their first answer.
      if (count >= 60)
        death ??= servers[0]?.kill('SIGKILL').then(async () => void (servers[0] = await startApi()));
    });
    await death;
    // Otherwise nobody was hurt and this spec shows nothing.
    expect(retries).toBeGreaterThan(0);
    expect(await lostOrDoubled(uow, shiftId, phones)).toEqual([]);
  }, 60_000);

  it('the database: the queues drain afterwards, nothing lost, nothing doubled', async () => {
    const { shiftId, phones } = await uow.run((tx) => aDayWithoutSignal(tx, PHONES));
    let death: Promise<void> | undefined;
    const { retries } = await drainAll(phones, serverOf, (count) => {
      if (count >= 60) death ??= database.kill().then(() => database.restart());
    });
    await death;
    expect(retries).toBeGreaterThan(0);
    expect(await lostOrDoubled(uow, shiftId, phones)).toEqual([]);
  }, 60_000);
});
