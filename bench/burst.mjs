// Rows 1 and 2: 10,000 people, 1,000 seats, 200 connections, on MariaDB that flushes every commit to disk.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { startTestDatabase } from '../scripts/test-database.mjs';
import { inRoot } from '../scripts/workspace/places.mjs';
import { openBenchDatabase } from './burst-database.mjs';
import { startServer } from './server.mjs';
import { median, range } from './statistics.mjs';

const PEOPLE = 10_000;
const SEATS = 1_000;
const CONNECTIONS = 200;
const SECRET = 'a bench secret of thirty-two characters';
const MODES = /** @type {const} */ (['desk', 'single', 'none']);

/** @param {number} rounds @returns {Promise<import('./run.mjs').Row[]>} */
export async function burstRows(rounds) {
  const server = await startTestDatabase({ flushLogAtCommit: 1 });
  const database = await openBenchDatabase(server.url, PEOPLE);
  /** @type {Record<string, import('./server.mjs').Server>} */
  const servers = {};
  /** @type {Record<string, number[]>} requests a second by mode and round */
  const speed = { desk: [], single: [], none: [] };
  /** @type {string[]} */
  const broken = [];
  try {
    for (const mode of MODES)
      servers[mode] = await startServer('apps/api/dist/bench/server.js', {
        BENCH_MODE: mode,
        DATABASE_URL: database.url,
        APP_SECRET: SECRET,
      });
    // Round 0 warms everything up and does not count.
    for (let round = 0; round <= rounds; round += 1)
      for (const mode of MODES) {
        const lineId = await database.openLine(SEATS, PEOPLE);
        const perSecond = await burst(servers[mode]?.port ?? 0, lineId);
        if (mode !== 'none') broken.push(...(await database.broken(lineId, SEATS, PEOPLE)));
        if (round > 0) speed[mode]?.push(perSecond);
        console.log(
          `  ${round === 0 ? 'warm-up' : `round ${round}`} ${mode.padEnd(6)} ${perSecond.toFixed(0)} requests/s`,
        );
      }
  } finally {
    for (const each of Object.values(servers)) await each.stop();
    await database.close();
    await server.stop();
  }
  const remark = broken.length > 0 ? `VOID: ${broken[0]}` : undefined;
  return [
    row(
      1,
      'sign-up burst against a transaction per request',
      '≥ 12',
      12,
      speed['desk'],
      speed['single'],
      remark,
    ),
    row(
      2,
      'sign-up burst against a POST without a database',
      '≥ 0.35',
      0.35,
      speed['desk'],
      speed['none'],
      remark,
    ),
  ];
}

/**
 * @param {number} number @param {string} work @param {string} goal @param {number} least
 * @param {number[]} [ours] @param {number[]} [theirs] @param {string} [remark]
 */
function row(number, work, goal, least, ours = [], theirs = [], remark) {
  const ratios = ours.map((each, round) => each / (theirs[round] ?? NaN));
  const ratio = median(ratios);
  return {
    row: number,
    work,
    goal,
    ratio,
    range: range(ratios),
    met: ratio >= least && remark === undefined,
    ...(remark && { remark }),
  };
}

/** One burst from a process of its own; requests a second. @param {number} port @param {string} lineId */
async function burst(port, lineId) {
  const { stdout } = await promisify(execFile)(process.execPath, [
    inRoot('bench/burst-client.mjs'),
    String(port),
    lineId,
    String(PEOPLE),
    String(CONNECTIONS),
    SECRET,
  ]);
  const { perSecond, failed } = JSON.parse(stdout);
  if (failed > 0) throw new Error(`${failed} of ${PEOPLE} requests were not answered with 200`);
  return perSecond;
}
