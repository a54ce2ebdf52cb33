import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  addDistrictDays,
  districtDay,
  endOfDistrictDay,
  startOfDistrictDay,
} from '@xiaolin/shared-types/contract/district-time';
import type { PictureView } from '@xiaolin/shared-types/pictures/schema';
import { Clock } from '../../../platform/clock/clock.js';
import { cutPage } from '../../../platform/db/cursor.js';
import { type Tx, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { PageRequest } from '../../../platform/http/page-request.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { Pictures } from '../../../platform/pictures/pictures.js';
import { Scope } from '../../organizations/index.js';
import {
  type Needs,
  needsOf,
  refusalToDecide,
  refusalToEscalate,
  refusalToWithdraw,
} from '../rules/decide-correction.js';
import { ENTRY_DAYS } from '../rules/decide-entry.js';
import { type Level, levelOf } from '../rules/transitions.js';
import {
  CorrectionStore,
  type CorrectionViewRow,
  type Stage,
  type StepViewRow,
} from '../store/correction.store.js';
import { EntryStore, type EntryViewRow } from '../store/entry.store.js';
import { findRecord } from '../store/record.reader.js';
import { type OwnShiftRow, ServedShiftReader } from '../store/served-shift.reader.js';
import { factsOf } from './correction-facts.js';
import { fullMinutes } from './full-minutes.js';
import { PICTURED } from './pictured.js';

export interface CorrectionDetail {
  readonly row: CorrectionViewRow;
  readonly steps: readonly StepViewRow[];
  readonly pictures: readonly PictureView[];
  readonly entry: EntryViewRow | null;
  readonly mayEscalate: boolean;
  readonly mayWithdraw: boolean;
}

export interface StaffDetail extends CorrectionDetail {
  readonly mostMinutes: number;
  readonly hadPlace: boolean;
  readonly mayDecide: Level | null;
  readonly needs: Needs;
}

export interface OwnShift extends OwnShiftRow {
  readonly mostMinutes: number;
}

const latest = (row: CorrectionViewRow) => [row.raised_at, row.id];

/** What volunteers and staff see of corrections. */
@Injectable()
export class ReadCorrections implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly scope: Scope,
    private readonly pictures: Pictures,
  ) {}

  onModuleInit(): void {
    this.pictures.ownedBy(PICTURED.correction, async (tx, personId, correctionId) => {
      const row = await new CorrectionStore(tx).find(correctionId);
      return (
        row !== undefined &&
        (row.person_id === personId || (await this.#reaches(tx, personId, row.recording_unit_id)))
      );
    });
    // A paper sheet shows the names of others: the volunteer whom it is about does not see it.
    this.pictures.ownedBy(PICTURED.entry, async (tx, personId, entryId) => {
      const row = await new EntryStore(tx).find(entryId);
      return row !== undefined && (await this.#reaches(tx, personId, row.recording_unit_id));
    });
  }

  async mine(personId: string, page: PageRequest) {
    const rows = await this.uow.read((tx) => new CorrectionStore(tx).mine(personId, page));
    return cutPage(rows, page.limit, latest);
  }

  /** @throws Refusal `correction.unknown`, also for somebody else's. */
  showMine(personId: string, correctionId: string): Promise<CorrectionDetail> {
    return this.uow.read(async (tx) => {
      const row = await new CorrectionStore(tx).find(correctionId);
      if (row?.person_id !== personId) throw new Refusal('correction.unknown');
      return this.#detail(tx, row);
    });
  }

  /** Shifts of the last {@link ENTRY_DAYS} days without a record: where they had a place, or all of one day. */
  async unrecordedShifts(personId: string, day: string | undefined): Promise<readonly OwnShift[]> {
    const now = this.clock.now();
    const ended = {
      until: now.toISOString(),
      after: startOfDistrictDay(addDistrictDays(districtDay(now), -ENTRY_DAYS)).toISOString(),
    };
    const starting = day === undefined ? null : dayBounds(day);
    const rows = await this.uow.read((tx) =>
      new ServedShiftReader(tx).ownUnrecorded(personId, ended, starting),
    );
    return rows.map((row) => ({ ...row, mostMinutes: fullMinutes(row) }));
  }

  async forStaff(actorId: string, stage: Stage | undefined, page: PageRequest) {
    const rows = await this.uow.read(async (tx) =>
      new CorrectionStore(tx).ofUnits(await this.scope.reached(tx, actorId), stage ?? null, page),
    );
    return cutPage(rows, page.limit, (last) =>
      stage === 'done' ? latest(last) : [last.due_on ?? '', last.id],
    );
  }

  /** @throws Refusal `correction.unknown`, `access.out-of-scope`. */
  showForStaff(actorId: string, correctionId: string): Promise<StaffDetail> {
    return this.uow.read(async (tx) => {
      const row = await new CorrectionStore(tx).find(correctionId);
      if (row === undefined) throw new Refusal('correction.unknown');
      await this.scope.require(tx, actorId, row.recording_unit_id);
      return {
        ...(await this.#detail(tx, row)),
        mostMinutes: fullMinutes(row),
        hadPlace: await new ServedShiftReader(tx).hadPlace(row.shift_id, row.person_id),
        mayDecide: await this.#mayDecide(tx, actorId, row),
        needs: needsOf(
          row.wrong,
          row.record_id === null ? null : ((await findRecord(tx, row.record_id)) ?? null),
        ),
      };
    });
  }

  async #detail(tx: Tx, row: CorrectionViewRow): Promise<CorrectionDetail> {
    const today = districtDay(this.clock.now());
    return {
      row,
      steps: await new CorrectionStore(tx).steps(row.id),
      pictures: (await this.pictures.of(tx, PICTURED.correction, [row.id]))(row.id),
      entry: row.entry_id === null ? null : ((await new EntryStore(tx).find(row.entry_id)) ?? null),
      mayEscalate: refusalToEscalate(factsOf(row), row.person_id, today) === null,
      mayWithdraw: refusalToWithdraw(factsOf(row), row.person_id) === null,
    };
  }

  async #mayDecide(tx: Tx, actorId: string, row: CorrectionViewRow): Promise<Level | null> {
    const level = levelOf(row.status);
    if (level === null) return null;
    const inScope = await this.#reaches(tx, actorId, row.deciding_unit_id);
    return refusalToDecide(factsOf(row), { personId: actorId, inScope }, level, 'reject') === null
      ? level
      : null;
  }

  async #reaches(tx: Tx, personId: string, organizationId: string): Promise<boolean> {
    return (await this.scope.reached(tx, personId)).includes(organizationId);
  }
}

const dayBounds = (day: string) => ({
  from: startOfDistrictDay(day).toISOString(),
  before: endOfDistrictDay(day).toISOString(),
});
