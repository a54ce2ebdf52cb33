// Asks for the list at a steady rate until standard input closes, whatever else the servers do, and prints how long
// the answers took. A reader who waits for one answer does not make the next one come later (no coordinated omission).
//   node bench/list-reader.mjs PORTS PATH PER_SECOND
import { Agent, get } from 'node:http';

const [ports = '', path = '/', perSecond = '200'] = process.argv.slice(2);
const servers = ports.split(',').map(Number);
const agent = new Agent({ keepAlive: true, maxSockets: 200 });
/** @type {number[]} */
const latencies = [];
let failed = 0;
let sent = 0;

function ask() {
  const port = servers[sent % servers.length];
  sent += 1;
  const started = performance.now();
  get({ host: '127.0.0.1', port, path, agent }, (response) => {
    response.resume().on('end', () => {
      if (response.statusCode === 200) latencies.push(performance.now() - started);
      else failed += 1;
    });
  }).on('error', () => (failed += 1));
}

// Timers are coarse: each tick sends what is due by then.
const began = performance.now();
let due = 0;
const timer = setInterval(() => {
  const wanted = ((performance.now() - began) / 1_000) * Number(perSecond);
  for (; due < wanted; due += 1) ask();
}, 5);

process.stdin.resume().on('end', () => {
  clearInterval(timer);
  const waitForLast = setInterval(() => {
    if (latencies.length + failed < sent) return;
    clearInterval(waitForLast);
    const sorted = latencies.sort((a, b) => a - b);
    const at = (/** @type {number} */ share) => sorted[Math.floor(sorted.length * share)] ?? NaN;
    console.log(JSON.stringify({ answered: sorted.length, failed, p50: at(0.5), p99: at(0.99) }));
    process.exit(0);
  }, 5);
});
