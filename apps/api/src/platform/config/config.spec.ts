import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig } from './config.js';

const read = (env: Record<string, string>) => readConfig(env, '/home/app');

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    read(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}

const PRODUCTION = {
  NODE_ENV: 'production',
  DATABASE_URL: 'mysql://app:hidden@db:3306/xiaolin',
  APP_SECRET: 'x'.repeat(32),
  SIGNING_KEY: 'A'.repeat(43),
};
/** Of the seed of 32 zero bytes. */
const RETIRED = { keyId: 'E545QOZLVJFy', publicKey: 'O2onvM62pC1io6jQKm8Nc2UyFXcd4kOmOsBIoYtZ2ik' };

describe('readConfig', () => {
  it('needs nothing to try the product out', () => {
    expect(read({})).toMatchObject({
      production: false,
      port: 3000,
      databaseUrl: null,
      dataDir: '/home/app/.data',
      demoSignIn: true,
      wechat: null,
      trustedProxies: 0,
      drainSeconds: 0,
      clockOffsetMinutes: 0,
    });
  });

  it('takes every variable', () => {
    expect(
      read({
        ...PRODUCTION,
        HOST: '127.0.0.1',
        PORT: '8080',
        DATABASE_POOL: '5',
        DATA_DIR: '/data',
        SIGNING_KEYS_RETIRED: `${RETIRED.keyId}:${RETIRED.publicKey}`,
        DEMO_SIGN_IN: 'off',
        WECHAT_APP_ID: 'wx1',
        WECHAT_APP_SECRET: 'hidden',
        WECHAT_BASE_URL: 'http://127.0.0.1:9',
        H5_DIR: 'h5',
        PUBLIC_URL: 'https://example.org',
        LOG_LEVEL: 'warn',
        SIGN_INS_PER_MINUTE: '7',
        TRUSTED_PROXIES: '2',
        DRAIN_SECONDS: '3',
      }),
    ).toEqual({
      production: true,
      host: '127.0.0.1',
      port: 8080,
      databaseUrl: 'mysql://app:hidden@db:3306/xiaolin',
      databasePool: 5,
      dataDir: '/data',
      secret: 'x'.repeat(32),
      signingKey: 'A'.repeat(43),
      retiredKeys: [RETIRED],
      demoSignIn: false,
      wechat: { baseUrl: 'http://127.0.0.1:9', appId: 'wx1', appSecret: 'hidden' },
      h5Dir: '/home/app/h5',
      publicUrl: 'https://example.org',
      logLevel: 'warn',
      signInsPerMinute: 7,
      trustedProxies: 2,
      drainSeconds: 3,
      clockOffsetMinutes: 0,
    });
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', 'eighty'],
    ['DATABASE_URL', 'postgres://u:p@h/d'],
    ['DATABASE_URL', 'mysql://host-without-database'],
    ['DATABASE_POOL', '2001'],
    ['APP_SECRET', 'short-one'],
    ['SIGNING_KEY', 'too-short'],
    ['SIGNING_KEY', `${'A'.repeat(42)}B`],
    ['SIGNING_KEYS_RETIRED', RETIRED.publicKey],
    ['SIGNING_KEYS_RETIRED', `AAAAAAAAAAAA:${RETIRED.publicKey}`],
    ['DEMO_SIGN_IN', 'yes'],
    ['WECHAT_BASE_URL', 'ftp://elsewhere'],
    ['PUBLIC_URL', 'https://example.org/path'],
    ['LOG_LEVEL', 'loud'],
    ['SIGN_INS_PER_MINUTE', 'many'],
    ['TRUSTED_PROXIES', '-1'],
    ['DRAIN_SECONDS', '61'],
  ])('refuses %s=%s by name, and does not repeat the value', (name, value) => {
    const faults = faultsOf({ [name]: value });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(new RegExp(`^${name} must be`));
    expect(faults[0]).not.toContain(value);
  });

  it('treats an empty variable as left out', () => {
    expect(read({ PORT: '', DATABASE_URL: '' }).port).toBe(3000);
  });

  it('tells every fault at once', () => {
    expect(faultsOf({ PORT: 'x', LOG_LEVEL: 'y', DEMO_SIGN_IN: 'z' })).toHaveLength(3);
  });

  it.each<[string, Record<string, string>, string | undefined]>([
    ['production as it should be', PRODUCTION, undefined],
    ['demonstration sign-in in production', { ...PRODUCTION, DEMO_SIGN_IN: 'on' }, 'DEMO_SIGN_IN'],
    ['production without a database', { ...PRODUCTION, DATABASE_URL: '' }, 'DATABASE_URL'],
    ['production without a secret', { ...PRODUCTION, APP_SECRET: '' }, 'APP_SECRET'],
    ['production without a signing key', { ...PRODUCTION, SIGNING_KEY: '' }, 'SIGNING_KEY'],
    [
      'production with a clock of its own',
      { ...PRODUCTION, CLOCK_OFFSET_MINUTES: '5' },
      'CLOCK_OFFSET_MINUTES',
    ],
    ['a clock that is days off', { CLOCK_OFFSET_MINUTES: '5000' }, 'CLOCK_OFFSET_MINUTES'],
    ['an AppID alone', { WECHAT_APP_ID: 'wx1' }, 'WECHAT_APP_ID and WECHAT_APP_SECRET'],
    ['an AppSecret alone', { WECHAT_APP_SECRET: 's' }, 'WECHAT_APP_ID and WECHAT_APP_SECRET'],
  ])('%s', (_, env, name) => {
    const faults = faultsOf(env);
    expect(faults.map((fault) => fault.startsWith(name ?? ''))).toEqual(name === undefined ? [] : [true]);
  });

  it.each<[string, Record<string, string>, boolean]>([
    ['the embedded database', {}, true],
    ['a real database', { DATABASE_URL: 'mysql://u:p@h:1/d' }, false],
    ['a real database, asked for by name', { DATABASE_URL: 'mysql://u:p@h:1/d', DEMO_SIGN_IN: 'on' }, true],
    ['the embedded database, turned off', { DEMO_SIGN_IN: 'off' }, false],
  ])('demonstration sign-in with %s', (_, env, on) => {
    expect(read(env).demoSignIn).toBe(on);
  });
});
