/**
 * Checks every ledger of hour records: `node dist/verify-ledger.js`, with the server's environment. It reads only,
 * and beside the running server. Exit code 0: whole; 1: something was changed, or could not be checked.
 */
import { randomBytes } from 'node:crypto';
import { faultSentence, type UnitReport, VerifyLedger } from './features/hours/index.js';
import { ConfigError, readConfig } from './platform/config/config.js';
import { keptSigningKey } from './platform/config/secret.js';
import { DatabaseNotOpened, openDatabase } from './platform/db/open.js';
import { UnitOfWork } from './platform/db/unit-of-work.js';
import { SigningKeys } from './platform/signing/signing-keys.js';

async function main(): Promise<boolean> {
  const config = readConfig(process.env, process.cwd());
  // Whoever checks needs no secret: the published keys in SIGNING_KEYS_RETIRED are enough.
  const seed = keptSigningKey(config) ?? randomBytes(32).toString('base64url');
  const source = await openDatabase(config);
  try {
    const verifyLedger = new VerifyLedger(new UnitOfWork(source), new SigningKeys(seed, config.retiredKeys));
    const reports = await verifyLedger.execute();
    for (const report of reports) process.stdout.write(`${paragraphOf(report)}\n`);
    const broken = reports.filter(({ faults }) => faults.length > 0).length;
    process.stdout.write(
      broken === 0
        ? `Ledgers: ${reports.length}, all whole.\n`
        : `Ledgers: ${reports.length}, broken: ${broken}.\n`,
    );
    return broken === 0;
  } finally {
    await source.destroy();
  }
}

function paragraphOf({ unitId, unitName, entries, records, signedHeads, faults }: UnitReport): string {
  const line = `${unitName} (${unitId}): entries ${entries}, records ${records}, signed heads ${signedHeads}`;
  if (faults.length === 0) return `✓ ${line}`;
  return [`✗ ${line}`, ...faults.map((fault) => `    ${faultSentence(fault)}`)].join('\n');
}

main().then(
  (whole) => {
    process.exitCode = whole ? 0 : 1;
  },
  (error: unknown) => {
    const isPlain = error instanceof ConfigError || error instanceof DatabaseNotOpened;
    const text = error instanceof Error ? (isPlain ? error.message : error.stack) : error;
    process.stderr.write(`${String(text)}\n`);
    process.exitCode = 1;
  },
);
