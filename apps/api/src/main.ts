import { ConfigError, readConfig } from './platform/config/config.js';
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
  process.stderr.write(`${error instanceof ConfigError ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
  process.exit(1);
});
