import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { startTestApp, type TestApp } from '../../test/app.js';

interface Operation {
  readonly operationId: string;
  readonly security?: readonly object[];
  readonly parameters: readonly { name: string; in: string; required: boolean; schema: object }[];
  readonly requestBody?: { content: Record<string, { schema: Record<string, unknown> }> };
  readonly responses: Record<string, { content: Record<string, { schema: Record<string, unknown> }> }>;
}
interface Document {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { schemas: Record<string, { properties: object }>; securitySchemes: object };
}

describe('the OpenAPI document', () => {
  let app: TestApp;
  let document: Document;
  beforeAll(async () => {
    app = await startTestApp();
    document = (await (await fetch(`${app.baseUrl}/api/openapi.json`)).json()) as Document;
  });
  afterAll(() => app.close());

  const all = () =>
    Object.entries(document.paths).flatMap(([path, verbs]) =>
      Object.entries(verbs).map(([verb, operation]) => ({ path, verb, ...operation })),
    );
  const of = (path: string, verb: string) => document.paths[path]?.[verb] as Operation;

  it('is valid OpenAPI 3.0', async () => {
    const result = await new Validator().validate(structuredClone(document) as never);
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
  });

  it('names every operation once', () => {
    const ids = all().map(({ operationId }) => operationId);
    expect(ids.length).toBeGreaterThan(8);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('declares every parameter of a path', () => {
    for (const { path, parameters } of all()) {
      const inPath = parameters.filter((each) => each.in === 'path');
      expect(inPath.map(({ name }) => `{${name}}`).sort()).toEqual(
        [...(path.match(/\{\w+\}/g) ?? [])].sort(),
      );
      expect(inPath.every(({ required }) => required)).toBe(true);
    }
  });

  it('describes bodies, queries and answers', () => {
    expect(of('/api/me/name', 'put').requestBody?.content['application/json']?.schema).toMatchObject({
      type: 'object',
      required: ['displayName'],
      properties: { displayName: { type: 'string', maxLength: 20 } },
    });
    expect(of('/api/me/messages', 'get').parameters.map(({ name, required }) => [name, required])).toEqual([
      ['cursor', false],
      ['limit', false],
    ]);
    expect(of('/api/me', 'get').responses['200']?.content['application/json']?.schema).toMatchObject({
      properties: { student: { nullable: true }, memberships: { type: 'array' } },
    });
  });

  it('asks for a session exactly where the contract does', () => {
    expect(document.components.securitySchemes).toMatchObject({
      session: { type: 'http', scheme: 'bearer' },
    });
    expect(of('/api/me', 'get').security).toEqual([{ session: [] }]);
    expect(of('/api/organizations', 'get').security).toBeUndefined();
  });

  it('shows every refusal as a problem document', () => {
    for (const { responses } of all()) {
      const refusals = Object.entries(responses).filter(([status]) => status !== '200');
      expect(refusals.length).toBeGreaterThan(0);
      for (const [, { content }] of refusals)
        expect(content).toEqual({
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        });
    }
    expect(Object.keys(document.components.schemas['Problem']?.properties ?? {})).toContain('code');
    expect(Object.keys(of('/api/sessions/wechat', 'post').responses).sort()).toEqual(
      ['200', '400', '401', '403', '413', '415', '429', '500', '503'].sort(),
    );
  });

  it('leaves out what is for machines that watch the process', () => {
    expect(Object.keys(document.paths).filter((path) => !path.startsWith('/api/'))).toEqual([]);
  });

  it('is shown by a page that needs nothing from elsewhere', async () => {
    const page = await fetch(`${app.baseUrl}/api/docs`);
    const html = await page.text();
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
    const addresses = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = '']) => address);
    for (const address of addresses.filter((each) => !each.startsWith('data:'))) {
      expect(address).toMatch(/^\/api\/docs\//);
      const file = await fetch(app.baseUrl + address);
      expect([file.status, (await file.text()).length > 50]).toEqual([200, true]);
    }
    const notOurs = await fetch(`${app.baseUrl}/api/docs/package.json`);
    expect([notOurs.status, ((await notOurs.json()) as { code: string }).code]).toEqual([
      404,
      'route.unknown',
    ]);
  });
});
