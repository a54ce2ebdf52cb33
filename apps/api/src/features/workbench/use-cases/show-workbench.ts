import { Injectable } from '@nestjs/common';
import {
  districtDay,
  endOfDistrictDay,
  startOfDistrictDay,
} from '@xiaolin/shared-types/contract/district-time';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { workingDaysLeft } from '../../hours/index.js';
import { wayOutClosedBefore } from '../../attendance/index.js';
import { Scope } from '../../organizations/index.js';
import { placeShifts } from '../rules/place-shifts.js';
import {
  type DraftRow,
  type TodayRow,
  type TodayShiftRow,
  type WaitingRow,
  WorkbenchStore,
} from '../store/workbench.store.js';

/** Drafts that the page shows at most. */
const MOST_DRAFTS = 10;

export interface Waiting {
  readonly count: number;
  readonly workingDaysLeft: number | null;
}

export interface Workbench {
  readonly today: readonly { readonly occurrence: TodayRow; readonly shifts: readonly TodayShiftRow[] }[];
  readonly pendingHours: {
    readonly records: number;
    readonly flagged: number;
    readonly workingDaysLeft: number | null;
    readonly overdue: number;
  };
  readonly corrections: Waiting;
  readonly entries: Waiting;
  readonly waysOut: number;
  readonly qualifications: number;
  readonly drafts: readonly DraftRow[];
}

@Injectable()
export class ShowWorkbench {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly scope: Scope,
  ) {}

  /** What waits for this person within the reach of their memberships, on this district day. */
  execute(personId: string): Promise<Workbench> {
    const today = districtDay(this.clock.now());
    const window = {
      from: startOfDistrictDay(today).toISOString(),
      before: endOfDistrictDay(today).toISOString(),
    };
    return this.uow.read(async (tx) => {
      const store = new WorkbenchStore(tx, await this.scope.reached(tx, personId));
      const occurrences = await store.occurrences(window);
      const hours = await store.pendingHours(today);
      return {
        today: withShifts(occurrences, await store.shifts(window)),
        pendingHours: {
          records: Number(hours.records),
          flagged: Number(hours.flagged ?? 0),
          overdue: Number(hours.overdue ?? 0),
          workingDaysLeft:
            hours.soonest_due_on === null ? null : workingDaysLeft(hours.soonest_due_on, today),
        },
        corrections: waitingOf(await store.corrections(personId), today),
        entries: waitingOf(await store.entries(personId), today),
        waysOut: await store.waysOut(personId, wayOutClosedBefore(this.clock.now())),
        qualifications: await store.qualifications(personId),
        drafts: await store.drafts(MOST_DRAFTS),
      };
    });
  }
}

const waitingOf = ({ waiting, soonest_due_on: dueOn }: WaitingRow, today: string): Waiting => ({
  count: Number(waiting),
  workingDaysLeft: dueOn === null ? null : workingDaysLeft(dueOn, today),
});

function withShifts(occurrences: readonly TodayRow[], shifts: readonly TodayShiftRow[]): Workbench['today'] {
  const placed = placeShifts(
    occurrences.map(spanOf),
    shifts.map((row) => ({ ...spanOf(row), row })),
  );
  return occurrences.map((occurrence) => ({
    occurrence,
    shifts: (placed.get(occurrence.id) ?? []).map(({ row }) => row),
  }));
}

const spanOf = (row: TodayRow | TodayShiftRow) => ({
  id: row.id,
  activityId: row.activity_id,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
});
