import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { anyone, person } from '@xiaolin/shared-types/contract/access';
import type { Route } from '@xiaolin/shared-types/contract/route';
import fastify, { type FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { cacheAnswers } from './cached-answers.js';

const route = (path: `/${string}`, cacheSeconds?: number): Route => ({
  method: 'GET',
  path,
  summary: '',
  access: cacheSeconds === undefined ? person : anyone,
  response: v.unknown(),
  ...(cacheSeconds !== undefined && { cacheSeconds }),
});

describe('cacheAnswers', () => {
  let server: FastifyInstance;
  let base: string;
  let now: number;
  let served: number;
  let respond: () => Promise<unknown>;

  beforeEach(async () => {
    [now, served] = [0, 0];
    respond = () => Promise.resolve({ served });
    server = fastify();
    cacheAnswers(server, [route('/list', 2), route('/mine')], () => now);
    for (const path of ['/api/list', '/api/mine'])
      server.get(path, async (_, reply) => {
        served += 1;
        return reply.send(JSON.stringify(await respond()));
      });
    base = await server.listen({ port: 0, host: '127.0.0.1' });
  });
  afterEach(() => server.close());

  const get = async (path = '/api/list') => (await fetch(base + path)).text();

  it('repeats a fresh answer, and asks again when it is not', async () => {
    expect([await get(), await get()]).toEqual(['{"served":1}', '{"served":1}']);
    now = 1_999;
    expect(await get()).toBe('{"served":1}');
    now = 2_000;
    expect(await get()).toBe('{"served":2}');
  });

  it('keeps each address apart', async () => {
    await get('/api/list?limit=1');
    expect(await get('/api/list?limit=2')).toBe('{"served":2}');
  });

  it('never repeats what knows the caller', async () => {
    expect([await get('/api/mine'), await get('/api/mine')]).toEqual(['{"served":1}', '{"served":2}']);
  });

  it('gives the old answer while one request asks anew, without calling it fresh', async () => {
    await get();
    let finish: (value: unknown) => void = () => {};
    respond = () => new Promise((resolve) => (finish = resolve));
    now = 2_500;
    const refreshing = get();
    while (served < 2) await new Promise((resolve) => setImmediate(resolve));
    expect(await get()).toBe('{"served":1}');
    expect(await get()).toBe('{"served":1}');
    expect(served).toBe(2);
    // Past its patience everybody asks for themselves: the stale answers above have not prolonged it.
    now = 5_000;
    const other = get();
    while (served < 3) await new Promise((resolve) => setImmediate(resolve));
    finish({ served: 'new' });
    expect(await other).toBe('{"served":"new"}');
    server.server.closeAllConnections();
    await refreshing.catch(() => undefined);
  });

  it('does not repeat a failure', async () => {
    respond = () => Promise.reject(new Error('down'));
    expect((await fetch(`${base}/api/list`)).status).toBe(500);
    respond = () => Promise.resolve({ served });
    expect(await get()).toBe('{"served":2}');
  });
});
