import { Injectable } from '@nestjs/common';
import type { DoorState } from '@xiaolin/shared-types/admissions/schema';
import { Clock } from '../../../platform/clock/clock.js';
import { cutPage } from '../../../platform/db/cursor.js';
import { type Tx, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { PageRequest } from '../../../platform/http/page-request.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { Scope } from '../../organizations/index.js';
import { doorStateOf } from '../rules/door-state.js';
import { type DoorTimes, doorTimes } from '../rules/door-times.js';
import { AdmissionStore, type OccurrenceRow } from '../store/admission.store.js';
import { type DoorEntryRow, DoorReader } from '../store/door.reader.js';
import { PartyReader } from '../store/party.reader.js';

export interface Door {
  readonly occurrence: OccurrenceRow;
  readonly times: DoorTimes;
  readonly admittedSeats: number;
  readonly confirmedSeats: number;
}

export type DoorPlace = DoorEntryRow & { readonly state: DoorState; readonly guests: readonly string[] };

/** What staff see at the door: the live count and the list. */
@Injectable()
export class ShowDoor {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly scope: Scope,
  ) {}

  /** @throws Refusal `occurrence.unknown`, `access.out-of-scope`. */
  execute(actorId: string, occurrenceId: string): Promise<Door> {
    return this.uow.read(async (tx) => {
      const occurrence = await this.#held(tx, actorId, occurrenceId);
      const counts = await new AdmissionStore(tx).counts(occurrenceId);
      return { occurrence, times: timesOf(occurrence), ...counts };
    });
  }

  /** @throws Refusal `occurrence.unknown`, `access.out-of-scope`. */
  roster(actorId: string, occurrenceId: string, name: string, page: PageRequest) {
    return this.uow.read(async (tx) => {
      const occurrence = await this.#held(tx, actorId, occurrenceId);
      const reader = new DoorReader(tx);
      const door = { used: await reader.used(occurrenceId), endsAt: occurrence.ends_at };
      const rows = await reader.roster(occurrenceId, name, page);
      const guestsOf = await new PartyReader(tx).guestsOf(rows);
      const now = this.clock.instant();
      const places = rows.map((row): DoorPlace => {
        const { status, seats } = row;
        const place = { status, seats, admitted: row.admitted_seats ?? 0, excused: row.excused_at !== null };
        return { ...row, guests: guestsOf(row.signup_id), state: doorStateOf(place, door, now) };
      });
      return cutPage(places, page.limit, (row) => [row.position]);
    });
  }

  async #held(tx: Tx, actorId: string, occurrenceId: string): Promise<OccurrenceRow> {
    const occurrence = await new AdmissionStore(tx).find(occurrenceId);
    if (occurrence === undefined) throw new Refusal('occurrence.unknown');
    await this.scope.require(tx, actorId, occurrence.organization_id);
    return occurrence;
  }
}

const timesOf = (row: OccurrenceRow): DoorTimes =>
  doorTimes({ startsAt: row.starts_at, endsAt: row.ends_at });
