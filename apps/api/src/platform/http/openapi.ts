import { ApiBody, ApiOperation, ApiParam, ApiQuery, ApiResponse } from '@nestjs/swagger';
import type { StandardSchemaV1 } from '@standard-schema/spec';
import { toJsonSchema } from '@valibot/to-json-schema';
import { problems } from '@xiaolin/shared-types/contract/problem';
import type { Route } from '@xiaolin/shared-types/contract/route';
import type { GenericSchema } from 'valibot';

type JsonSchema = Record<string, unknown> & { properties?: Record<string, JsonSchema>; required?: string[] };

/** OpenAPI 3.0 schema of a contract schema: what a caller writes (`input`) or reads (`output`). */
function jsonSchema(schema: StandardSchemaV1, side: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...json } = toJsonSchema(schema as GenericSchema, {
    target: 'openapi-3.0',
    typeMode: side,
    errorMode: 'ignore',
  }) as JsonSchema;
  return json;
}

/** The OpenAPI description of a route, wholly from the contract. */
export function describeRoute(route: Route): MethodDecorator[] {
  const params = route.params ? Object.entries(jsonSchema(route.params, 'input').properties ?? {}) : [];
  const query = route.query ? jsonSchema(route.query, 'input') : {};
  return [
    ApiOperation({ summary: route.summary, description: accessText(route) }),
    ...params.map(([name, schema]) => ApiParam({ name, schema })),
    ...Object.entries(query.properties ?? {}).map(([name, schema]) =>
      ApiQuery({ name, schema, required: query.required?.includes(name) ?? false }),
    ),
    ...(route.body ? [ApiBody({ schema: jsonSchema(route.body, 'input') })] : []),
    ApiResponse({ status: 200, description: 'Done', schema: jsonSchema(route.response, 'output') }),
    ...problemResponses(route),
  ];
}

function problemResponses(route: Route): MethodDecorator[] {
  const byStatus = new Map<number, string[]>();
  for (const code of route.problems ?? []) {
    const { status } = problems[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return [...byStatus].map(([status, codes]) => ApiResponse({ status, description: codes.join(', ') }));
}

function accessText({ access }: Route): string {
  if (access.kind === 'public') return 'Needs no account.';
  if (access.kind === 'person') return 'Anybody who is signed in.';
  return `Staff (${access.roles.join(' or ')}) whose scope holds the ${access.of}.`;
}
