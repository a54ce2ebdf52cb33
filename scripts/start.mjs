// npm start: from a fresh clone to a running district. See README for the variables.
import './workspace/require-node.mjs';
import { mkdirSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { requireFreePort, readSettings } from './start/settings.mjs';
import { startServer, waitUntilReady } from './start/server.mjs';
import { build } from './workspace/build.mjs';
import { runOrFail } from './workspace/command.mjs';
import { install } from './workspace/install.mjs';
import { inRoot } from './workspace/places.mjs';
import { reportFailure, secondsSince, step } from './workspace/progress.mjs';

const LOG_FILE = inRoot('.data', 'api.log');

async function main() {
  const startedAt = performance.now();
  const settings = readSettings(process.env);
  await requireFreePort(settings);

  await step('Install packages', install);
  await build('contract');
  await build('api');
  await build('h5');

  mkdirSync(inRoot('.data'), { recursive: true });
  const env = {
    ...process.env,
    PORT: String(settings.port),
    H5_DIR: process.env['H5_DIR'] ?? inRoot('apps/miniapp/dist/h5'),
  };
  if (settings.demonstration) {
    await step('Prepare the database and its demonstration data', () =>
      runOrFail(
        'Preparing the database',
        process.execPath,
        ['--enable-source-maps', inRoot('apps/api/dist/demo/main.js')],
        { cwd: inRoot(), env },
      ),
    );
  }

  const origin = `http://${settings.host && settings.host !== '0.0.0.0' ? settings.host : 'localhost'}:${settings.port}`;
  // With a database of one's own this is a real server: its log belongs to whoever watches the terminal.
  const server = startServer({ env, logFile: settings.ownDatabase ? undefined : LOG_FILE });
  await step('Start the server', () => waitUntilReady(server, origin));

  console.log(`\n校邻 is running after ${secondsSince(startedAt)}.\n`);
  console.log(`  On this machine   ${origin}/`);
  for (const address of settings.host ? [] : addressesNearby()) {
    console.log(`  On this network   http://${address}:${settings.port}/`);
  }
  console.log(`  API description   ${origin}/api/docs`);
  if (!settings.ownDatabase) console.log(`  Log               ${LOG_FILE}`);
  await printDemonstrationPeople(origin);
  console.log('\nStop it with Ctrl-C.');
  process.exitCode = await server.ended;
}

/** Addresses at which a phone in the same network finds this machine. */
function addressesNearby() {
  return Object.values(networkInterfaces())
    .flatMap((entries) => entries ?? [])
    .filter((entry) => entry.family === 'IPv4' && !entry.internal)
    .map((entry) => entry.address);
}

/** @param {string} origin */
async function printDemonstrationPeople(origin) {
  const response = await fetch(`${origin}/api/sessions/demo`);
  if (!response.ok) {
    console.log('\nDemonstration sign-in is off; people sign in through WeChat.');
    return;
  }
  const { items } = /** @type {{ items: { displayName: string, description: string }[] }} */ (
    await response.json()
  );
  console.log('\nSign in as one of these demonstration people (choose the name on the first page):');
  for (const person of items) console.log(`  ${person.displayName}  ${person.description}`);
}

await main().catch(reportFailure);
