import { ConfigError, readConfig } from './platform/config/config.js';
import { DatabaseNotOpened } from './platform/db/open.js';
import { start } from './start.js';

async function main(): Promise<void> {
  const app = await start(readConfig(process.env, process.cwd()));
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      void app.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  // The start script and people wait for this line.
  process.stdout.write(`${JSON.stringify({ msg: 'listening', port: app.port })}\n`);
}

main().catch((error: unknown) => {
  // What the person who starts it can mend is a sentence; anything else shows where it comes from.
  const isPlain = error instanceof ConfigError || error instanceof DatabaseNotOpened;
  const text = error instanceof Error ? (isPlain ? error.message : error.stack) : error;
  process.stderr.write(`${String(text)}\n`);
  process.exit(1);
});
