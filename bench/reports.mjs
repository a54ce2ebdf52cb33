// Row 9: a roster of 200,000 lines as a workbook against the same as CSV, the memory it takes, and what is left of the
// public list meanwhile. The real server, MariaDB; both files are read to their end as they come.
import autocannon from 'autocannon';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { startTestDatabase } from '../scripts/test-database.mjs';
import { inRoot } from '../scripts/workspace/places.mjs';
import { openBenchDatabase } from './burst-database.mjs';
import { startServer } from './server.mjs';
import { median, range } from './statistics.mjs';

const LINES = 200_000;
const WORKER = 'bench-worker';
const RUN = 'bench-roster';
const SECRET = 'a bench secret of thirty-two characters';
const LIST = '/api/activities?limit=20';
const LIST_SECONDS = 4;
const MIB = 2 ** 20;

const dist = (/** @type {string} */ path) => import(pathToFileURL(inRoot(`apps/api/dist/${path}`)).href);
const fromApi = createRequire(inRoot('apps/api/package.json'));

/** @param {number} rounds @returns {Promise<import('./run.mjs').Row[]>} */
export async function reportRows(rounds) {
  const database = await startTestDatabase();
  const opened = await openBenchDatabase(database.url, 10);
  /** @type {number[]} */
  const [times, memory, shares] = [[], [], []];
  /** @type {string[]} */
  const broken = [];
  try {
    await seedRoster(opened.source);
    for (let round = 1; round <= rounds; round += 1) {
      // A new server each time: what a file left behind would hide what the next one takes.
      const server = await startServer('apps/api/dist/main.js', {
        NODE_ENV: 'production',
        DATABASE_URL: opened.url,
        APP_SECRET: SECRET,
      });
      try {
        const ask = await asWorker(server.port);
        const [csv, xlsx] = [await ask.order('csv', round), await ask.order('xlsx', round)];
        await list(server.port);
        const watched = watchMemory(server.pid);
        const workbook = await ask.whole(xlsx);
        const more = watched.stop();
        broken.push(...(await wrongLines(await ask.whole(csv), workbook)));
        const [csvSeconds, xlsxSeconds] = [await ask.seconds(csv), await ask.seconds(xlsx)];
        const alone = await list(server.port);
        const busy = await whileRepeated(
          () => ask.seconds(xlsx),
          () => list(server.port),
        );
        times.push(xlsxSeconds / csvSeconds);
        memory.push(more);
        shares.push(busy / alone);
        console.log(
          `  round ${round} csv ${csvSeconds.toFixed(1)} s, xlsx ${xlsxSeconds.toFixed(1)} s, +${more.toFixed(0)} MiB, list ${alone.toFixed(0)} → ${busy.toFixed(0)} requests/s`,
        );
      } finally {
        await server.stop();
      }
    }
  } finally {
    await opened.close();
    await database.stop();
  }
  const remark = broken[0] === undefined ? {} : { remark: `VOID: ${broken[0]}` };
  /** @type {(work: string, goal: string, seen: number[], met: (figure: number) => boolean) => import('./run.mjs').Row} */
  const row = (work, goal, seen, met) => ({
    row: 9,
    work,
    goal,
    ratio: median(seen),
    range: range(seen),
    met: met(median(seen)) && broken.length === 0,
    ...remark,
  });
  return [
    row(`xlsx of ${LINES} lines against CSV, time`, '≤ 6', times, (figure) => figure <= 6),
    row('memory that the xlsx adds, MiB', '≤ 64', memory, (figure) => figure <= 64),
    row('the list while it is made, against alone', '≥ 0.60', shares, (figure) => figure >= 0.6),
  ];
}

/** @typedef {{ query(sql: string, values?: unknown[]): Promise<any> }} Source */

