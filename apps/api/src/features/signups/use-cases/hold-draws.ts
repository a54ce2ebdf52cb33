import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { JobRunner } from '../../../platform/jobs/job-runner.js';
import { LotteryStore } from '../store/lottery.store.js';
import { LineDesk } from './line-desk.js';

const EVERY_MS = 5_000;
/** Lines of one round; what is left is found in the next. */
const LINES_AT_ONCE = 50;

/** Holds the draws whose time has come. Every process may run it: the desk draws once, under the line's lock. */
@Injectable()
export class HoldDraws implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly desk: LineDesk,
    private readonly jobs: JobRunner,
  ) {}

  onModuleInit(): void {
    this.jobs.add({ name: 'hold-draws', everyMs: EVERY_MS, run: () => this.execute() });
  }

  /** @returns how many lines were due */
  async execute(): Promise<number> {
    const due = await this.uow.read((tx) => new LotteryStore(tx).due(this.clock.instant(), LINES_AT_ONCE));
    for (const lineId of due) await this.desk.submit(lineId, { kind: 'sweep' });
    return due.length;
  }
}
