import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { readSettings, requireFreePort } from '../start/settings.mjs';

const MYSQL = 'mysql://user:password@db:3306/xiaolin';

test('demonstration people come by themselves only in the try-out mode', () => {
  const shown = (/** @type {NodeJS.ProcessEnv} */ env) => readSettings(env).demonstration;
  assert.equal(shown({}), true);
  assert.equal(shown({ DEMO_SIGN_IN: 'off' }), false);
  assert.equal(shown({ DATABASE_URL: MYSQL }), false);
  assert.equal(shown({ DATABASE_URL: MYSQL, DEMO_SIGN_IN: 'on' }), true);
  assert.equal(shown({ NODE_ENV: 'production' }), false);
  assert.equal(shown({ NODE_ENV: 'production', DEMO_SIGN_IN: 'on' }), false);
});

for (const PORT of ['http', '0', '65536', '-1', '30 00', '3e3']) {
  test(`PORT=${PORT} is refused by name`, () => {
    assert.throws(() => readSettings({ PORT }), /PORT must be a number/);
  });
}

test('a taken port is refused with another one to choose', async () => {
  const taken = createServer().listen(0);
  await once(taken, 'listening');
  const address = taken.address();
  assert.ok(address && typeof address === 'object');
  try {
    await assert.rejects(
      requireFreePort({ port: address.port, host: undefined }),
      new RegExp(`PORT ${address.port} is taken[\\s\\S]*PORT=\\d+ npm start`),
    );
  } finally {
    taken.close();
  }
  await once(taken, 'close');
  await requireFreePort({ port: address.port, host: undefined });
});
