import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { JobRunner } from '../../../platform/jobs/job-runner.js';
import { areDue } from '../rules/answers-end.js';
import { AnswerStore } from '../store/answer.store.js';

const EVERY_MS = 60 * 60_000;
const LINES_AT_ONCE = 1_000;

/** Deletes answers on their day. Any number of processes may run it: deleting twice deletes once. */
@Injectable()
export class DeleteAnswers implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly jobs: JobRunner,
  ) {}

  onModuleInit(): void {
    this.jobs.add({ name: 'delete-answers', everyMs: EVERY_MS, run: () => this.execute() });
  }

  /** @returns how many occurrences lost their answers */
  execute(): Promise<number> {
    return this.uow.run(async (tx) => {
      const store = new AnswerStore(tx);
      const now = this.clock.now();
      const over = await store.overLines(now.toISOString(), LINES_AT_ONCE);
      const due = over.filter(({ ends_at, answers_keep_days }) => areDue(ends_at, answers_keep_days, now));
      await store.forgetLines(due.map(({ id }) => id));
      return due.length;
    });
  }
}
