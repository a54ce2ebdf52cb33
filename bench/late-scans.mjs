// Row 7: a desk's 5,000 scans of a day without a signal, in batches of 200, on MariaDB that flushes every commit to
// disk. The same server twice: the scans of a batch share a transaction, or each has its own. Signatures are checked,
// records and evidence are written in both.
import { createHmac, createPrivateKey, randomUUID, sign } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { startTestDatabase } from '../scripts/test-database.mjs';
import { inRoot } from '../scripts/workspace/places.mjs';
import { openBenchDatabase, personId } from './burst-database.mjs';
import { startServer } from './server.mjs';
import { median, range } from './statistics.mjs';

const SCANS = 5_000;
const AT_ONCE = 200;
/** Batches that are on their way at once, as from as many desks. */
const DESKS = 4;
const LEAST = 10;
const WORKER = 'bench-worker';
const SECRET = 'a bench secret of thirty-two characters';
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const MINUTE = 60_000;

const dist = (/** @type {string} */ path) => import(pathToFileURL(inRoot(`apps/api/dist/${path}`)).href);
const contract = (/** @type {string} */ path) =>
  import(pathToFileURL(inRoot(`packages/shared-types/dist/${path}`)).href);

/** @param {number} rounds @returns {Promise<import('./run.mjs').Row>} */
export async function lateScansRow(rounds) {
  const server = await startTestDatabase({ flushLogAtCommit: 1 });
  const database = await openBenchDatabase(server.url, SCANS);
  /** @type {Map<string, import('./server.mjs').Server>} */
  const servers = new Map();
  /** @type {Record<string, number[]>} */
  const seen = { scans: [], 'scans-single': [] };
  /** @type {string[]} */
  const broken = [];
  try {
    await seedDesk(database.source);
    for (const name of Object.keys(seen))
      servers.set(
        name,
        await startServer('apps/api/dist/bench/server.js', {
          BENCH_MODE: name,
          NODE_ENV: 'production',
          DATABASE_URL: database.url,
          APP_SECRET: SECRET,
        }),
      );
    // Round 0 warms everything up and does not count.
    for (let round = 0; round <= rounds; round += 1)
      for (const name of Object.keys(seen)) {
        const shiftId = await openShift(database.source);
        const seconds = await drain(servers.get(name)?.port ?? 0, shiftId, await batchesOf(shiftId));
        broken.push(...(await brokenPromises(database.source, shiftId)));
        if (round > 0) seen[name]?.push(seconds);
        console.log(
          `  ${round === 0 ? 'warm-up' : `round ${round}`} ${name.padEnd(12)} ${(SCANS / seconds).toFixed(0)} scans/s`,
        );
      }
  } finally {
    for (const each of servers.values()) await each.stop();
    await database.close();
    await server.stop();
  }
  const ratios = (seen['scans-single'] ?? []).map(
    (single, round) => single / (seen['scans']?.[round] ?? NaN),
  );
  const remark = broken[0] === undefined ? undefined : `VOID: ${broken[0]}`;
  const ratio = median(ratios);
  return {
    row: 7,
    work: '5,000 offline scans drained in batches against one transaction each',
    goal: `≥ ${LEAST}`,
    ratio,
    range: range(ratios),
    met: ratio >= LEAST && remark === undefined,
    ...(remark && { remark }),
  };
}

/** @typedef {{ query(sql: string, values?: unknown[]): Promise<any> }} Source */

/** An activity with shifts, and a worker who may scan there. @param {Source} source */
async function seedDesk(source) {
  const at = '2026-01-01T00:00:00.000Z';
  await source.query(
    "INSERT INTO person (id, display_name, illustrative, created_at) VALUES (?, 'bench', 1, ?)",
    [WORKER, at],
  );
  await source.query(
    `INSERT INTO membership (id, person_id, organization_id, role, starts_at, ends_at)
     VALUES ('bench', ?, 'bench', 'worker', ?, NULL)`,
    [WORKER, at],
  );
  await source.query(
    `INSERT INTO activity (id, organization_id, title, summary, category_id, responsible_name, responsible_phone,
       place_name, place_detail, risk_text, hazardous, insurance_text, audience_text, status, version, search_text,
       created_by, created_at, updated_at, illustrative)
     VALUES ('bench-shifts', 'bench', 'bench', '', 'bench', 'bench', '', '', '', '', 0, '', '', 'published', 1, '', ?, ?, ?, 1)`,
    [WORKER, at, at],
  );
  await source.query(
    `INSERT INTO service_role (id, activity_id, name, description, counts, not_counted_reason, created_at)
     VALUES ('bench', 'bench-shifts', 'bench', '', 1, NULL, ?)`,
    [at],
  );
}

let shifts = 0;

