import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from '@jest/globals';
import mysql from 'mysql2/promise';
import type { DataSource } from 'typeorm';
import { type Config, readConfig } from '../platform/config/config.js';
import { createDataSource, type Engine } from '../platform/db/data-source.js';
import { migrate } from '../platform/db/migrate.js';
import { UnitOfWork } from '../platform/db/unit-of-work.js';

export interface TestDatabase {
  readonly config: Config;
  drop(): Promise<void>;
}

/** An empty database of its own: nothing is shared between spec files. */
export async function createTestDatabase(engine: Engine): Promise<TestDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), 'xiaolin-spec-'));
  const env = { DATA_DIR: dataDir, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'silent', DEMO_SIGN_IN: 'on' };
  const forgetFiles = () => rm(dataDir, { recursive: true, force: true });
  if (engine === 'sqlite') return { config: readConfig(env, dataDir), drop: forgetFiles };
  const admin = adminUrl();
  const name = `spec_${randomBytes(6).toString('hex')}`;
  await onServer(admin, `CREATE DATABASE ${name} DEFAULT CHARACTER SET latin1`);
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return {
    config: readConfig({ ...env, DATABASE_URL: url.href }, dataDir),
    drop: async () => {
      await onServer(admin, `DROP DATABASE ${name}`);
      await forgetFiles();
    },
  };
}

const adminUrl = (): string => {
  const url = process.env['TEST_DATABASE_URL'];
  if (!url) throw new Error('TEST_DATABASE_URL is not set');
  return url;
};

async function onServer(url: string, sql: string): Promise<void> {
  const connection = await mysql.createConnection(url);
  try {
    await connection.query(sql);
  } finally {
    await connection.end();
  }
}

/** MariaDB is there, or its specs are skipped with a shout. */
export const mysqlAvailable = Boolean(process.env['TEST_DATABASE_URL']);
if (!mysqlAvailable)
  process.stderr.write(
    '\n!! SKIPPED: specs on MariaDB. Install mariadb-server, or set TEST_DATABASE_URL.\n\n',
  );

export const describeOnMysql: typeof describe.skip = mysqlAvailable ? describe : describe.skip;

export interface OpenDatabase {
  readonly uow: UnitOfWork;
  readonly source: DataSource;
  readonly config: Config;
}

/**
 * The same spec on both engines, each on a database of its own built by the migrations.
 *
 * @example
 * onBothEngines('SignUp', (db) => { it('…', async () => { await db().uow.run(…) }) })
 */
export function onBothEngines(name: string, body: (db: () => OpenDatabase) => void): void {
  for (const engine of ['sqlite', 'mysql'] as const) {
    const suite = engine === 'mysql' ? describeOnMysql : describe;
    suite(`${name} [${engine}]`, () => {
      let open: OpenDatabase | undefined;
      let database: TestDatabase | undefined;
      beforeAll(async () => {
        database = await createTestDatabase(engine);
        const source = createDataSource(database.config);
        await source.initialize();
        await migrate(source);
        open = { uow: new UnitOfWork(source), source, config: database.config };
      });
      afterAll(async () => {
        await open?.source.destroy();
        await database?.drop();
      });
      body(() => {
        if (open === undefined) throw new Error('the database is open inside tests only');
        return open;
      });
    });
  }
}
