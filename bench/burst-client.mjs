// Sends every person's sign-up once over a fixed number of connections; prints how fast and what came back.
//   node bench/burst-client.mjs PORTS LINE PEOPLE CONNECTIONS SECRET
// Plain sockets and requests that are written before the clock runs: on a machine that client, server and database
// share, a client that works hard is measured with them.
import { connect } from 'node:net';
import { SystemClock } from '../apps/api/dist/platform/clock/clock.js';
import { Tokens } from '../apps/api/dist/platform/auth/tokens.js';
import { SystemRandom } from '../apps/api/dist/platform/random/random.js';
import { personId, wishOf } from './burst-database.mjs';

const [ports = '', lineId, people, connections, secret] = process.argv.slice(2);
const amount = Number(people);
const tokens = new Tokens(String(secret), new SystemClock(), new SystemRandom());

/** @param {number} at */
function requestOf(at) {
  const body = JSON.stringify(wishOf(String(lineId), at));
  return Buffer.from(
    [
      `POST /api/occurrences/${lineId}/signups HTTP/1.1`,
      'host: 127.0.0.1',
      'content-type: application/json',
      `authorization: Bearer ${tokens.issue(personId(at)).token}`,
      `content-length: ${Buffer.byteLength(body)}`,
      '',
      body,
    ].join('\r\n'),
  );
}

const requests = Array.from({ length: amount }, (_, at) => requestOf(at));
const latencies = new Float64Array(amount);
const END_OF_HEAD = Buffer.from('\r\n\r\n');
let next = 0;
let succeeded = 0;

/** The whole answer at the beginning of these bytes, or null while it is not complete. @param {Buffer} bytes */
function answerIn(bytes) {
  const head = bytes.indexOf(END_OF_HEAD);
  if (head < 0) return null;
  const text = bytes.toString('latin1', 0, head);
  const length = Number(/content-length: (\d+)/i.exec(text)?.[1]);
  if (!Number.isInteger(length)) throw new Error('an answer without content-length');
  return bytes.length < head + 4 + length ? null : { status: Number(text.slice(9, 12)) };
}

/** One connection: a request, its answer, the next request. @param {number} port */
function converse(port) {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.setNoDelay(true);
    let at = -1;
    let sentAt = 0;
    let received = Buffer.alloc(0);
    const send = () => {
      at = next;
      next += 1;
      if (at >= amount) return void socket.end(resolve);
      sentAt = performance.now();
      socket.write(/** @type {Buffer} */ (requests[at]));
    };
    socket.on('connect', send);
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      const answer = answerIn(received);
      if (answer === null) return;
      received = Buffer.alloc(0);
      latencies[at] = performance.now() - sentAt;
      if (answer.status === 200) succeeded += 1;
      send();
    });
  });
}

const started = performance.now();
const servers = ports.split(',').map(Number);
await Promise.all(
  Array.from({ length: Number(connections) }, (_, index) => converse(servers[index % servers.length] ?? 0)),
);
const seconds = (performance.now() - started) / 1_000;
const sorted = latencies.toSorted();
console.log(
  JSON.stringify({
    perSecond: amount / seconds,
    seconds,
    failed: amount - succeeded,
    p99: sorted[Math.floor(amount * 0.99)],
  }),
);
