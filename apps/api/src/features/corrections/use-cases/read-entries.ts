import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  addDistrictDays,
  districtDay,
  startOfDistrictDay,
} from '@xiaolin/shared-types/contract/district-time';
import type { EntryStatus } from '@xiaolin/shared-types/corrections/schema';
import type { PictureView } from '@xiaolin/shared-types/pictures/schema';
import { Clock } from '../../../platform/clock/clock.js';
import { cutPage } from '../../../platform/db/cursor.js';
import { type Tx, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { PageRequest } from '../../../platform/http/page-request.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { Scope } from '../../organizations/index.js';
import { ENTRY_DAYS, refusalToDecideEntry } from '../rules/decide-entry.js';
import { drawSample, seedOf } from '../rules/draw-sample.js';
import { EntryStore, type EntryViewRow } from '../store/entry.store.js';
import { ServedShiftReader, type UnrecordedRow } from '../store/served-shift.reader.js';
import { Evidence } from './evidence.js';

export interface EntryDetail {
  readonly row: EntryViewRow;
  readonly pictures: readonly PictureView[];
  readonly mayDecide: boolean;
}

export interface Sample {
  readonly month: string;
  readonly complete: boolean;
  readonly seed: string;
  readonly drawnFrom: readonly string[];
  readonly items: readonly { readonly row: EntryViewRow; readonly evidence: boolean }[];
}

/** What staff see of entries made by hand, and what everybody sees of a sample of them. */
@Injectable()
export class ReadEntries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly scope: Scope,
    private readonly evidence: Evidence,
  ) {}

  async unrecorded(actorId: string, page: PageRequest) {
    const now = this.clock.now();
    const ended = {
      until: now.toISOString(),
      after: startOfDistrictDay(addDistrictDays(districtDay(now), -ENTRY_DAYS)).toISOString(),
    };
    const rows = await this.uow.read(async (tx) =>
      new ServedShiftReader(tx).unrecordedOf(await this.scope.reached(tx, actorId), ended, page),
    );
    return cutPage<UnrecordedRow>(rows, page.limit, (last) => [last.ends_at, last.signup_id]);
  }

  list(actorId: string, status: EntryStatus, page: PageRequest) {
    return this.uow.read(async (tx) => {
      const units = await this.scope.reached(tx, actorId);
      const rows = await new EntryStore(tx).ofUnits(units, status, page);
      const { rows: kept, nextCursor } = cutPage(rows, page.limit, (last) =>
        status === 'waiting' ? [last.due_on, last.id] : [last.created_at, last.id],
      );
      return { items: await this.#details(tx, actorId, kept, units), nextCursor };
    });
  }

  /** @throws Refusal `entry.unknown`. The caller has shown that the actor may see it. */
  show(actorId: string, entryId: string): Promise<EntryDetail> {
    return this.uow.read(async (tx) => {
      const row = await new EntryStore(tx).find(entryId);
      if (row === undefined) throw new Refusal('entry.unknown');
      const [detail] = await this.#details(tx, actorId, [row], await this.scope.reached(tx, actorId));
      return detail as EntryDetail;
    });
  }

  /** What anybody may draw again: unit, day, minutes, service and whether there is evidence; no name (art. 16). */
  sample(month: string): Promise<Sample> {
    return this.uow.read(async (tx) => {
      const store = new EntryStore(tx);
      const drawnFrom = await store.idsOfMonth(month);
      const seed = seedOf(month);
      const drawn = drawSample(drawnFrom, seed, (text) => hash('sha256', text, 'hex'));
      const rows = new Map((await store.named(drawn)).map((row) => [row.id, row]));
      const evidence = await this.evidence.of(tx, [...rows.values()]);
      return {
        month,
        complete: month < districtDay(this.clock.now()).slice(0, 7),
        seed,
        drawnFrom,
        items: drawn.flatMap((id) => {
          const row = rows.get(id);
          return row === undefined ? [] : [{ row, evidence: evidence(row).length > 0 }];
        }),
      };
    });
  }

  async #details(
    tx: Tx,
    actorId: string,
    rows: readonly EntryViewRow[],
    units: readonly string[],
  ): Promise<EntryDetail[]> {
    const evidence = await this.evidence.of(tx, rows);
    return rows.map((row) => ({
      row,
      pictures: evidence(row),
      mayDecide:
        refusalToDecideEntry(
          { status: row.status, personId: row.person_id, authorId: row.author_id },
          { personId: actorId, inScope: units.includes(row.deciding_unit_id) },
          'approved',
        ) === null,
    }));
  }
}
