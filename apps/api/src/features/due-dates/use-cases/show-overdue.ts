import { Injectable } from '@nestjs/common';
import { addDistrictDays, districtDay } from '@xiaolin/shared-types/contract/district-time';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { workingDaysLeft } from '../../hours/index.js';
import { Scope } from '../../organizations/index.js';
import { isOverdue, noticesOf, oldestOf } from '../rules/notices.js';
import { type DueRow, DueStore } from '../store/due.store.js';

/** Three working days never lie further apart, whatever holiday comes between. */
export const HORIZON_DAYS = 21;

export interface UnitOverdue {
  readonly unitId: string;
  readonly unitName: string;
  readonly records: number;
  readonly people: number;
  readonly oldestDueOn: string;
  readonly workingDaysOver: number;
}

export interface Overdue {
  readonly today: string;
  readonly records: number;
  readonly units: readonly UnitOverdue[];
  readonly dueSoon: number;
}

/** 志愿服务记录与证明出具办法 art. 11: what was not recorded within ten working days, by recording unit. */
@Injectable()
export class ShowOverdue {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly scope: Scope,
  ) {}

  async execute(actorId: string): Promise<Overdue> {
    const today = districtDay(this.clock.now());
    const rows = await this.uow.read(async (tx) =>
      new DueStore(tx).pendingUntil(
        await this.scope.reached(tx, actorId),
        addDistrictDays(today, HORIZON_DAYS),
      ),
    );
    const over = rows.filter(({ due_on }) => isOverdue(due_on, today));
    const soon = noticesOf('due-soon', rows.map(recordOf), today, (dueOn) => workingDaysLeft(dueOn, today));
    return {
      today,
      records: over.length,
      units: [...new Set(over.map(({ unit_id }) => unit_id))]
        .map((unitId) =>
          unitOf(
            over.filter(({ unit_id }) => unit_id === unitId),
            today,
          ),
        )
        .sort((a, b) => (a.oldestDueOn < b.oldestDueOn ? -1 : 1)),
      dueSoon: soon.reduce((sum, { records }) => sum + records.length, 0),
    };
  }
}

function unitOf(rows: readonly DueRow[], today: string): UnitOverdue {
  const oldestDueOn = oldestOf(rows.map(recordOf));
  return {
    unitId: rows[0]?.unit_id ?? '',
    unitName: rows[0]?.unit_name ?? '',
    records: rows.length,
    people: new Set(rows.map(({ person_id }) => person_id)).size,
    oldestDueOn,
    workingDaysOver: Math.abs(workingDaysLeft(oldestDueOn, today)),
  };
}

export const recordOf = (row: DueRow) => ({
  id: row.id,
  unitId: row.unit_id,
  aboveId: row.above_id ?? row.unit_id,
  dueOn: row.due_on,
});
