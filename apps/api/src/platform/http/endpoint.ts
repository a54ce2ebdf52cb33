import type { Readable } from 'node:stream';
import {
  applyDecorators,
  createParamDecorator,
  Delete,
  type ExecutionContext,
  Get,
  HttpCode,
  Post,
  Put,
  SetMetadata,
  StreamableFile,
} from '@nestjs/common';
import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { FieldProblem } from '@xiaolin/shared-types/contract/problem';
import type { Received, Route } from '@xiaolin/shared-types/contract/route';
import type { FastifyRequest } from 'fastify';
import { Refusal } from './refusal.js';

export const ROUTE = Symbol('route');

const verbs = { GET: Get, POST: Post, PUT: Put, DELETE: Delete };

/**
 * Serves a route of the contract: verb, path, status 200, serialization, and the declaration that
 * {@link AccessGuard} and the OpenAPI document are read from.
 *
 * @example
 * \@Endpoint(signupRoutes.cancel)
 * cancel(\@Input() input: InputOf<typeof signupRoutes.cancel>, \@Who() actor: Actor): Promise<Answer<…>> { … }
 */
export const Endpoint = (route: Route): MethodDecorator =>
  applyDecorators(
    route.produces === undefined ? answersOnly(route) : answersWithFile(route.produces),
    verbs[route.method](route.path),
    HttpCode(200),
    SetMetadata(ROUTE, route),
  );

/**
 * Lets out what the contract names and nothing else; an answer that lacks something is our fault, a 500.
 * Around the handler itself: as an interceptor it costs a chain of observables for each request.
 */
function answersOnly(route: Route): MethodDecorator {
  return (_target: object, _name: string | symbol, descriptor: PropertyDescriptor) => {
    const handler = descriptor.value as (...given: unknown[]) => unknown;
    descriptor.value = async function answering(this: unknown, ...given: unknown[]): Promise<unknown> {
      const result = route.response['~standard'].validate(await handler.apply(this, given));
      if (result instanceof Promise) throw new TypeError('schemas of the contract are synchronous');
      if (result.issues !== undefined) throw new AnswerOutsideContract(route, result.issues);
      return result.value;
    };
  };
}

/** What the handler of a route that `produces` a file returns. */
export interface FileAnswer {
  /** As it is saved; letters, digits, dots and hyphens, so that no header needs an encoding. */
  readonly name: string;
  readonly content: Uint8Array | Readable;
}

/** Never opened in place: what people wrote stands in it. */
function answersWithFile(type: string): MethodDecorator {
  return (_target: object, _name: string | symbol, descriptor: PropertyDescriptor) => {
    const handler = descriptor.value as (...given: unknown[]) => Promise<FileAnswer>;
    descriptor.value = async function answering(this: unknown, ...given: unknown[]): Promise<StreamableFile> {
      const { name, content } = await handler.apply(this, given);
      const disposition = `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"`;
      return content instanceof Uint8Array
        ? new StreamableFile(content, { type, disposition, length: content.length })
        : new StreamableFile(content, { type, disposition });
    };
  };
}

/** A handler answered what its route does not promise. Names paths, never values. */
class AnswerOutsideContract extends Error {
  constructor(route: Route, issues: readonly StandardSchemaV1.Issue[]) {
    const paths = issues.map((issue) => (issue.path ?? []).map(keyOf).join('.'));
    super(`${route.method} ${route.path} answered outside its contract at: ${paths.join(', ')}`);
    this.name = 'AnswerOutsideContract';
  }
}

/** What a handler receives: the declared parts, validated and transformed. */
export type InputOf<R extends Route> = {
  readonly [K in 'params' | 'query' | 'body' as R[K] extends StandardSchemaV1 ? K : never]: Received<R, K>;
};

/** The validated request; a field that does not fit answers `request.invalid` with its path and mend. */
export const Input = createParamDecorator((_: undefined, context: ExecutionContext) => {
  const route = Reflect.getMetadata(ROUTE, context.getHandler()) as Route;
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const faults: FieldProblem[] = [];
  const input: Record<string, unknown> = {};
  for (const part of ['params', 'query', 'body'] as const) {
    const schema = route[part];
    if (schema !== undefined) input[part] = validate(schema, part, request[part], faults);
  }
  if (faults.length > 0) throw new Refusal('request.invalid', {}, faults);
  return input;
});

function validate(schema: StandardSchemaV1, part: string, value: unknown, faults: FieldProblem[]): unknown {
  const result = schema['~standard'].validate(value);
  if (result instanceof Promise) throw new TypeError('schemas of the contract are synchronous');
  if (result.issues === undefined) return result.value;
  for (const issue of result.issues.slice(0, 50))
    faults.push({ path: [part, ...(issue.path ?? []).map(keyOf)].join('.'), message: mendOf(issue) });
  return undefined;
}

const keyOf = (segment: PropertyKey | StandardSchemaV1.PathSegment): string =>
  String(typeof segment === 'object' ? segment.key : segment);

/** Valibot's own sentences repeat what was sent ("but received …"); an answer never echoes input. */
const mendOf = (issue: StandardSchemaV1.Issue): string => issue.message.replace(/ but received .*$/s, '');
