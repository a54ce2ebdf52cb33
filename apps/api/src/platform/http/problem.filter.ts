import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { type Problem, type ProblemCode, problems } from '@xiaolin/shared-types/contract/problem';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { Refusal } from './refusal.js';

/** What the framework throws by itself, in our codes. */
const FRAMEWORK: Readonly<Record<number, ProblemCode>> = {
  400: 'request.malformed',
  404: 'route.unknown',
  405: 'route.unknown',
  413: 'request.too-large',
  414: 'request.too-large',
  415: 'request.unsupported-type',
  431: 'request.too-large',
};

/** Turns anything thrown into an RFC 9457 problem document; the unexpected is logged, never shown. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(http.getResponse<FastifyReply>(), http.getRequest<FastifyRequest>().id, this.toRefusal(error));
  }

  toRefusal(error: unknown): Refusal {
    if (error instanceof Refusal) return error;
    const status = statusOf(error);
    const code = status === undefined ? undefined : FRAMEWORK[status];
    if (code !== undefined) return new Refusal(code);
    this.logger.error({ err: error }, 'unexpected failure');
    return new Refusal('server.unexpected');
  }
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  // Fastify's own errors (body too large, broken JSON) carry their status like this.
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}

export function sendProblem(reply: FastifyReply, requestId: string, refusal: Refusal): void {
  const { status } = problems[refusal.code];
  const document: Problem = {
    type: `urn:problem:${refusal.code}`,
    title: refusal.code,
    status,
    code: refusal.code,
    instance: requestId,
    ...(Object.keys(refusal.facts).length > 0 && { facts: { ...refusal.facts } }),
    ...(refusal.errors.length > 0 && { errors: [...refusal.errors] }),
  };
  if (refusal.retryAfterSeconds !== undefined) reply.header('retry-after', String(refusal.retryAfterSeconds));
  reply.status(status).type('application/problem+json').send(JSON.stringify(document));
}
