import { mkdtemp, rm } from 'node:fs/promises';
import { request as send } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiProcess, startProcess } from '../../test/race/processes.js';

const CLIENTS = 20;

/** A real process of the built server, real connections that are kept alive, a balancer that reads /ready. */
describe('SIGTERM under load', () => {
  let dataDir: string;
  let api: ApiProcess;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'xiaolin-stop-'));
    api = await startProcess({ DATA_DIR: dataDir, SIGN_INS_PER_MINUTE: '1000000', DRAIN_SECONDS: '1' });
  }, 60_000);
  afterAll(async () => {
    await api.kill('SIGKILL');
    await rm(dataDir, { recursive: true, force: true });
  });

  const signIn = (personId: string) =>
    fetch(`${api.baseUrl}/api/sessions/demo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ personId }),
    });

  /** A request whose body arrives piece by piece, the last one when `finish` resolves. */
  function slowSignIn(finish: Promise<unknown>): Promise<number> {
    const body = JSON.stringify({ personId: 'nobody' });
    return new Promise((resolve, reject) => {
      const request = send(`${api.baseUrl}/api/sessions/demo`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': body.length },
      });
      request.on('response', (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      request.on('error', reject);
      request.write(body.slice(0, 5));
      void finish.then(() => request.end(body.slice(5)));
    });
  }

  it('answers every request, those still arriving included, and ends', async () => {
    let open = true;
    const statuses = new Map<number, number>();
    const lost: unknown[] = [];
    const client = async () => {
      while (open)
        await signIn('nobody').then(
          async (response) => {
            await response.arrayBuffer();
            statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
          },
          (error: unknown) => void lost.push(error),
        );
    };
    const clients = Array.from({ length: CLIENTS }, client);
    await sleep(300);

    const killed = api.kill('SIGTERM');
    const signalled = performance.now();
    const slow = slowSignIn(sleep(1_400));
    let ready = 200;
    while (ready === 200) {
      await sleep(20);
      ready = (await fetch(`${api.baseUrl}/ready`)).status;
    }
    expect([ready, performance.now() - signalled < 900]).toEqual([503, true]);
    open = false;
    await Promise.all(clients);

    expect(lost).toEqual([]);
    expect([...statuses.keys()]).toEqual([404]);
    expect(statuses.get(404)).toBeGreaterThan(CLIENTS);
    expect(await slow).toBe(404);
    await killed;
    await expect(signIn('nobody')).rejects.toThrow();
  });
});
