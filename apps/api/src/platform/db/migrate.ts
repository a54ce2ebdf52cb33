import type { DataSource } from 'typeorm';
import { engineOf } from './data-source.js';

/** Seconds to wait for another process that is migrating the same database. */
const PATIENCE_SECONDS = 120;

/**
 * Brings the schema up to date. Of several processes that start together one migrates and the others wait: a named
 * lock on MySQL, the file's own lock on SQLite.
 */
export async function migrate(source: DataSource): Promise<void> {
  if (engineOf(source) === 'sqlite') {
    await source.runMigrations();
    return;
  }
  const runner = source.createQueryRunner();
  try {
    const [row] = await runner.query(
      `SELECT GET_LOCK(CONCAT('xiaolin-migrate-', DATABASE()), ${PATIENCE_SECONDS}) AS got`,
    );
    if (Number((row as { got: unknown }).got) !== 1)
      throw new Error('another process has been migrating for two minutes');
    await source.runMigrations();
  } finally {
    await runner.query(`SELECT RELEASE_LOCK(CONCAT('xiaolin-migrate-', DATABASE()))`);
    await runner.release();
  }
}
