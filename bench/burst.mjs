// Rows 1 to 4 and 14: 10,000 people, 1,000 seats and every rule on, on MariaDB that flushes every commit to disk.
import { execFile, spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
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
const LIST = '/api/activities?limit=20';
const READS_PER_SECOND = 200;
const IDLE_MS = 3_000;

/**
 * What is measured in each round, one after the other; `servers` are processes of bench/server.js by mode.
 * @type {Record<string, { servers: string[], connections: number, rows: number[] }>}
 */
const BURSTS = {
  desk: { servers: ['desk'], connections: CONNECTIONS, rows: [1, 2, 4] },
  single: { servers: ['single'], connections: CONNECTIONS, rows: [1] },
  none: { servers: ['none'], connections: CONNECTIONS, rows: [2] },
  crowd: { servers: ['desk'], connections: 1_000, rows: [3] },
  pair: { servers: ['desk', 'twin'], connections: CONNECTIONS, rows: [4] },
  read: { servers: ['desk', 'twin'], connections: CONNECTIONS, rows: [14] },
};

/**
 * @typedef {object} Seen one burst
 * @property {number} perSecond
 * @property {number} seconds
 * @property {number} [p99] row 14: milliseconds of the list while the burst ran, and without it
 * @property {number} [idleP99]
 */

/** @param {number} rounds @param {readonly number[]} wanted @returns {Promise<import('./run.mjs').Row[]>} */
export async function burstRows(rounds, wanted) {
  const bursts = Object.entries(BURSTS).filter(([, { rows }]) => rows.some((row) => wanted.includes(row)));
  const server = await startTestDatabase({ flushLogAtCommit: 1 });
  const database = await openBenchDatabase(server.url, PEOPLE);
  /** @type {Map<string, import('./server.mjs').Server>} */
  const servers = new Map();
  /** @type {Record<string, Seen[]>} */
  const seen = Object.fromEntries(bursts.map(([name]) => [name, []]));
  /** @type {string[]} */
  const broken = [];
  try {
    for (const name of new Set(bursts.flatMap(([, burst]) => burst.servers)))
      servers.set(name, await startOne(name, database.url));
    // Round 0 warms everything up and does not count.
    for (let round = 0; round <= rounds; round += 1)
      for (const [name, burst] of bursts) {
        const lineId = await database.openLine(SEATS, 2 * PEOPLE);
        const ports = burst.servers.map((each) => servers.get(each)?.port ?? 0);
        const one =
          name === 'read'
            ? await runWhileReading(ports, lineId, burst.connections)
            : await run(ports, lineId, burst.connections);
        if (name !== 'none') broken.push(...(await database.broken(lineId, SEATS, PEOPLE)));
        if (round > 0) seen[name]?.push(one);
        console.log(
          `  ${round === 0 ? 'warm-up' : `round ${round}`} ${name.padEnd(6)} ${one.perSecond.toFixed(0)} requests/s${one.p99 === undefined ? '' : `, list p99 ${one.p99.toFixed(1)} ms, idle ${one.idleP99?.toFixed(1)} ms`}`,
        );
      }
  } finally {
    for (const each of servers.values()) await each.stop();
    await database.close();
    await server.stop();
  }
  return rowsOf(seen, broken[0] === undefined ? undefined : `VOID: ${broken[0]}`);
}

/** @param {string} name @param {string} databaseUrl */
const startOne = (name, databaseUrl) =>
  startServer('apps/api/dist/bench/server.js', {
    BENCH_MODE: name === 'twin' ? 'desk' : name,
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    APP_SECRET: SECRET,
    SIGNING_KEY: 'A'.repeat(43),
  });

/** @param {Record<string, Seen[]>} seen @param {string} [remark] @returns {import('./run.mjs').Row[]} */
function rowsOf({ desk = [], single = [], none = [], crowd = [], pair = [], read = [] }, remark) {
  const speed = (/** @type {Seen[]} */ bursts) => bursts.map(({ perSecond }) => perSecond);
  const against = (/** @type {Seen[]} */ ours, /** @type {Seen[]} */ theirs) =>
    speed(ours).map((each, round) => each / (theirs[round]?.perSecond ?? NaN));
  const atLeast = (
    /** @type {number} */ row,
    /** @type {string} */ work,
    /** @type {number} */ least,
    /** @type {number[]} */ ratios,
  ) => rowOf(row, work, `≥ ${least}`, ratios, (ratio) => ratio >= least, remark);
  return [
    atLeast(1, 'sign-up burst against a transaction per request', 12, against(desk, single)),
    atLeast(2, 'sign-up burst against a POST without a database', 0.35, against(desk, none)),
    rowOf(
      3,
      '10,000 at 1,000 connections, seconds until the last answer',
      '≤ 1.5 s',
      crowd.map(({ seconds }) => seconds),
      (seconds) => seconds <= 1.5,
      remark,
    ),
    atLeast(4, 'two processes against one, same cores', 0.7, against(pair, desk)),
    rowOf(
      14,
      `the list's p99 at ${READS_PER_SECOND}/s on two processes: during the burst against idle`,
      '≤ 3',
      read.map(({ p99 = NaN, idleP99 = NaN }) => p99 / idleP99),
      (ratio) => ratio <= 3,
      remark,
    ),
  ];
}

/**
 * @param {number} row @param {string} work @param {string} goal @param {number[]} figures
 * @param {(figure: number) => boolean} meets @param {string} [remark]
 */
function rowOf(row, work, goal, figures, meets, remark) {
  const ratio = median(figures);
  const met = meets(ratio) && remark === undefined;
  return { row, work, goal, ratio, range: range(figures), met, ...(remark && { remark }) };
}

/** One burst from a process of its own. @param {number[]} ports @param {string} lineId @param {number} connections */
async function run(ports, lineId, connections) {
  const { stdout } = await promisify(execFile)(process.execPath, [
    inRoot('bench/burst-client.mjs'),
    ports.join(','),
    lineId,
    String(PEOPLE),
    String(connections),
    SECRET,
  ]);
  const { perSecond, seconds, failed } = JSON.parse(stdout);
  if (failed > 0) throw new Error(`${failed} of ${PEOPLE} requests were not answered with 200`);
  return { perSecond, seconds };
}

/** Somebody reads the list all the while, first without the burst. @type {typeof run} */
async function runWhileReading(ports, lineId, connections) {
  const idle = await reading(ports, () => sleep(IDLE_MS));
  /** @type {Awaited<ReturnType<typeof run>> | undefined} */
  let seen;
  const busy = await reading(ports, async () => {
    seen = await run(ports, lineId, connections);
  });
  if (seen === undefined) throw new Error('there was no burst');
  return { ...seen, p99: busy.p99, idleP99: idle.p99 };
}

/** @param {number[]} ports @param {() => Promise<unknown>} meanwhile @returns {Promise<{ p99: number }>} */
async function reading(ports, meanwhile) {
  const reader = spawn(
    process.execPath,
    [inRoot('bench/list-reader.mjs'), ports.join(','), LIST, String(READS_PER_SECOND)],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const said = text(reader.stdout);
  // The reader itself has to be up and warm before what it measures begins.
  await sleep(500);
  await meanwhile();
  reader.stdin.end();
  const { failed, answered, p99 } = JSON.parse(await said);
  if (failed > 0 || answered === 0)
    throw new Error(`${failed} of the list's readers were not answered with 200`);
  return { p99 };
}
