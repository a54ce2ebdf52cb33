import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import serveFiles from '@fastify/static';
import type { INestApplication, Type, DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { API_PREFIX } from '@xiaolin/shared-types/contract/route';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { Revocations } from '../auth/revocations.js';
import type { Config } from '../config/config.js';
import { JobRunner } from '../jobs/job-runner.js';
import { OutboxRunner } from '../outbox/outbox-runner.js';
import { UnitOfWork } from '../db/unit-of-work.js';
import { NestLogger } from '../telemetry/logger.js';
import { serveMetrics } from '../telemetry/metrics.js';
import { cacheAnswers } from './cached-answers.js';
import { declaredRoutes } from './declared-routes.js';
import { serveOpenApi } from './openapi-page.js';
import { answerUnparsable, ProblemFilter, sendProblem } from './problem.filter.js';
import { takePictures } from '../pictures/take-pictures.js';
import { limitRates } from './rate-limits.js';
import { Readiness } from './readiness.js';
import { addApiHeaders, addPageHeaders } from './security-headers.js';

/** Bytes that a request's body may have; pictures have a limit of their own. */
const BODY_LIMIT = 256 * 1024;

/** Requests on their way have so many milliseconds to finish once the process stops. */
const STOP_PATIENCE_MS = 15_000;

export interface RunningApp {
  readonly nest: NestFastifyApplication;
  readonly port: number;
  /** Stops accepting, lets what runs finish, and closes. */
  close(): Promise<void>;
}

/** Builds the app on Fastify, checks every route's declaration, and listens. */
export async function serve(
  module: Type | DynamicModule,
  config: Config,
  logger: Logger,
): Promise<RunningApp> {
  const filter = new ProblemFilter(logger);
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: config.trustedProxies > 0 && ((_address: string, hop: number) => hop < config.trustedProxies),
    genReqId: () => randomUUID(),
    // While stopping, what is on its way is still answered; the load balancer reads /ready.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    // What fails before any route is chosen: an address that cannot be decoded, a request that is not HTTP.
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(reply, request.id, filter.toRefusal(error)),
    clientErrorHandler: answerUnparsable,
  });
  const nest = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: new NestLogger(logger),
    abortOnError: false,
  });
  nest.setGlobalPrefix(API_PREFIX, { exclude: ['live', 'ready'] });
  const fastify = nest.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const routes = declaredRoutes(nest);
  logRequests(fastify, logger);
  serveMetrics(fastify, nest.get(UnitOfWork));
  addApiHeaders(fastify, config);
  const readiness = nest.get(Readiness);
  fastify.addHook('onRequest', (_, reply, done) => {
    if (readiness.draining) reply.header('connection', 'close');
    done();
  });
  cacheAnswers(fastify, routes, () => performance.now());
  await limitRates(fastify, routes, config);
  await takePictures(fastify, routes);
  await fastify.register(async (pages) => {
    await addPageHeaders(pages, config);
    await serveOpenApi(pages, routes);
    await servePages(pages, config);
  });
  // Features hand in their jobs while they are initialized, which `listen` would do only afterwards.
  await nest.init();
  await startJobs(nest, logger);
  await nest.listen(config.port, config.host);
  const address = nest.getHttpServer().address() as { port: number };
  return { nest, port: address.port, close: () => stop(nest, config) };
}

function logRequests(fastify: FastifyInstance, logger: Logger): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  if (!logger.isLevelEnabled('info')) return;
  fastify.addHook('onResponse', (request, reply, done) => {
    logger.info({
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? '(none)',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
    done();
  });
}

/** The built H5. */
async function servePages(fastify: FastifyInstance, config: Config): Promise<void> {
  if (config.h5Dir === null) return;
  await fastify.register(serveFiles, {
    root: config.h5Dir,
    // File names carry a hash of their content, but for the page itself.
    setHeaders: (reply, path) =>
      void reply.setHeader(
        'cache-control',
        /\.[0-9a-f]{8,}\.\w+$/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      ),
  });
}

async function startJobs(nest: INestApplication, logger: Logger): Promise<void> {
  const onError = (error: unknown) => logger.warn({ err: error }, 'background job failed; it will try again');
  await nest.get(Revocations).start(onError);
  nest.get(OutboxRunner).start(onError);
  nest.get(JobRunner).start(onError);
}

async function stop(nest: NestFastifyApplication, { drainSeconds }: Config): Promise<void> {
  const outbox = nest.get(OutboxRunner);
  const jobs = nest.get(JobRunner);
  nest.get(Readiness).drain();
  // Load balancers read /ready and send people elsewhere; whoever still comes is answered and told to reconnect.
  await sleep(drainSeconds * 1_000);
  // A caller who does not read its answer must not keep the process for ever.
  const lastCall = setTimeout(() => nest.getHttpServer().closeAllConnections(), STOP_PATIENCE_MS);
  // Closes the listening socket, waits for the requests on their way (and so for the desks), then the modules.
  await nest.close().finally(() => clearTimeout(lastCall));
  nest.get(Revocations).stop();
  await jobs.stop();
  await outbox.stop();
}
