import { AppModule } from './app.module.js';
import { type Clock, SystemClock } from './platform/clock/clock.js';
import type { Config } from './platform/config/config.js';
import { loadSecret } from './platform/config/secret.js';
import { migrate } from './platform/db/migrate.js';
import { openDatabase } from './platform/db/open.js';
import { type RunningApp, serve } from './platform/http/serve.js';
import { type Random, SystemRandom } from './platform/random/random.js';
import { createLogger } from './platform/telemetry/logger.js';

/** Connects, migrates, and serves: what `main` does with the real clock, and specs with their own. */
export async function start(
  config: Config,
  {
    clock = new SystemClock(config.clockOffsetMinutes),
    random = new SystemRandom(),
  }: { clock?: Clock; random?: Random } = {},
): Promise<RunningApp> {
  const logger = createLogger(config);
  const source = await openDatabase(config);
  await migrate(source);
  const parts = { config, secret: loadSecret(config), source, clock, random, logger };
  const app = await serve(AppModule.with(parts), config, logger);
  return {
    ...app,
    close: async () => {
      await app.close();
      await source.destroy();
    },
  };
}
