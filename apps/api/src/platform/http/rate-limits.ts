import rateLimit from '@fastify/rate-limit';
import { API_PREFIX, type Route } from '@xiaolin/shared-types/contract/route';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config/config.js';
import { Refusal } from './refusal.js';

const MINUTE_MS = 60_000;
/** A counter where papers are checked one after another; a machine that guesses numbers of 55 bits gets nowhere. */
const LOOK_UPS_PER_MINUTE = 120;
/** A class that prints its certificates behind one address. */
const DOCUMENTS_PER_MINUTE = 60;

/**
 * Counts requests of each address to the routes that declare a `limit`, in this process's memory; beyond it the
 * answer is `request.rate-limited` with `Retry-After`. IPv6 is counted by /64, which one household has.
 */
export async function limitRates(
  fastify: FastifyInstance,
  routes: readonly Route[],
  { signInsPerMinute }: Pick<Config, 'signInsPerMinute'>,
): Promise<void> {
  const most = {
    'sign-in': signInsPerMinute,
    'look-up': LOOK_UPS_PER_MINUTE,
    document: DOCUMENTS_PER_MINUTE,
  };
  const limited = new Map<string, number>(
    routes.flatMap(({ method, path, limit }) =>
      limit === undefined ? [] : [[`${method} ${API_PREFIX}${path}`, most[limit]] as const],
    ),
  );
  // Before the plugin's own hook, which reads what stands here.
  fastify.addHook('onRoute', (route) => {
    const max = limited.get(`${String(route.method)} ${route.url}`);
    if (max !== undefined) route.config = { ...route.config, rateLimit: { max, timeWindow: MINUTE_MS } };
  });
  await fastify.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_, { ttl }) =>
      new Refusal('request.rate-limited', {}, [], Math.max(1, Math.ceil(ttl / 1_000))),
  });
}
