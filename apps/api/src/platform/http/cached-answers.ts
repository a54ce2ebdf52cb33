import { API_PREFIX, type Route } from '@xiaolin/shared-types/contract/route';
import type { FastifyInstance, FastifyRequest } from 'fastify';

interface Entry {
  body: string;
  freshUntil: number;
  staleUntil: number;
  refreshing: boolean;
}

/** Addresses remembered at once; the oldest goes first. */
const MOST_ENTRIES = 500;
/** While one request asks the database anew, the others get the answer before, for so many milliseconds at most. */
const STALE_MS = 3_000;

/**
 * Repeats the bytes of public answers for the seconds that their route declares, before the framework sees the
 * request. A process that has just answered the hot list answers it again without a query, validation or
 * serialization. Routes that know the caller are never cached: only `public` ones may declare `cacheSeconds`.
 */
export function cacheAnswers(fastify: FastifyInstance, routes: readonly Route[], now: () => number): void {
  const seconds = new Map(
    routes.flatMap((route) =>
      route.cacheSeconds === undefined ? [] : [[API_PREFIX + route.path, route.cacheSeconds] as const],
    ),
  );
  const entries = new Map<string, Entry>();
  /** Requests answered from here: what is sent to them says nothing new. */
  const repeated = new WeakSet<FastifyRequest>();

  fastify.addHook('onRequest', (request, reply, done) => {
    const entry = request.method === 'GET' ? entries.get(request.url) : undefined;
    if (entry === undefined) return done();
    const at = now();
    if (at >= entry.freshUntil && (at >= entry.staleUntil || !entry.refreshing)) {
      entry.refreshing = true;
      return done();
    }
    repeated.add(request);
    reply.header('content-type', 'application/json; charset=utf-8').send(entry.body);
  });

  fastify.addHook('onSend', (request, reply, payload, done) => {
    const keep = seconds.get(request.routeOptions.url ?? '');
    if (keep !== undefined && request.method === 'GET' && !repeated.has(request))
      remember(request.url, reply.statusCode, payload, keep);
    done(null, payload);
  });

  function remember(url: string, status: number, payload: unknown, keep: number): void {
    if (status !== 200 || typeof payload !== 'string') {
      entries.delete(url);
      return;
    }
    const at = now();
    entries.delete(url);
    entries.set(url, {
      body: payload,
      freshUntil: at + keep * 1_000,
      staleUntil: at + keep * 1_000 + STALE_MS,
      refreshing: false,
    });
    const oldest = entries.keys().next();
    if (entries.size > MOST_ENTRIES && oldest.done !== true) entries.delete(oldest.value);
  }
}
