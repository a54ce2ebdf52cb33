/**
 * Real: the backup commands of docs/operations.md, on both engines, while people sign up. A copy taken in the middle
 * is consistent; a copy of a quiet database is the same, table by table.
 */
import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signupRoutes } from '@xiaolin/shared-types/signups/routes';
import type { DataSource } from 'typeorm';
import type { Config } from '../../platform/config/config.js';
import { createDataSource, type Engine } from '../../platform/db/data-source.js';
import { UnitOfWork } from '../../platform/db/unit-of-work.js';
import { startTestApp, type TestApp } from '../app.js';
import { aLine, people } from '../builders.js';
import { createTestDatabase, mysqlAvailable, type TestDatabase } from '../engines.js';
import { brokenPromises } from '../race/line-invariants.js';

const PEOPLE = 300;
const SEATS = 60;
const require = createRequire(import.meta.url);

/** Copies one database over another, as docs/operations.md says. */
type Backup = (from: Config, to: Config) => Promise<void>;

const dumpAndRestore: Backup = async (from, to) => {
  const [source, target] = [new URL(from.databaseUrl ?? ''), new URL(to.databaseUrl ?? '')];
  const login = ({ hostname, port, username }: URL) => [
    '-h',
    hostname,
    '-P',
    port,
    '-u',
    username,
    '--protocol=TCP',
  ];
  const env = { PATH: process.env['PATH'], MYSQL_PWD: source.password };
  const dump = spawn(
    'mariadb-dump',
    [
      '--no-defaults',
      ...login(source),
      '--single-transaction',
      '--default-character-set=utf8mb4',
      source.pathname.slice(1),
    ],
    { env, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const restore = spawn(
    'mariadb',
    ['--no-defaults', ...login(target), '--default-character-set=utf8mb4', target.pathname.slice(1)],
    {
      env,
      stdio: ['pipe', 'inherit', 'inherit'],
    },
  );
  const ended = new Promise<number | null>((resolve) => restore.on('exit', resolve));
  await pipeline(dump.stdout, restore.stdin);
  if ((await ended) !== 0) throw new Error('the dump could not be restored');
};

const vacuumInto: Backup = async (from, to) => {
  const file = ({ dataDir }: Config) => join(dataDir, 'xiaolin.sqlite');
  const command =
    'new (require(process.argv[1]))(process.argv[2]).prepare("VACUUM INTO ?").run(process.argv[3])';
  await promisify(execFile)(process.execPath, [
    '-e',
    command,
    require.resolve('libsql'),
    file(from),
    file(to),
  ]);
};

const dumpAvailable =
  mysqlAvailable &&
  (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(join(folder, 'mariadb-dump')));
if (mysqlAvailable && !dumpAvailable)
  process.stderr.write(
    '\n!! SKIPPED: backup on MariaDB. It needs mariadb-dump (package mariadb-client).\n\n',
  );

const engines: readonly (readonly [Engine, Backup, boolean])[] = [
  ['mysql', dumpAndRestore, dumpAvailable],
  ['sqlite', vacuumInto, true],
];

/** Each table with a checksum of its rows, whatever their order on disk. */
async function checksums(source: DataSource): Promise<Record<string, string>> {
  const uow = new UnitOfWork(source);
  const sql =
    uow.engine === 'mysql'
      ? "SELECT TABLE_NAME AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'"
      : "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
  const names = (await uow.read((tx) => tx.query<{ name: string }>(sql))).map(({ name }) => name).sort();
  const sums: Record<string, string> = {};
  for (const name of names) {
    const rows = await uow.read((tx) => tx.query<object>(`SELECT * FROM ${name}`));
    const text = rows
      .map((row) => JSON.stringify(row))
      .sort()
      .join('\n');
    sums[name] = `${rows.length} ${createHash('sha256').update(text).digest('hex')}`;
  }
  return sums;
}

for (const [engine, backup, available] of engines) {
  (available ? describe : describe.skip)(`a backup, restored [${engine}]`, () => {
    let app: TestApp;
    let config: Config;
    let lineId: string;
    let persons: { id: string }[];
    const copies: TestDatabase[] = [];

    beforeAll(async () => {
      app = await startTestApp(engine);
      config = app.config;
      ({ lineId, persons } = await app.seed(async (tx) => ({
        lineId: (await aLine(tx, { capacity: SEATS, waitlistLimit: PEOPLE })).id,
        persons: await people(tx, PEOPLE),
      })));
    });
    afterAll(async () => {
      await app.close();
      for (const copy of copies) await copy.drop();
    });

    async function restored<T>(read: (source: DataSource) => Promise<T>): Promise<T> {
      const copy = await createTestDatabase(engine);
      copies.push(copy);
      await backup(config, copy.config);
      const source = await createDataSource(copy.config).initialize();
      try {
        return await read(source);
      } finally {
        await source.destroy();
      }
    }

    const signUp = ({ id }: { id: string }) =>
      app.call(signupRoutes.createForOccurrence, {
        params: { occurrenceId: lineId },
        body: { requestKey: `backup-${id}` },
        as: id,
      });

    it('taken while people sign up, keeps every promise', async () => {
      const waiting = [...persons];
      const clients = Array.from({ length: 4 }, async () => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await signUp(next);
      });
      const copied = restored((source) => brokenPromises(new UnitOfWork(source), lineId, SEATS));
      await Promise.all(clients);
      expect(await copied).toEqual([]);
    });

    it('of a quiet database, has the same rows in every table', async () => {
      const open = await createDataSource(config).initialize();
      const own = await checksums(open).finally(() => open.destroy());
      expect(Object.keys(own).length).toBeGreaterThan(15);
      expect(own['signup']).toMatch(new RegExp(`^${PEOPLE} `));
      expect(await restored(checksums)).toEqual(own);
    });
  });
}
