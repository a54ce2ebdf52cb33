// Real: MariaDB, and the death of the process that asked for it.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startTestDatabase } from '../test-database.mjs';
import { findProgram } from '../workspace/command.mjs';
import { inRoot } from '../workspace/places.mjs';

const skip = findProgram(['mariadbd'], ['/usr/sbin']) ? false : 'MariaDB is not installed';

/** @param {string} url */
function answers(url) {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
      .once('data', () => finish(true))
      .once('error', () => finish(false));
    const finish = (/** @type {boolean} */ answer) => {
      socket.destroy();
      resolve(answer);
    };
  });
}

/** @param {string} url */
async function goesAway(url) {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (!(await answers(url))) return true;
    await sleep(50);
  }
  return false;
}

test('a named server is taken as it is', async () => {
  const url = 'mysql://root:secret@db.example:3306/';
  const named = await startTestDatabase({ env: { TEST_DATABASE_URL: url } });
  assert.deepEqual([named.url, named.provided], [url, true]);
  await assert.rejects(named.kill(), /not ours to kill/);
  await assert.rejects(startTestDatabase({ env: { TEST_DATABASE_URL: 'db:3306' } }), /must look like mysql:/);
});

test('a private server answers and goes when stopped', { skip }, async () => {
  const database = await startTestDatabase({ env: {} });
  assert.equal(await answers(database.url), true);
  await database.stop();
  await database.stop();
  assert.equal(await answers(database.url), false);
});

test('a private server is killed and started again at the same address', { skip }, async () => {
  const database = await startTestDatabase({ env: {} });
  await database.kill();
  assert.equal(await answers(database.url), false);
  await database.restart();
  assert.equal(await answers(database.url), true);
  await database.stop();
  assert.equal(await answers(database.url), false);
});

test('it goes when the process that asked for it is killed', { skip }, async () => {
  const { TEST_DATABASE_URL: _named, ...env } = process.env;
  const asker = spawn(process.execPath, [inRoot('scripts/test-database.mjs')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(createInterface({ input: asker.stdout }), 'line');
  const url = String(line).replace('TEST_DATABASE_URL=', '');
  assert.equal(await answers(url), true);
  asker.kill('SIGKILL');
  assert.equal(await goesAway(url), true);
});
