import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadSecret, loadSigningKey } from './secret.js';

describe('loadSecret', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'xiaolin-secret-'));
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  it('takes the one from the environment and writes nothing', async () => {
    expect(loadSecret({ secret: 'given', dataDir })).toBe('given');
    expect(await readdir(dataDir)).toEqual([]);
  });

  it('makes one, for its owner alone, and keeps it', async () => {
    const made = loadSecret({ secret: null, dataDir });
    expect(made.length).toBeGreaterThanOrEqual(43);
    expect(loadSecret({ secret: null, dataDir })).toBe(made);
    expect((await stat(join(dataDir, 'secret'))).mode & 0o077).toBe(0);
    expect(await readdir(dataDir)).toEqual(['secret']);
  });

  it('refuses a damaged file instead of signing with it', async () => {
    await writeFile(join(dataDir, 'secret'), '');
    expect(() => loadSecret({ secret: null, dataDir })).toThrow('damaged');
  });

  it('makes and keeps a signing key of its own, and refuses a damaged one', async () => {
    const made = loadSigningKey({ signingKey: null, dataDir });
    expect(Buffer.from(made, 'base64url')).toHaveLength(32);
    expect(loadSigningKey({ signingKey: null, dataDir })).toBe(made);
    expect(loadSecret({ secret: null, dataDir })).not.toBe(made);
    expect((await stat(join(dataDir, 'signing-key'))).mode & 0o077).toBe(0);
    expect(loadSigningKey({ signingKey: 'given', dataDir })).toBe('given');
    await writeFile(join(dataDir, 'signing-key'), made.slice(0, 20));
    expect(() => loadSigningKey({ signingKey: null, dataDir })).toThrow('damaged');
  });

  it('is never seen half-written by a process that starts at the same time', async () => {
    // A reader spins on the file while it is made: what it sees first must be whole.
    const watcher = new Worker(
      `const { readFileSync } = require('node:fs');
       const { parentPort, workerData } = require('node:worker_threads');
       parentPort.postMessage('ready');
       for (;;) { try { parentPort.postMessage(readFileSync(workerData, 'utf8')); break; } catch {} }`,
      { eval: true, workerData: join(dataDir, 'secret') },
    );
    const seen: string[] = [];
    const done = new Promise((resolve) => watcher.on('exit', resolve));
    await new Promise<void>((resolve) =>
      watcher.on('message', (text: string) => (text === 'ready' ? resolve() : seen.push(text))),
    );
    const made = loadSecret({ secret: null, dataDir });
    await done;
    expect(seen).toEqual([made]);
  });
});
