// Row 5: the hot list of the real server against bare Fastify that sends the same bytes.
import autocannon from 'autocannon';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runOrFail } from '../scripts/workspace/command.mjs';
import { inRoot } from '../scripts/workspace/places.mjs';
import { startServer } from './server.mjs';
import { median, range } from './statistics.mjs';

const PATH = '/api/activities?limit=20';
const SECONDS = 3;

/** @param {number} rounds @returns {Promise<import('./run.mjs').Row>} */
export async function hotListRow(rounds) {
  const dataDir = mkdtempSync(join(tmpdir(), 'xiaolin-bench-'));
  const env = { DATA_DIR: dataDir };
  await runOrFail('Loading demonstration data', process.execPath, [inRoot('apps/api/dist/demo/main.js')], {
    cwd: inRoot('.'),
    env: { ...process.env, ...env, LOG_LEVEL: 'warn' },
    quiet: true,
  });
  const ours = await startServer('apps/api/dist/main.js', env);
  const body = await (await fetch(`http://127.0.0.1:${ours.port}${PATH}`)).text();
  const items = JSON.parse(body).items.length;
  const bare = await startServer('bench/bare-fastify.mjs', { BODY: body });
  /** @type {number[]} */
  const ratios = [];
  try {
    for (let round = 0; round <= rounds; round += 1) {
      const [mine, theirs] = [await load(ours.port), await load(bare.port)];
      if (round > 0) ratios.push(mine / theirs);
      console.log(
        `  ${round === 0 ? 'warm-up' : `round ${round}`} list ${mine.toFixed(0)}, bare ${theirs.toFixed(0)} requests/s`,
      );
    }
  } finally {
    await ours.stop();
    await bare.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
  const ratio = median(ratios);
  const work = `hot list (${items} occurrences, ${body.length} bytes) against bare Fastify, same bytes`;
  return { row: 5, work, goal: '≥ 0.80', ratio, range: range(ratios), met: ratio >= 0.8 && items > 0 };
}

/** @param {number} port */
async function load(port) {
  const result = await autocannon({
    url: `http://127.0.0.1:${port}${PATH}`,
    connections: 50,
    duration: SECONDS,
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error('not every request was answered with 200');
  return result['2xx'] / result.duration;
}
