import rateLimit from '@fastify/rate-limit';
import { API_PREFIX, type Route } from '@xiaolin/shared-types/contract/route';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config/config.js';
import { Refusal } from './refusal.js';

const MINUTE_MS = 60_000;

/**
 * Counts requests of each address to the routes that declare a `limit`, in this process's memory; beyond it the
 * answer is `request.rate-limited` with `Retry-After`. IPv6 is counted by /64, which one household has.
 */
export async function limitRates(
  fastify: FastifyInstance,
  routes: readonly Route[],
  { signInsPerMinute }: Pick<Config, 'signInsPerMinute'>,
): Promise<void> {
  const limited = new Set(
    routes
      .filter(({ limit }) => limit === 'sign-in')
      .map(({ method, path }) => `${method} ${API_PREFIX}${path}`),
  );
  // Before the plugin's own hook, which reads what stands here.
  fastify.addHook('onRoute', (route) => {
    if (limited.has(`${String(route.method)} ${route.url}`))
      route.config = { ...route.config, rateLimit: { max: signInsPerMinute, timeWindow: MINUTE_MS } };
  });
  await fastify.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_, { ttl }) =>
      new Refusal('request.rate-limited', {}, [], Math.max(1, Math.ceil(ttl / 1_000))),
  });
}
