// Sends every person's sign-up once over a fixed number of connections; prints requests a second.
import autocannon from 'autocannon';
import { SystemClock } from '../apps/api/dist/platform/clock/clock.js';
import { Tokens } from '../apps/api/dist/platform/auth/tokens.js';
import { SystemRandom } from '../apps/api/dist/platform/random/random.js';
import { personId } from './burst-database.mjs';

const [port, lineId, people, connections, secret] = process.argv.slice(2);
const tokens = new Tokens(String(secret), new SystemClock(), new SystemRandom());
const amount = Number(people);
// Made before the clock runs: the client must not be what is measured.
const requests = Array.from({ length: amount }, (_, at) => ({
  headers: {
    'content-type': 'application/json',
    authorization: `Bearer ${tokens.issue(personId(at)).token}`,
  },
  body: JSON.stringify({ requestKey: `burst-${lineId}-${at}` }),
}));

let next = 0;
const started = performance.now();
const result = await autocannon({
  url: `http://127.0.0.1:${port}`,
  amount,
  connections: Number(connections),
  timeout: 60,
  // The default of one second hides runs that are shorter.
  sampleInt: 20,
  requests: [
    {
      method: 'POST',
      path: `/api/occurrences/${lineId}/signups`,
      setupRequest: (request) => {
        const mine = requests[next % amount];
        next += 1;
        return { ...request, ...mine };
      },
    },
  ],
});
const seconds = (performance.now() - started) / 1_000;
console.log(JSON.stringify({ perSecond: amount / seconds, failed: amount - result['2xx'] + result.errors }));
