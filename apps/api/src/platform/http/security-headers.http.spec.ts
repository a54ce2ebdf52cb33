import { afterEach, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../test/app.js';

describe('the headers of an answer', () => {
  let app: TestApp | undefined;
  afterEach(() => app?.close());

  it.each(['/api/categories', '/api/unknown', '/api/me', '/nowhere'])(
    'let a browser do nothing with %s',
    async (path) => {
      app = await startTestApp();
      const { headers } = await fetch(app.baseUrl + path);
      expect(Object.fromEntries(headers)).toMatchObject({
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
      });
      expect(headers.get('strict-transport-security')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
    },
  );

  it('let a page of ours, and nothing else, use the camera; the policy for scripts stays as strict', async () => {
    app = await startTestApp();
    const { headers } = await fetch(`${app.baseUrl}/api/docs`);
    expect(headers.get('permissions-policy')).toBe(
      'camera=(self), geolocation=(self), microphone=(), payment=(), usb=()',
    );
    // No 'wasm-unsafe-eval': the reader of codes is plain JavaScript.
    expect(headers.get('content-security-policy')).toContain("script-src 'self';");
  });

  it('ask for TLS in production', async () => {
    app = await startTestApp('sqlite', undefined, { production: true });
    const { headers } = await fetch(`${app.baseUrl}/api/categories`);
    expect(headers.get('strict-transport-security')).toContain('max-age=31536000');
  });
});
