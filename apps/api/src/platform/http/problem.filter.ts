import type { Socket } from 'node:net';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { type Problem, type ProblemCode, problems } from '@xiaolin/shared-types/contract/problem';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { codeOf, isUnreachable } from '../db/unreachable.js';
import { Refusal } from './refusal.js';

const PROBLEM_TYPE = 'application/problem+json';

/** When to come back while the database is away. */
const RETRY_AFTER_SECONDS = 2;

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
    sendProblem(
      http.getResponse<FastifyReply>(),
      http.getRequest<FastifyRequest>().id,
      this.toRefusal(error),
    );
  }

  toRefusal(error: unknown): Refusal {
    if (error instanceof Refusal) return error;
    const status = statusOf(error);
    const code = status === undefined ? undefined : FRAMEWORK[status];
    if (code !== undefined) return new Refusal(code);
    if (isUnreachable(error)) {
      this.logger.error({ code: codeOf(error) }, 'the database is away');
      return new Refusal('server.not-ready', {}, [], RETRY_AFTER_SECONDS);
    }
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
  const document = problemDocument(refusal, requestId);
  if (refusal.retryAfterSeconds !== undefined) reply.header('retry-after', String(refusal.retryAfterSeconds));
  reply.status(document.status).type(PROBLEM_TYPE).send(JSON.stringify(document));
}

/** Bytes that are not HTTP, or headers over the limit: the connection gets its problem document and ends. */
export function answerUnparsable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return;
  const code = error.code === 'HPE_HEADER_OVERFLOW' ? 'request.too-large' : 'request.malformed';
  const document = problemDocument(new Refusal(code), 'none');
  const body = JSON.stringify(document);
  socket.end(
    `HTTP/1.1 ${document.status} Refused\r\nContent-Type: ${PROBLEM_TYPE}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n` +
      `Connection: close\r\n\r\n${body}`,
  );
}

function problemDocument(refusal: Refusal, requestId: string): Problem {
  return {
    type: `urn:problem:${refusal.code}`,
    title: refusal.code,
    status: problems[refusal.code].status,
    code: refusal.code,
    instance: requestId,
    ...(Object.keys(refusal.facts).length > 0 && { facts: { ...refusal.facts } }),
    ...(refusal.errors.length > 0 && { errors: [...refusal.errors] }),
  };
}
