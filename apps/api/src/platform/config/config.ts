import { isAbsolute, resolve } from 'node:path';
import * as v from 'valibot';
import { isThirtyTwoBytes, keyIdOf } from '../signing/key-id.js';
import type { RetiredKey } from '../signing/signing-keys.js';

export interface Config {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  /** `mysql://…`, or null for the embedded SQLite file. */
  readonly databaseUrl: string | null;
  /** Connections to MySQL that one process holds at most. */
  readonly databasePool: number;
  /** Folder of the SQLite file and of the generated secret; only used without `databaseUrl`. */
  readonly dataDir: string;
  /** Signs tokens and codes. Null: one is made and kept in `dataDir`. */
  readonly secret: string | null;
  /** Seed of the Ed25519 key that signs what is published. Null: one is made and kept in `dataDir`. */
  readonly signingKey: string | null;
  /** Keys that sign nothing more; what they signed is still accepted. */
  readonly retiredKeys: readonly RetiredKey[];
  readonly demoSignIn: boolean;
  readonly wechat: { readonly baseUrl: string; readonly appId: string; readonly appSecret: string } | null;
  /** Folder of the built H5, or null when something else serves it. */
  readonly h5Dir: string | null;
  /** What stands before the codes in a QR code, so that any phone's camera opens the page. */
  readonly publicUrl: string | null;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  /** How often one address may ask for a session in a minute. A whole campus may share one address. */
  readonly signInsPerMinute: number;
  /** Proxies in front of this process whose `X-Forwarded-For` tells the caller's address; 0: nobody's is believed. */
  readonly trustedProxies: number;
  /** From the signal to stop until the socket closes: time for load balancers to read /ready. */
  readonly drainSeconds: number;
  /** How far the clock goes ahead of the machine's, in minutes; 0 in production. */
  readonly clockOffsetMinutes: number;
}

/** Wrong configuration: every variable at fault with its mend, so that one start tells all. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`Configuration refused:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

const whole = (least: number, most: number) =>
  v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number), v.minValue(least), v.maxValue(most));
const onOff = v.picklist(['on', 'off']);
const webAddress = v.pipe(v.string(), v.regex(/^https?:\/\/[^\s/]+$/));

/** `keyId:publicKey`, commas between; an id that is not of its key is a slip of the pen. */
const retiredKeys = v.pipe(
  v.string(),
  v.transform((list) =>
    list
      .split(',')
      .map((each) => each.trim().split(':'))
      .map(([keyId = '', publicKey = '', ...rest]) => ({ keyId, publicKey, whole: rest.length === 0 })),
  ),
  v.check((keys) =>
    keys.every(
      ({ keyId, publicKey, whole }) =>
        whole && isThirtyTwoBytes(publicKey) && keyIdOf(Buffer.from(publicKey, 'base64url')) === keyId,
    ),
  ),
  v.transform((keys): RetiredKey[] => keys.map(({ keyId, publicKey }) => ({ keyId, publicKey }))),
);

