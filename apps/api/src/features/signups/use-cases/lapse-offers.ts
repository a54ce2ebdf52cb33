import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { JobRunner } from '../../../platform/jobs/job-runner.js';
import { LineStore } from '../store/line.store.js';
import { LineDesk } from './line-desk.js';

const EVERY_MS = 5_000;
/** Lines of one round; what is left is found in the next. */
const LINES_AT_ONCE = 200;

/**
 * Ends offers that nobody answered, and offers the seats to the next in line. Every process may run it at any time,
 * also after a restart: it only finds lines, and the desk decides under the lock of each.
 */
@Injectable()
export class LapseOffers implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly desk: LineDesk,
    private readonly jobs: JobRunner,
  ) {}

  onModuleInit(): void {
    this.jobs.add({ name: 'lapse-offers', everyMs: EVERY_MS, run: () => this.execute() });
  }

  /** @returns how many lines were looked at */
  async execute(): Promise<number> {
    const lines = await this.uow.read((tx) =>
      new LineStore(tx).withOverdueOffers(this.clock.instant(), LINES_AT_ONCE),
    );
    for (const lineId of lines) await this.desk.submit(lineId, { kind: 'sweep' });
    return lines.length;
  }
}
