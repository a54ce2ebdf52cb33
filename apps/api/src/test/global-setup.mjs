import { NoDatabaseServer, startTestDatabase } from '../../../../scripts/test-database.mjs';

/**
 * MariaDB for the specs: TEST_DATABASE_URL, else a private throw-away instance of the machine's `mariadbd`. Where
 * there is neither, `engines.ts` says loudly what is skipped.
 */
export default async function globalSetup() {
  if (process.env.TEST_DATABASE_URL) return;
  const database = await startTestDatabase().catch((error) => {
    if (error instanceof NoDatabaseServer) return null;
    throw error;
  });
  if (database === null) return;
  process.env.TEST_DATABASE_URL = database.url;
  globalThis.testDatabase = database;
}
