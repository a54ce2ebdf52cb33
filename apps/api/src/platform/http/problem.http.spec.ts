import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ProblemDocument } from '@xiaolin/shared-types/contract/problem';
import * as v from 'valibot';
import { startTestApp, type TestApp } from '../../test/app.js';

const SENT = 'sent-by-the-caller';
const json = { 'content-type': 'application/json' };

describe('whatever goes wrong is a problem document', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const post = (path: string, init: RequestInit) => fetch(app.baseUrl + path, { method: 'POST', ...init });

  it.each<[string, () => Promise<Response>, number, string]>([
    [
      'broken JSON',
      () => post('/api/sessions/demo', { headers: json, body: `{"${SENT}` }),
      400,
      'request.malformed',
    ],
    [
      'an empty body',
      () => post('/api/sessions/demo', { headers: json, body: '' }),
      400,
      'request.malformed',
    ],
    [
      'a poisoned prototype',
      () => post('/api/sessions/demo', { headers: json, body: `{"__proto__":{"${SENT}":1}}` }),
      400,
      'request.malformed',
    ],
    [
      'a body over the limit',
      () =>
        post('/api/sessions/demo', {
          headers: json,
          body: JSON.stringify({ personId: SENT.repeat(20_000) }),
        }),
      413,
      'request.too-large',
    ],
    [
      'a type that nobody reads',
      () => post('/api/sessions/demo', { headers: { 'content-type': 'text/csv' }, body: SENT }),
      415,
      'request.unsupported-type',
    ],
    [
      'a wrong field',
      () => post('/api/sessions/wechat', { headers: json, body: JSON.stringify({ code: `${SENT} ` }) }),
      400,
      'request.invalid',
    ],
    ['an address that is nothing', () => fetch(`${app.baseUrl}/api/${SENT}`), 404, 'route.unknown'],
    ['an address outside the API', () => fetch(`${app.baseUrl}/${SENT}`), 404, 'route.unknown'],
    [
      'a verb that is not served',
      () => fetch(`${app.baseUrl}/api/me?${SENT}`, { method: 'POST' }),
      404,
      'route.unknown',
    ],
    [
      'an address that cannot be decoded',
      () => fetch(`${app.baseUrl}/api/%zz${SENT}`),
      400,
      'request.malformed',
    ],
    [
      'a parameter without end',
      () => fetch(`${app.baseUrl}/api/activities/${SENT.repeat(40)}`),
      413,
      'request.too-large',
    ],
    ['no session', () => fetch(`${app.baseUrl}/api/me`), 401, 'session.required'],
    [
      'a forged session',
      () => fetch(`${app.baseUrl}/api/me`, { headers: { authorization: `Bearer ${SENT}` } }),
      401,
      'session.required',
    ],
  ])('%s', async (_, ask, status, code) => {
    const response = await ask();
    const text = await response.text();
    expect([response.status, (JSON.parse(text) as { code: string }).code]).toEqual([status, code]);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(v.parse(ProblemDocument, JSON.parse(text)).status).toBe(response.status);
    expect(text).not.toContain(SENT);
    expect(text).not.toMatch(/at .+\(|node_modules|SELECT/);
  });

  it('carries the id of the request', async () => {
    const response = await fetch(`${app.baseUrl}/api/unknown`);
    expect(((await response.json()) as { instance: string }).instance).toBe(
      response.headers.get('x-request-id'),
    );
  });

  it.each([
    ['GET / SPAM\r\n\r\n', 400],
    [`GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`, 413],
  ])('bytes that are not HTTP', async (bytes, status) => {
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(new URL(app.baseUrl).port), '127.0.0.1', () => socket.write(bytes));
      let text = '';
      socket
        .on('data', (chunk) => (text += chunk.toString()))
        .on('end', () => resolve(text))
        .on('error', reject);
    });
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    expect(head).toContain(`HTTP/1.1 ${status}`);
    expect(v.parse(ProblemDocument, JSON.parse(body)).status).toBe(status);
  });

  it('counts sign-ins of one address, and says when to come back', async () => {
    const limited = await startTestApp('sqlite', undefined, { signInsPerMinute: 3 });
    try {
      const signIn = (personId: unknown, headers = {}) =>
        fetch(`${limited.baseUrl}/api/sessions/demo`, {
          method: 'POST',
          headers: { ...json, ...headers },
          body: JSON.stringify({ personId }),
        });
      const statuses: number[] = [];
      // A forwarded address is believed of nobody unless proxies are configured.
      for (let at = 0; at < 4; at += 1)
        statuses.push((await signIn('nobody', { 'x-forwarded-for': `10.0.0.${at}` })).status);
      expect(statuses).toEqual([404, 404, 404, 429]);
      const refused = await signIn(['any']);
      expect(v.parse(ProblemDocument, await refused.json()).code).toBe('request.rate-limited');
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await fetch(`${limited.baseUrl}/api/sessions/demo`)).status).toBe(200);
    } finally {
      await limited.close();
    }
  });

  it('counts each address behind a configured proxy by itself', async () => {
    const proxied = await startTestApp('sqlite', undefined, { signInsPerMinute: 1, trustedProxies: 1 });
    try {
      const statusFrom = async (forwarded: string) =>
        (
          await fetch(`${proxied.baseUrl}/api/sessions/demo`, {
            method: 'POST',
            headers: { ...json, 'x-forwarded-for': forwarded },
            body: '{"personId":"nobody"}',
          })
        ).status;
      // What the caller claims stands left of what the proxy added.
      expect([
        await statusFrom('10.0.0.1'),
        await statusFrom('10.0.0.2'),
        await statusFrom('10.9.9.9, 10.0.0.1'),
      ]).toEqual([404, 404, 429]);
    } finally {
      await proxied.close();
    }
  });
});