/** @param {Source} source */
async function seedRoster(source) {
  const at = '2026-01-01T00:00:00.000Z';
  await source.query(
    "INSERT INTO person (id, display_name, illustrative, created_at) VALUES (?, 'bench', 1, ?)",
    [WORKER, at],
  );
  await source.query(
    `INSERT INTO membership (id, person_id, organization_id, role, starts_at, ends_at)
     VALUES ('bench-reports', ?, 'bench', 'worker', ?, NULL)`,
    [WORKER, at],
  );
  await source.query(
    `INSERT INTO line (id, kind, activity_id, organization_id, title, published, called_off, starts_at, ends_at,
       opens_at, closes_at, capacity, waitlist_limit, taken, waiting, next_position)
     VALUES (?, 'occurrence', 'bench-none', 'bench', 'bench', 1, 0, ?, ?, ?, ?, ?, 0, ?, 0, ?)`,
    [RUN, at, at, at, at, LINES, LINES, LINES + 1],
  );
  for (let from = 0; from < LINES; from += 2_000) {
    const numbers = Array.from({ length: 2_000 }, (_, index) => from + index);
    await source.query(
      `INSERT INTO person (id, display_name, phone, illustrative, created_at)
       VALUES ${numbers.map(() => '(?, ?, ?, 1, ?)').join(', ')}`,
      numbers.flatMap((number) => [`listed-${number}`, `居民${number}`, String(13_800_000_000 + number), at]),
    );
    await source.query(
      `INSERT INTO signup (id, line_id, person_id, status, position, registered_by, decided_at)
       VALUES ${numbers.map(() => "(?, ?, ?, 'confirmed', ?, ?, ?)").join(', ')}`,
      numbers.flatMap((number) => [
        `s-${number}`,
        RUN,
        `listed-${number}`,
        number + 1,
        `listed-${number}`,
        at,
      ]),
    );
  }
}

/** @param {number} port */
async function asWorker(port) {
  const { Tokens } = await dist('platform/auth/tokens.js');
  const { SystemClock } = await dist('platform/clock/clock.js');
  const { SystemRandom } = await dist('platform/random/random.js');
  const { token } = new Tokens(SECRET, new SystemClock(), new SystemRandom()).issue(WORKER);
  const base = `http://127.0.0.1:${port}/api`;
  const headers = { authorization: `Bearer ${token}` };
  const open = async (/** @type {string} */ path) => {
    const response = await fetch(base + path, { headers });
    if (response.status !== 200 || response.body === null) throw new Error(`${path}: ${response.status}`);
    return response.body;
  };
  return {
    /** @param {'csv' | 'xlsx'} format @param {number} round @returns {Promise<string>} the file's path */
    async order(format, round) {
      const response = await fetch(`${base}/staff/occurrences/${RUN}/reports`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({
          kind: 'roster',
          format,
          phonesReason: null,
          requestKey: `bench-${format}-${round}`,
        }),
      });
      const { reportId } = await response.json();
      return `/staff/reports/${reportId}/table.${format}`;
    },
    /** @param {string} path */
    async whole(path) {
      /** @type {Uint8Array[]} */
      const parts = [];
      for await (const part of await open(path)) parts.push(part);
      return Buffer.concat(parts);
    },
    /** How long it takes to read to the end. @param {string} path */
    async seconds(path) {
      const started = performance.now();
      for await (const part of await open(path)) void part;
      return (performance.now() - started) / 1_000;
    },
  };
}

/** @param {Buffer} csv @param {Buffer} xlsx @returns {Promise<string[]>} */
async function wrongLines(csv, xlsx) {
  const lines = csv.toString('utf8').split('\r\n').length - 2;
  const { streamXlsxRows } = await import(pathToFileURL(fromApi.resolve('hucre/xlsx')).href);
  let rows = -1;
  for await (const row of streamXlsxRows(xlsx)) rows += row ? 1 : 0;
  return lines === LINES && rows === LINES ? [] : [`${lines} lines, ${rows} rows`];
}

/** @param {number} pid @returns {number} */
const residentBytes = (pid) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1_024;

/** Resident memory beyond what there was at the start, sampled. @param {number} pid */
function watchMemory(pid) {
  const before = residentBytes(pid);
  let most = before;
  const timer = setInterval(() => (most = Math.max(most, residentBytes(pid))), 25);
  return {
    stop() {
      clearInterval(timer);
      return (most - before) / MIB;
    },
  };
}

/** @param {number} port */
async function list(port) {
  const result = await autocannon({
    url: `http://127.0.0.1:${port}${LIST}`,
    connections: 20,
    duration: LIST_SECONDS,
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error('not every list was answered with 200');
  return result['2xx'] / result.duration;
}

/**
 * Measures while something goes on, again and again.
 * @param {() => Promise<unknown>} again @param {() => Promise<number>} measure
 */
async function whileRepeated(again, measure) {
  let over = false;
  const going = (async () => {
    while (!over) await again();
  })();
  const figure = await measure();
  over = true;
  await going;
  return figure;
}
