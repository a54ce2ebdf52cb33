import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isThirtyTwoBytes } from '../signing/key-id.js';
import type { Config } from './config.js';

/** Characters that a secret has at least. */
const SHORTEST = 32;

/**
 * The secret that signs tokens and codes: from the environment, else one made at the first start and kept beside
 * the SQLite file, so that people stay signed in across restarts of a try-out.
 */
export function loadSecret(config: Pick<Config, 'secret' | 'dataDir'>): string {
  if (config.secret !== null) return config.secret;
  const secret = kept(config.dataDir, 'secret');
  if (secret.length < SHORTEST)
    throw new Error('the file `secret` in DATA_DIR is damaged: delete it, and everybody signs in anew');
  return secret;
}

/** The seed of the key that signs what is published: from the environment, else made once and kept likewise. */
export function loadSigningKey(config: Pick<Config, 'signingKey' | 'dataDir'>): string {
  if (config.signingKey !== null) return config.signingKey;
  const seed = kept(config.dataDir, 'signing-key');
  if (!isThirtyTwoBytes(seed))
    throw new Error(
      'the file `signing-key` in DATA_DIR is damaged: restore it from a backup. Without it what was signed can be verified only with its public key in SIGNING_KEYS_RETIRED',
    );
  return seed;
}

/** The seed that is there; null where a server that starts would make one. */
export function keptSigningKey(config: Pick<Config, 'signingKey' | 'dataDir'>): string | null {
  const there = config.signingKey !== null || existsSync(join(config.dataDir, 'signing-key'));
  return there ? loadSigningKey(config) : null;
}

function kept(dataDir: string, name: string): string {
  const file = join(dataDir, name);
  mkdirSync(dataDir, { recursive: true });
  if (!existsSync(file)) makeSecret(file);
  return readFileSync(file, 'utf8').trim();
}

/** Of two processes that start together one places its file, whole; the other finds it there. */
function makeSecret(file: string): void {
  const own = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(own, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  try {
    // A link appears with its content; a file opened with `wx` is empty for a moment.
    linkSync(own, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(own);
  }
}
