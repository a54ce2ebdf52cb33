import type { DataSource } from 'typeorm';
import type { Config } from '../config/config.js';
import { createDataSource } from './data-source.js';
import { codeOf, isUnreachable } from './unreachable.js';

/** The database did not open at the start: names the variable and the mend, never its user or password. */
export class DatabaseNotOpened extends Error {
  constructor(sentence: string, options: ErrorOptions) {
    super(sentence, options);
    this.name = 'DatabaseNotOpened';
  }
}

/**
 * Connects, once: whoever starts the process starts it again.
 *
 * @throws {@link DatabaseNotOpened} when the configured database is not there or does not let us in.
 */
export async function openDatabase(
  config: Pick<Config, 'databaseUrl' | 'databasePool' | 'dataDir'>,
): Promise<DataSource> {
  try {
    return await createDataSource(config).initialize();
  } catch (error) {
    const mend =
      config.databaseUrl === null ? mendOfFile(error) : mendOfServer(error, new URL(config.databaseUrl));
    throw mend === undefined ? error : new DatabaseNotOpened(mend, { cause: error });
  }
}

function mendOfServer(error: unknown, { hostname, port, pathname }: URL): string | undefined {
  const code = codeOf(error);
  const server = `${hostname}:${port === '' ? '3306' : port}`;
  if (isUnreachable(error))
    return `DATABASE_URL: no database answers at ${server} (${code}). Start it, or correct the host and port.`;
  if (code === 'ER_ACCESS_DENIED_ERROR' || code === 'ER_ACCESS_DENIED_NO_PASSWORD_ERROR')
    return `DATABASE_URL: ${server} refuses this user and password. Correct them, or create the user.`;
  if (code === 'ER_BAD_DB_ERROR' || code === 'ER_DBACCESS_DENIED_ERROR')
    return `DATABASE_URL: ${server} has no database "${pathname.slice(1)}" for this user. Create it and grant it, or correct the name.`;
  return undefined;
}

const FILE_FAULTS: ReadonlySet<string> = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOTDIR',
  'EEXIST',
  'ENOSPC',
  'SQLITE_CANTOPEN',
  'SQLITE_READONLY',
  'SQLITE_NOTADB',
]);

function mendOfFile(error: unknown): string | undefined {
  const code = codeOf(error);
  if (code === undefined || !FILE_FAULTS.has(code)) return undefined;
  return `DATA_DIR: the database file cannot be opened there (${code}). Name a folder that this user may write to, or set DATABASE_URL.`;
}