const variables = {
  NODE_ENV: [v.string(), 'any text; "production" turns the try-out mode off'],
  HOST: [v.pipe(v.string(), v.minLength(1)), 'an address to listen on, e.g. 0.0.0.0'],
  PORT: [whole(0, 65_535), 'a port number from 0 to 65535'],
  DATABASE_URL: [
    v.pipe(v.string(), v.regex(/^(mysql|mariadb):\/\/.+\/.+$/)),
    'mysql://user:password@host:3306/database',
  ],
  DATABASE_POOL: [whole(1, 200), 'a number of connections from 1 to 200'],
  DATA_DIR: [v.pipe(v.string(), v.minLength(1)), 'a folder'],
  APP_SECRET: [
    v.pipe(v.string(), v.minLength(32)),
    'at least 32 random characters, the same for every process',
  ],
  SIGNING_KEY: [
    v.pipe(v.string(), v.check(isThirtyTwoBytes)),
    '32 random bytes in base64url (43 characters), the same for every process',
  ],
  SIGNING_KEYS_RETIRED: [retiredKeys, 'keyId:publicKey as GET /api/keys shows them, with commas between'],
  DEMO_SIGN_IN: [onOff, 'on or off'],
  WECHAT_APP_ID: [v.pipe(v.string(), v.minLength(1)), "the mini-app's AppID"],
  WECHAT_APP_SECRET: [v.pipe(v.string(), v.minLength(1)), "the mini-app's AppSecret"],
  WECHAT_BASE_URL: [webAddress, 'https://host without a path'],
  H5_DIR: [v.pipe(v.string(), v.minLength(1)), 'the folder of the built H5'],
  PUBLIC_URL: [webAddress, 'https://host without a path'],
  LOG_LEVEL: [
    v.picklist(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
    'a pino level, e.g. info',
  ],
  SIGN_INS_PER_MINUTE: [whole(1, 1_000_000), 'a whole number from 1 to 1000000'],
  TRUSTED_PROXIES: [whole(0, 10), 'the number of proxies in front, from 0 to 10'],
  DRAIN_SECONDS: [whole(0, 60), 'seconds from 0 to 60'],
  CLOCK_OFFSET_MINUTES: [
    v.pipe(v.string(), v.regex(/^-?\d+$/), v.transform(Number), v.minValue(-1_440), v.maxValue(1_440)),
    'minutes from -1440 to 1440',
  ],
} as const;

/** Every variable that is read; docs/operations.md explains each. */
export const variableNames: readonly string[] = Object.keys(variables);

type Values = { [K in keyof typeof variables]?: v.InferOutput<(typeof variables)[K][0]> };

function readVariables(env: NodeJS.ProcessEnv, faults: string[]): Values {
  const values: Record<string, unknown> = {};
  for (const [name, [schema, mend]] of Object.entries(variables)) {
    const given = env[name];
    if (given === undefined || given === '') continue;
    const result = v.safeParse(schema, given);
    if (result.success) values[name] = result.output;
    else faults.push(`${name} must be ${mend}`);
  }
  return values as Values;
}

function checkTogether(values: Values, production: boolean, faults: string[]): void {
  if (production && values.DEMO_SIGN_IN === 'on')
    faults.push(
      'DEMO_SIGN_IN must be off (or left out) when NODE_ENV is production: anybody could sign in as anybody',
    );
  if (production && values.DATABASE_URL === undefined)
    faults.push(
      'DATABASE_URL must be set when NODE_ENV is production: mysql://user:password@host:3306/database',
    );
  if (values.DATABASE_URL !== undefined && values.APP_SECRET === undefined && production)
    faults.push('APP_SECRET must be set when NODE_ENV is production: at least 32 random characters');
  if (production && values.SIGNING_KEY === undefined)
    faults.push('SIGNING_KEY must be set when NODE_ENV is production: 32 random bytes in base64url');
  if (production && (values.CLOCK_OFFSET_MINUTES ?? 0) !== 0)
    faults.push(
      'CLOCK_OFFSET_MINUTES must be left out when NODE_ENV is production: people rely on its clock',
    );
  if ((values.WECHAT_APP_ID === undefined) !== (values.WECHAT_APP_SECRET === undefined))
    faults.push('WECHAT_APP_ID and WECHAT_APP_SECRET must be set together, or neither');
}

/**
 * Reads and checks the environment.
 *
 * @throws {@link ConfigError} naming each variable at fault and its mend; values are never repeated.
 */
export function readConfig(env: NodeJS.ProcessEnv, workingDir: string): Config {
  const faults: string[] = [];
  const values = readVariables(env, faults);
  const production = values.NODE_ENV === 'production';
  checkTogether(values, production, faults);
  if (faults.length > 0) throw new ConfigError(faults);
  const absolute = (folder: string) => (isAbsolute(folder) ? folder : resolve(workingDir, folder));
  const databaseUrl = values.DATABASE_URL ?? null;
  return {
    production,
    host: values.HOST ?? '0.0.0.0',
    port: values.PORT ?? 3000,
    databaseUrl,
    databasePool: values.DATABASE_POOL ?? 20,
    dataDir: absolute(values.DATA_DIR ?? '.data'),
    secret: values.APP_SECRET ?? null,
    signingKey: values.SIGNING_KEY ?? null,
    retiredKeys: values.SIGNING_KEYS_RETIRED ?? [],
    demoSignIn:
      values.DEMO_SIGN_IN === undefined ? databaseUrl === null && !production : values.DEMO_SIGN_IN === 'on',
    wechat:
      values.WECHAT_APP_ID !== undefined && values.WECHAT_APP_SECRET !== undefined
        ? {
            baseUrl: values.WECHAT_BASE_URL ?? 'https://api.weixin.qq.com',
            appId: values.WECHAT_APP_ID,
            appSecret: values.WECHAT_APP_SECRET,
          }
        : null,
    h5Dir: values.H5_DIR === undefined ? null : absolute(values.H5_DIR),
    publicUrl: values.PUBLIC_URL ?? null,
    logLevel: values.LOG_LEVEL ?? 'info',
    signInsPerMinute: values.SIGN_INS_PER_MINUTE ?? 600,
    trustedProxies: values.TRUSTED_PROXIES ?? 0,
    drainSeconds: values.DRAIN_SECONDS ?? (production ? 5 : 0),
    clockOffsetMinutes: values.CLOCK_OFFSET_MINUTES ?? 0,
  };
}
