/** Loads the demonstration into an empty database: `node dist/demo/main.js`, with the server's environment. */
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { SystemClock } from '../platform/clock/clock.js';
import { ConfigError, readConfig } from '../platform/config/config.js';
import { loadSecret } from '../platform/config/secret.js';
import { createDataSource } from '../platform/db/data-source.js';
import { migrate } from '../platform/db/migrate.js';
import { UnitOfWork } from '../platform/db/unit-of-work.js';
import { SystemRandom } from '../platform/random/random.js';
import { createLogger, NestLogger } from '../platform/telemetry/logger.js';
import { DemoClock } from './demo-clock.js';
import { loadDemonstration } from './load.js';
import { standingOf } from './standing.js';

const ALREADY = {
  loaded: () => 'Demonstration data are there already.',
  own: () => 'The database has organizations of its own; nothing was loaded.',
  interrupted: () => {
    throw new ConfigError([
      'an earlier load of the demonstration was cut off: remove the database (.data) and start again',
    ]);
  },
} as const;

async function main(): Promise<string> {
  const config = readConfig(process.env, process.cwd());
  if (config.production)
    throw new ConfigError(['NODE_ENV must not be production: demonstration people would be among real ones']);
  const source = createDataSource(config);
  await source.initialize();
  await migrate(source);
  const standing = await new UnitOfWork(source).read(standingOf);
  if (standing !== 'empty') {
    await source.destroy();
    return ALREADY[standing]();
  }
  const clock = new DemoClock(new SystemClock(config.clockOffsetMinutes).now());
  const logger = createLogger({ logLevel: 'warn' });
  const parts = { config, secret: loadSecret(config), source, clock, random: new SystemRandom(), logger };
  const app = await NestFactory.createApplicationContext(AppModule.with(parts), {
    logger: new NestLogger(logger),
  });
  await loadDemonstration(app, clock);
  await app.close();
  if (source.isInitialized) await source.destroy();
  return 'Demonstration data are loaded.';
}

main().then(
  (line) => process.stdout.write(`${line}\n`),
  (error: unknown) => {
    process.stderr.write(
      `${error instanceof ConfigError ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
    );
    process.exitCode = 1;
  },
);
