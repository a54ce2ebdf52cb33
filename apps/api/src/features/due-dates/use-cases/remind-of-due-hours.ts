import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addDistrictDays, districtDay } from '@xiaolin/shared-types/contract/district-time';
import { Clock } from '../../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { JobRunner } from '../../../platform/jobs/job-runner.js';
import { workingDaysLeft } from '../../hours/index.js';
import { Messages } from '../../inbox/index.js';
import { type Notice, noticesOf, oldestOf } from '../rules/notices.js';
import { DueStore } from '../store/due.store.js';
import { HORIZON_DAYS, recordOf } from './show-overdue.js';

const EVERY_MS = 30 * 60_000;
const RECORDS_AT_ONCE = 5_000;

/**
 * Reminds the staff of recording units three working days before records are due, and tells those above once they
 * are overdue (办法 art. 11). Each record is told of once in either way, and nobody hears more than once a day.
 */
@Injectable()
export class RemindOfDueHours implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly jobs: JobRunner,
    private readonly messages: Messages,
  ) {}

  onModuleInit(): void {
    this.jobs.add({ name: 'remind-of-due-hours', everyMs: EVERY_MS, run: () => this.execute() });
  }

  /** @returns how many organizations were told */
  async execute(): Promise<number> {
    const today = districtDay(this.clock.now());
    let told = 0;
    for (const kind of ['due-soon', 'overdue'] as const) {
      const until = addDistrictDays(today, kind === 'due-soon' ? HORIZON_DAYS : -1);
      const rows = await this.uow.read((tx) => new DueStore(tx).untold(kind, until, RECORDS_AT_ONCE));
      const notices = noticesOf(kind, rows.map(recordOf), today, (dueOn) => workingDaysLeft(dueOn, today));
      for (const notice of notices) if (await this.uow.run((tx) => this.#tell(tx, notice, today))) told += 1;
    }
    return told;
  }

  /** Decides again under the lock: another process may have told them, or somebody confirmed in between. */
  async #tell(tx: Tx, notice: Notice, today: string): Promise<boolean> {
    const { kind, toldId } = notice;
    const store = new DueStore(tx);
    await store.lock(toldId);
    if (await store.wasTold(toldId, kind, today)) return false;
    const untold = await store.stillUntold(
      kind,
      notice.records.map(({ id }) => id),
    );
    const records = notice.records.filter(({ id }) => untold.has(id));
    if (records.length === 0) return false;
    await store.keep(
      records.map(({ id }) => id),
      { kind, toldId, day: today },
    );
    const facts = {
      records: records.length,
      units: new Set(records.map(({ unitId }) => unitId)).size,
      oldestDueOn: oldestOf(records),
    };
    await this.messages.tell(
      tx,
      (await store.staffOf(toldId, this.clock.instant())).map((personId) => ({
        personId,
        kind: `hours.${kind}` as const,
        facts,
        eventKey: `hours.${kind}:${toldId}:${today}`,
      })),
    );
    return true;
  }
}
