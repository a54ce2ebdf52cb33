import { fileURLToPath } from 'node:url';
import { describe } from '@jest/globals';

/** A MariaDB of the spec's own, which it may kill and start again on the same data. */
export interface PrivateDatabase {
  /** `mysql://…/`, of an account that may create databases; the same after a restart. */
  readonly url: string;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** What the specs use of the tooling, which is JavaScript outside this package. */
interface Tool {
  hasServerProgram(): boolean;
  startTestDatabase(options: { env: NodeJS.ProcessEnv }): Promise<PrivateDatabase>;
}

const tool = (await import(
  fileURLToPath(new URL('../../../../../scripts/test-database.mjs', import.meta.url))
)) as Tool;

/** Without TEST_DATABASE_URL, whose server is not ours to kill. */
export const startPrivateDatabase = (): Promise<PrivateDatabase> => {
  const { TEST_DATABASE_URL: _named, ...env } = process.env;
  return tool.startTestDatabase({ env });
};

const available = tool.hasServerProgram();
if (!available)
  process.stderr.write('\n!! SKIPPED: the death of the database. It needs mariadbd on this machine.\n\n');

export const describeWithPrivateDatabase: typeof describe.skip = available ? describe : describe.skip;
