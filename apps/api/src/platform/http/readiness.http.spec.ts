import { connect, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { start } from '../../start.js';
import { createTestDatabase, describeOnMysql, type TestDatabase } from '../../test/engines.js';
import type { RunningApp } from './serve.js';

/** Stands between the server and MariaDB, and can fall silent or break. */
class Wire {
  #mode: 'open' | 'silent' | 'broken' = 'open';
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;

  constructor(target: { host: string; port: number }) {
    this.#server = createServer((near) => {
      if (this.#mode === 'broken') return void near.destroy();
      const far = connect(target);
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#sockets.add(one);
        one.on('data', (bytes) => void (this.#mode === 'open' && other.write(bytes)));
        one
          .on('error', () => undefined)
          .on('close', () => {
            this.#sockets.delete(one);
            other.destroy();
          });
      }
    });
  }

  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return (this.#server.address() as AddressInfo).port;
  }

  turn(mode: 'open' | 'silent' | 'broken'): void {
    // Bytes dropped in silence cannot come back, as after a power cut: the old connections end.
    if (mode !== 'silent') for (const socket of this.#sockets) socket.destroy();
    this.#mode = mode;
  }

  async close(): Promise<void> {
    this.turn('broken');
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

describeOnMysql('/ready', () => {
  let database: TestDatabase;
  let wire: Wire;
  let app: RunningApp;
  beforeAll(async () => {
    database = await createTestDatabase('mysql');
    const url = new URL(database.config.databaseUrl ?? '');
    wire = new Wire({ host: url.hostname, port: Number(url.port === '' ? 3306 : url.port) });
    url.port = String(await wire.listen());
    url.hostname = '127.0.0.1';
    app = await start({ ...database.config, databaseUrl: url.href });
  });
  afterAll(async () => {
    wire.turn('open');
    await app.close();
    await wire.close();
    await database.drop();
  });

  const probe = async () => {
    const began = performance.now();
    const response = await fetch(`http://127.0.0.1:${app.port}/ready`);
    return {
      status: response.status,
      state: (await response.json()) as unknown,
      ms: performance.now() - began,
    };
  };
  async function until(status: number): Promise<void> {
    for (const end = performance.now() + 10_000; performance.now() < end;)
      if ((await probe()).status === status) return;
    throw new Error(`never ${status}`);
  }

  it('is 200 while the database answers', async () => {
    expect(await probe()).toMatchObject({
      status: 200,
      state: { ready: true, database: 'up', draining: false },
    });
  });

  it.each(['broken', 'silent'] as const)(
    'is 503 within two seconds when the database is %s, and 200 again by itself',
    async (mode) => {
      wire.turn(mode);
      const { status, state, ms } = await probe();
      expect({ status, state }).toEqual({
        status: 503,
        state: { ready: false, database: 'down', draining: false },
      });
      expect(ms).toBeLessThan(2_000);
      // The process itself is alive all the while.
      expect((await fetch(`http://127.0.0.1:${app.port}/live`)).status).toBe(200);
      wire.turn('open');
      await until(200);
    },
  );
});