/** A shift that is over, in which everybody had a place. @param {Source} source */
async function openShift(source) {
  shifts += 1;
  const id = `shift-${shifts}`;
  // Apart, so that nobody was at two at once.
  const at = (/** @type {number} */ minutes) =>
    new Date(Date.now() - (shifts * 3 - minutes / 60) * 3_600_000);
  const [starts, ends] = [at(0).toISOString(), at(120).toISOString()];
  await source.query(
    `INSERT INTO shift (id, service_role_id, activity_id, break_minutes, meeting_point) VALUES (?, 'bench', 'bench-shifts', 0, NULL)`,
    [id],
  );
  await source.query(
    `INSERT INTO line (id, kind, activity_id, organization_id, title, published, called_off, starts_at, ends_at,
       opens_at, closes_at, capacity, waitlist_limit, taken, waiting, next_position)
     VALUES (?, 'shift', 'bench-shifts', 'bench', 'bench', 1, 0, ?, ?, ?, ?, ?, 0, ?, 0, ?)`,
    [id, starts, ends, starts, ends, SCANS, SCANS, SCANS + 1],
  );
  for (let from = 0; from < SCANS; from += 1_000) {
    const rows = Array.from({ length: 1_000 }, (_, index) => from + index);
    await source.query(
      `INSERT INTO signup (id, line_id, person_id, status, position, registered_by, decided_at)
       VALUES ${rows.map(() => "(?, ?, ?, 'confirmed', ?, ?, ?)").join(', ')}`,
      rows.flatMap((index) => [
        `${id}-${index}`,
        id,
        personId(index),
        index + 1,
        personId(index),
        '2026-01-01T00:00:00.000Z',
      ]),
    );
  }
  return id;
}

/** Everybody's way in, ten minutes after the start, written down as a desk writes it. @param {string} shiftId */
async function batchesOf(shiftId) {
  const { PASS_PURPOSE, passCode, passStatement, passStepAt } = await contract('attendance/pass-code.js');
  const { signedMessage } = await contract('signing/message.js');
  const scannedAt = Date.now() - (shifts * 3 - 1 / 6) * 60 * MINUTE;
  const step = passStepAt(scannedAt);
  // As the server derives them (use-cases/attendance-codes.ts).
  const key = createHmac('sha256', SECRET).update('attendance-codes-1').digest();
  const derive = (/** @type {string} */ text) => createHmac('sha256', key).update(text).digest();
  const scans = Array.from({ length: SCANS }, (_, index) => {
    const person = personId(index);
    const passId = derive(`pass-id\n${shiftId}\n${person}`).subarray(0, 9).toString('base64url');
    const der = Buffer.concat([PKCS8, derive(`pass-seed\n${shiftId}\n${person}`)]);
    const signature = sign(
      null,
      signedMessage(PASS_PURPOSE, passStatement(passId, step)),
      createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }),
    ).toString('base64url');
    return {
      requestKey: randomUUID(),
      code: passCode({ passId, step, signature }),
      direction: 'in',
      deviceTime: new Date(scannedAt).toISOString(),
    };
  });
  return Array.from({ length: SCANS / AT_ONCE }, (_, at) => scans.slice(at * AT_ONCE, (at + 1) * AT_ONCE));
}

/** @param {number} port @param {string} shiftId @param {object[][]} batches @returns {Promise<number>} seconds */
async function drain(port, shiftId, batches) {
  const { Tokens } = await dist('platform/auth/tokens.js');
  const { SystemClock } = await dist('platform/clock/clock.js');
  const { SystemRandom } = await dist('platform/random/random.js');
  const { token } = new Tokens(SECRET, new SystemClock(), new SystemRandom()).issue(WORKER);
  const waiting = [...batches];
  const desk = async () => {
    for (let scans = waiting.shift(); scans !== undefined; scans = waiting.shift()) {
      const response = await fetch(
        `http://127.0.0.1:${port}/api/staff/shifts/${shiftId}/volunteer-scan-batches`,
        {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
          body: JSON.stringify({ phoneTime: new Date().toISOString(), scans }),
        },
      );
      const { results } = await response.json();
      const refused = results.find((/** @type {any} */ result) => result.kind !== 'recorded');
      if (refused) throw new Error(`a scan was not recorded: ${JSON.stringify(refused)}`);
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: DESKS }, desk));
  return (performance.now() - started) / 1_000;
}

/** @param {Source} source @param {string} shiftId @returns {Promise<string[]>} */
async function brokenPromises(source, shiftId) {
  const [found] = await source.query(
    `SELECT (SELECT COUNT(*) FROM attendance WHERE shift_id = ?) AS stays,
       (SELECT COUNT(DISTINCT person_id) FROM attendance WHERE shift_id = ?) AS people,
       (SELECT COUNT(*) FROM attendance_event WHERE shift_id = ? AND counted_at IS NOT NULL) AS events`,
    [shiftId, shiftId, shiftId],
  );
  return [found.stays, found.people, found.events].every((each) => Number(each) === SCANS)
    ? []
    : [`found ${JSON.stringify(found)}`];
}
