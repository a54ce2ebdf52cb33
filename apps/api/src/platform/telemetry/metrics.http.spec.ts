import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../test/app.js';

describe('/metrics', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  it('counts requests by route pattern and status, and names no address', async () => {
    for (const path of ['/api/me', '/api/me', '/api/activities/secret-activity', '/nowhere/secret-place'])
      await (await fetch(app.baseUrl + path)).text();
    const response = await fetch(`${app.baseUrl}/metrics`);
    const text = await response.text();
    expect(response.headers.get('content-type')).toContain('text/plain');
    expect(text).toContain(
      'http_request_duration_seconds_count{method="GET",route="/api/me",status="401"} 2',
    );
    expect(text).not.toContain('secret');
    expect(text).toMatch(/^event_loop_lag_p99_seconds \d/m);
    expect(text).toMatch(/^transaction_retries_total 0$/m);
  });

  it('is no part of the public document', async () => {
    const document = (await (await fetch(`${app.baseUrl}/api/openapi.json`)).json()) as { paths: object };
    expect(Object.keys(document.paths)).not.toContain('/metrics');
  });
});
