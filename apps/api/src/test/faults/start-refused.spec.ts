/** Real: the built server, told something that cannot work. It ends with a sentence for whoever can mend it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeOnMysql } from '../engines.js';
import { failedStart } from '../race/processes.js';

const PASSWORD = 'a-password-that-nobody-may-see';
const STACK = /\n\s+at /;

const serverWith = (change: (url: URL) => void): string => {
  const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  url.pathname = '/no_such_database';
  change(url);
  return url.href;
};

describe('a start that is refused', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'xiaolin-refused-'));
    await writeFile(join(folder, 'file'), '');
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each<[string, () => Record<string, string>, RegExp]>([
    [
      'nobody listens',
      () => ({ DATABASE_URL: `mysql://app:${PASSWORD}@127.0.0.1:1/xiaolin` }),
      /^DATABASE_URL: no database answers at 127\.0\.0\.1:1 \(ECONNREFUSED\)\. Start it/,
    ],
    [
      'the host does not exist',
      () => ({ DATABASE_URL: `mysql://app:${PASSWORD}@nowhere.invalid/xiaolin` }),
      /^DATABASE_URL: no database answers at nowhere\.invalid:3306 \((ENOTFOUND|EAI_AGAIN)\)/,
    ],
    ['DATA_DIR is no folder', () => ({ DATA_DIR: join(folder, 'file') }), /^DATA_DIR: .+Name a folder/],
    [
      'demonstration sign-in in production',
      () => ({
        NODE_ENV: 'production',
        DEMO_SIGN_IN: 'on',
        APP_SECRET: PASSWORD.repeat(2),
        SIGNING_KEY: 'A'.repeat(43),
        DATABASE_URL: `mysql://app:${PASSWORD}@127.0.0.1:1/xiaolin`,
      }),
      /^Configuration refused:\n {2}- DEMO_SIGN_IN must be off/,
    ],
  ])('%s', async (_, env, sentence) => {
    const { code, said } = await failedStart(env());
    expect(code).toBe(1);
    expect(said).toMatch(sentence);
    expect(said).not.toMatch(STACK);
    expect(said).not.toContain(PASSWORD);
  });
});

describeOnMysql('a server that lets nobody in', () => {
  it.each<[string, (url: URL) => void, RegExp]>([
    [
      'the wrong password',
      (url) => (url.password = PASSWORD),
      /^DATABASE_URL: .+ refuses this user and password/,
    ],
    [
      'no such database',
      () => undefined,
      /^DATABASE_URL: .+ has no database "no_such_database" for this user/,
    ],
  ])('%s', async (_, change, sentence) => {
    const { code, said } = await failedStart({ DATABASE_URL: serverWith(change) });
    expect([code, STACK.test(said), said.includes(PASSWORD)]).toEqual([1, false, false]);
    expect(said).toMatch(sentence);
  });
});
