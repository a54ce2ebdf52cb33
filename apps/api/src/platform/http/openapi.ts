import type { StandardSchemaV1 } from '@standard-schema/spec';
import { toJsonSchema } from '@valibot/to-json-schema';
import {
  commonProblems,
  ProblemDocument,
  type ProblemCode,
  problems,
} from '@xiaolin/shared-types/contract/problem';
import { API_PREFIX, type Route } from '@xiaolin/shared-types/contract/route';
import { PICTURE_PART } from '@xiaolin/shared-types/pictures/schema';
import type { GenericSchema } from 'valibot';

type JsonSchema = Record<string, unknown> & { properties?: Record<string, JsonSchema>; required?: string[] };

const PROBLEM = { $ref: '#/components/schemas/Problem' };

/** The OpenAPI 3.0 document of these routes, wholly from the contract. */
export function openApiDocument(routes: readonly Route[]): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const path = API_PREFIX + route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) };
  }
  return {
    openapi: '3.0.3',
    info: {
      title: '校邻 Xiaolin',
      version: '0.1.0',
      description:
        'Refusals are RFC 9457 problem documents with a stable `code`; lists are pages with a `nextCursor`.',
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { Problem: jsonSchema(ProblemDocument, 'output') },
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer', description: 'The token of a session.' },
      },
    },
  };
}

function operation(route: Route): object {
  return {
    operationId: operationId(route),
    tags: [route.path.split('/')[1]],
    summary: route.summary,
    description: accessText(route),
    parameters: [...parameters(route.params, 'path'), ...parameters(route.query, 'query')],
    ...(route.body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: jsonSchema(route.body, 'input') } },
      },
    }),
    ...(route.takes === 'picture' && { requestBody: PICTURE_FORM }),
    ...(route.access.kind !== 'public' && { security: [{ session: [] }] }),
    responses: {
      200: {
        description: 'Done.',
        content:
          route.produces === undefined
            ? { 'application/json': { schema: jsonSchema(route.response, 'output') } }
            : { [route.produces]: { schema: BYTES } },
      },
      ...problemResponses(route),
    },
  };
}

const BYTES = { type: 'string', format: 'binary' };
const PICTURE_FORM = {
  required: true,
  content: {
    'multipart/form-data': {
      schema: { type: 'object', required: [PICTURE_PART], properties: { [PICTURE_PART]: BYTES } },
    },
  },
};

/** `GET /me/signups/:signupId` → `getMeSignupsBySignupId`; unique because verb and path are. */
function operationId({ method, path }: Route): string {
  const words = path.replace(/:(\w)/g, (_, first: string) => `by-${first}`).split(/[/-]/);
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

function parameters(schema: StandardSchemaV1 | undefined, place: 'path' | 'query'): object[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = jsonSchema(schema, 'input');
  return Object.entries(properties).map(([name, each]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: each,
  }));
}

/** Schema of what a caller writes (`input`) or reads (`output`). */
function jsonSchema(schema: StandardSchemaV1, side: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...json } = toJsonSchema(schema as GenericSchema, {
    target: 'openapi-3.0',
    typeMode: side,
    // Transformations and comparisons between fields have no JSON Schema; the server checks them.
    errorMode: 'ignore',
  }) as JsonSchema;
  // OpenAPI 3.0 forbids the empty list that an object of optional fields gets.
  const text = JSON.stringify(json, (name, value: unknown) =>
    name === 'required' && Array.isArray(value) && value.length === 0 ? undefined : value,
  );
  return JSON.parse(text) as JsonSchema;
}

/** Which of the refusals that any route may give this one can give. */
function applies(route: Route, code: ProblemCode): boolean {
  const { status } = problems[code];
  if (code === 'request.invalid') return Boolean(route.params ?? route.query ?? route.body);
  if (code === 'request.malformed' || status === 413 || status === 415) return route.body !== undefined;
  if (status === 401) return route.access.kind !== 'public';
  if (status === 403) return route.access.kind === 'staff';
  if (code === 'request.rate-limited') return route.limit !== undefined;
  return true;
}

function problemResponses(route: Route): Record<number, object> {
  const byStatus = new Map<number, Set<string>>();
  for (const code of [
    ...(route.problems ?? []),
    ...commonProblems.filter((common) => applies(route, common)),
  ]) {
    const { status } = problems[code];
    byStatus.set(status, (byStatus.get(status) ?? new Set()).add(code));
  }
  const content = { 'application/problem+json': { schema: PROBLEM } };
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      { description: [...codes].map((code) => `\`${code}\``).join(', '), content },
    ]),
  );
}

function accessText({ access }: Route): string {
  if (access.kind === 'public') return 'Needs no account.';
  if (access.kind === 'person') return 'Anybody who is signed in.';
  return `Staff (${access.roles.join(' or ')}) whose scope holds the ${access.of}.`;
}
