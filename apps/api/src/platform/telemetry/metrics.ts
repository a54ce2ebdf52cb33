import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FastifyInstance } from 'fastify';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { UnitOfWork } from '../db/unit-of-work.js';

const NANOSECONDS = 1e9;

/**
 * Prometheus metrics of this process at `/metrics`: requests by route pattern, event-loop lag, repeated
 * transactions. Routes are patterns, never addresses, so that nothing about people is in them. Not for the public:
 * keep it behind the proxy.
 */
export function serveMetrics(fastify: FastifyInstance, uow: Pick<UnitOfWork, 'retries'>): void {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Requests by method, route and status, with the time until the answer was sent.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers,
  });
  const lag = monitorEventLoopDelay({ resolution: 20 });
  lag.enable();
  new Gauge({
    name: 'event_loop_lag_p99_seconds',
    help: 'How late the event loop ran, 99th percentile since the last look.',
    registers,
    collect() {
      this.set(lag.percentile(99) / NANOSECONDS);
      lag.reset();
    },
  });
  new Counter({
    name: 'transaction_retries_total',
    help: 'Whole transactions tried again after a deadlock, a lock time-out or a snapshot conflict.',
    registers,
    collect() {
      this.reset();
      this.inc(uow.retries);
    },
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? '(none)';
    requests.labels(request.method, route, String(reply.statusCode)).observe(reply.elapsedTime / 1_000);
    done();
  });
  fastify.addHook('onClose', (_, done) => {
    lag.disable();
    done();
  });
  fastify.get('/metrics', async (_, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
}
