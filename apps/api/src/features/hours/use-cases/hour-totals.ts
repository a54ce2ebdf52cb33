import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { HourReader, type TotalsRow } from '../store/hour.reader.js';

/** Sums over hour records, always from the integer minutes that were stored once. */
@Injectable()
export class HourTotals {
  constructor(private readonly uow: UnitOfWork) {}

  /** Minutes of one volunteer: confirmed (certified ones too) and pending; rejected ones count for nothing. */
  execute(personId: string): Promise<TotalsRow> {
    return this.uow.read((tx) => new HourReader(tx).totals(personId));
  }
}
