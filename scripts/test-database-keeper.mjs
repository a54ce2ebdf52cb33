// Runs one private MariaDB for scripts/test-database.mjs and is its last will: when standard input closes
// (the caller stopped it, ended, or was killed) the server goes down and its folder is removed.
// Prints one line: the address, or "failed: …". Then it takes orders on standard input, one word a line, and
// answers each with "done": `kill` ends the server as a power cut would, `start` starts it again on the same data.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const READY_WITHIN_MS = 60_000;
const [serverProgram = '', installer = '', flushLogAtCommit = '1'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'xiaolin-test-db-'));
const data = join(folder, 'data');
const errorLog = join(folder, 'error.log');
const password = randomBytes(18).toString('hex');
const asRoot = userInfo().uid === 0 ? ['--user=root'] : [];

/** @type {import('node:child_process').ChildProcess | undefined} */
let server;

// Ends of the caller and of the terminal are told apart: only a closed input, or a plain SIGTERM, ends us.
process.on('SIGINT', () => {});
process.on('SIGHUP', () => {});
process.on('SIGTERM', shutDown);
process.stdin.resume().on('end', shutDown).on('error', shutDown);

/** Set while the server is down because it was told to be. */
let killed = false;

function shutDown() {
  // Nothing in it is worth an orderly end.
  server?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.exit(0);
}

/** @param {string} reason @returns {never} */
function fail(reason) {
  process.stdout.write(`failed: ${reason.replaceAll('\n', ' | ')}\n`);
  shutDown();
  throw new Error('unreachable');
}

function createDataFolder() {
  const made = spawnSync(
    installer,
    [
      '--no-defaults',
      `--datadir=${data}`,
      // Two that set up at the same moment would step on each other's temporary tables in the shared folder.
      `--tmpdir=${folder}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
      ...asRoot,
    ],
    { encoding: 'utf8' },
  );
  if (made.status !== 0) fail(`mariadb-install-db: ${made.stderr || made.stdout || made.error?.message}`);
}

/** @returns {Promise<number>} a port that was free a moment ago */
function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** @param {number} port */
function startServer(port) {
  // Before it takes connections the server locks its passwordless root out and makes our one account.
  const initFile = join(folder, 'init.sql');
  writeFileSync(
    initFile,
    [
      `CREATE USER IF NOT EXISTS 'xiaolin_test'@'127.0.0.1' IDENTIFIED BY '${password}';`,
      `GRANT ALL ON *.* TO 'xiaolin_test'@'127.0.0.1' WITH GRANT OPTION;`,
      `DROP USER IF EXISTS 'root'@'127.0.0.1', 'root'@'::1';`,
    ].join('\n'),
    { mode: 0o600 },
  );
  server = spawn(
    serverProgram,
    [
      '--no-defaults',
      `--datadir=${data}`,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      '--skip-name-resolve',
      // Relative to the data folder: a socket's full path may not be longer than 107 characters.
      '--socket=db.sock',
      '--pid-file=db.pid',
      `--log-error=${errorLog}`,
      `--init-file=${initFile}`,
      '--character-set-server=utf8mb4',
      '--collation-server=utf8mb4_unicode_ci',
      `--innodb-flush-log-at-trx-commit=${flushLogAtCommit}`,
      '--innodb-buffer-pool-size=256M',
      '--max-connections=500',
      ...asRoot,
    ],
    { stdio: 'ignore' },
  );
  server.on('error', (error) => fail(error.message));
  server.on('exit', (code) => killed || fail(`mariadbd ended with ${code}: ${lastWords()}`));
}

async function killServer() {
  if (!server || killed) return;
  killed = true;
  const ended = once(server, 'exit');
  server.kill('SIGKILL');
  await ended;
}

function lastWords() {
  try {
    return readFileSync(errorLog, 'utf8').split('\n').slice(-15).join('\n');
  } catch {
    return 'it wrote no log';
  }
}

/** A server that is ready greets first; an open port alone says nothing. @param {number} port */
function greets(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
      .once('data', () => done(true))
      .once('error', () => done(false))
      .once('close', () => done(false));
    const done = (/** @type {boolean} */ answer) => {
      socket.destroy();
      resolve(answer);
    };
  });
}

/** @param {number} port */
async function startAndWait(port) {
  killed = false;
  startServer(port);
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!(await greets(port))) {
    if (Date.now() > deadline) fail(`no greeting within ${READY_WITHIN_MS / 1000} s: ${lastWords()}`);
    await sleep(50);
  }
}

createDataFolder();
const port = await freePort();
await startAndWait(port);
process.stdout.write(`mysql://xiaolin_test:${password}@127.0.0.1:${port}/\n`);
for await (const order of createInterface({ input: process.stdin })) {
  if (order === 'kill') await killServer();
  else if (order === 'start') await startAndWait(port);
  else fail(`no such order: ${order}`);
  process.stdout.write('done\n');
}
