import { Injectable } from '@nestjs/common';
import { districtDay } from '@xiaolin/shared-types/contract/district-time';
import { Clock } from '../../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { HourReader, type TotalsRow } from '../store/hour.reader.js';
import { workingDaysLeft } from './work-calendar.js';

/** Sums over hour records, always from the integer minutes that were stored once. */
@Injectable()
export class HourTotals {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Minutes of one volunteer: confirmed (certified ones too) and pending; rejected ones count for nothing. */
  ofPerson(personId: string): Promise<TotalsRow> {
    return this.uow.read((tx) => new HourReader(tx).totals(personId));
  }

  /** What waits for a decision in these recording units, and the fewest working days left (art. 11). */
  async pendingOf(
    tx: Tx,
    unitIds: readonly string[],
  ): Promise<{
    readonly records: number;
    readonly flagged: number;
    readonly workingDaysLeft: number | null;
  }> {
    const { records, flagged, due_on } = await new HourReader(tx).pendingOf(unitIds);
    return {
      records,
      flagged,
      workingDaysLeft: due_on === null ? null : workingDaysLeft(due_on, districtDay(this.clock.now())),
    };
  }
}
