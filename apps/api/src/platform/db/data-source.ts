import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { Config } from '../config/config.js';
import { migrations } from './migrations/index.js';

const require = createRequire(import.meta.url);

export type Engine = 'mysql' | 'sqlite';

export const engineOf = (source: DataSource): Engine =>
  source.options.type === 'better-sqlite3' ? 'sqlite' : 'mysql';

/**
 * The connection of this process.
 *
 * - MySQL/MariaDB: READ COMMITTED. Under REPEATABLE READ a plain read before the row lock fixes the snapshot, and
 *   the counter read under the lock is then old: seats are oversold.
 * - SQLite: the `libsql` package behind TypeORM's `better-sqlite3` driver; it installs without a compiler. There is
 *   one connection, so {@link UnitOfWork} lets one transaction in at a time.
 */
export function createDataSource(
  config: Pick<Config, 'databaseUrl' | 'databasePool' | 'dataDir'>,
): DataSource {
  const shared = {
    migrations,
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
  } as const;
  const options: DataSourceOptions =
    config.databaseUrl === null
      ? {
          ...shared,
          type: 'better-sqlite3',
          driver: require('libsql') as unknown,
          ...sqliteFile(config.dataDir),
        }
      : {
          ...shared,
          type: 'mysql',
          driver: require('mysql2') as unknown,
          url: config.databaseUrl,
          charset: 'utf8mb4',
          timezone: 'Z',
          isolationLevel: 'READ COMMITTED',
          poolSize: config.databasePool,
          supportBigNumbers: true,
        };
  return new DataSource(options);
}

function sqliteFile(dataDir: string) {
  mkdirSync(dataDir, { recursive: true });
  return {
    database: join(dataDir, 'xiaolin.sqlite'),
    enableWAL: true,
    prepareDatabase: (db: { pragma(text: string): void }) => {
      // An acknowledged write must survive a power cut, so every commit reaches the disk.
      db.pragma('synchronous = FULL');
      db.pragma('busy_timeout = 5000');
    },
  };
}
