import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule } from '@nestjs/core';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { AccessGuard } from './auth/access.guard.js';
import { Revocations } from './auth/revocations.js';
import { Tokens } from './auth/tokens.js';
import { Clock } from './clock/clock.js';
import type { Config } from './config/config.js';
import { loadSigningKey } from './config/secret.js';
import { UnitOfWork } from './db/unit-of-work.js';
import { HealthController } from './http/health.controller.js';
import { ProblemFilter } from './http/problem.filter.js';
import { Readiness } from './http/readiness.js';
import { JobRunner } from './jobs/job-runner.js';
import { Outbox } from './outbox/outbox.js';
import { OutboxRunner } from './outbox/outbox-runner.js';
import { PictureController } from './pictures/picture.controller.js';
import { Pictures } from './pictures/pictures.js';
import { Random } from './random/random.js';
import { SigningController } from './signing/signing.controller.js';
import { SigningKeys } from './signing/signing-keys.js';
import { WechatClient } from './wechat/wechat-client.js';
import { CONFIG, LOGGER, SECRET } from './injection.js';

export interface PlatformParts {
  readonly config: Config;
  readonly secret: string;
  readonly source: DataSource;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
}

/** What every feature may rely on; it knows none of them. */
@Module({})
export class PlatformModule {
  static with(parts: PlatformParts): DynamicModule {
    const { clock, random, logger, secret } = parts;
    const uow = new UnitOfWork(parts.source, { watchNesting: !parts.config.production });
    const jobs = new JobRunner();
    const signingKeys = new SigningKeys(loadSigningKey(parts.config), parts.config.retiredKeys);
    const services = [
      { provide: CONFIG, useValue: parts.config },
      { provide: SECRET, useValue: secret },
      { provide: LOGGER, useValue: logger },
      { provide: Clock, useValue: clock },
      { provide: Random, useValue: random },
      { provide: UnitOfWork, useValue: uow },
      { provide: Tokens, useValue: new Tokens(secret, clock, random) },
      { provide: SigningKeys, useValue: signingKeys },
      { provide: Revocations, useValue: new Revocations(uow, clock) },
      { provide: Readiness, useValue: new Readiness(uow) },
      { provide: Outbox, useValue: new Outbox(clock, random) },
      { provide: WechatClient, useValue: new WechatClient(parts.config.wechat, clock) },
      { provide: JobRunner, useValue: jobs },
      { provide: Pictures, useValue: new Pictures(uow, clock, random, jobs) },
      { provide: OutboxRunner, useValue: new OutboxRunner(uow, clock, random) },
    ];
    return {
      module: PlatformModule,
      global: true,
      imports: [DiscoveryModule],
      controllers: [HealthController, PictureController, SigningController],
      providers: [
        ...services,
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useValue: new ProblemFilter(logger) },
      ],
      exports: [...services.map(({ provide }) => provide), DiscoveryModule],
    };
  }
}
