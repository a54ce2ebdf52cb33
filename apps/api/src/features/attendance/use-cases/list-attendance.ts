import { Injectable } from '@nestjs/common';
import type { AttendanceState } from '@xiaolin/shared-types/attendance/schema';
import { Clock } from '../../../platform/clock/clock.js';
import { cutPage } from '../../../platform/db/cursor.js';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { PageRequest } from '../../../platform/http/page-request.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { Scope } from '../../organizations/index.js';
import { OUT_CLOSES_MINUTES_AFTER_END, stateAt } from '../rules/attendance-states.js';
import { AttendanceReader, type MyShiftRow, type ShiftRosterRow } from '../store/attendance.reader.js';
import { AttendanceStore } from '../store/attendance.store.js';

export type { MyShiftRow, ShiftRosterRow } from '../store/attendance.reader.js';

/** A row with where its attendance stands by now. */
export type Standing<Row> = Row & { readonly standing: AttendanceState };

export interface StandingPage<Row> {
  readonly rows: readonly Standing<Row>[];
  readonly nextCursor: string | null;
}

/** Lists of places in shifts: the staff's roster of one shift, and a volunteer's own shifts. */
@Injectable()
export class ListAttendance {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly scope: Scope,
  ) {}

  /** @throws Refusal `shift.unknown`, `access.out-of-scope`. */
  async roster(actorId: string, shiftId: string, page: PageRequest): Promise<StandingPage<ShiftRosterRow>> {
    const rows = await this.uow.read(async (tx) => {
      const shift = await new AttendanceStore(tx).shift(shiftId);
      if (shift === undefined) throw new Refusal('shift.unknown');
      await this.scope.require(tx, actorId, shift.organization_id);
      return new AttendanceReader(tx).roster(shiftId, page);
    });
    return this.#standing(cutPage(rows, page.limit, (last) => [last.position]));
  }

  async mine(
    personId: string,
    when: 'coming' | 'past',
    page: PageRequest,
  ): Promise<StandingPage<MyShiftRow>> {
    const now = this.clock.now();
    const outOpenSince = new Date(now.getTime() - OUT_CLOSES_MINUTES_AFTER_END * 60_000).toISOString();
    const rows = await this.uow.read((tx) =>
      new AttendanceReader(tx).mine(personId, when, { now: now.toISOString(), outOpenSince }, page),
    );
    return this.#standing(cutPage(rows, page.limit, (last) => [last.starts_at, last.signup_id]));
  }

  #standing<Row extends MyShiftRow | ShiftRosterRow>(page: {
    readonly rows: readonly Row[];
    readonly nextCursor: string | null;
  }): StandingPage<Row> {
    const now = this.clock.now().getTime();
    const rows = page.rows.map((row) => {
      // Whoever waits or gave the place up was not expected, and so is not absent.
      const expected = row.status === 'confirmed' || row.state !== null;
      const times = { startsAt: row.starts_at, endsAt: row.ends_at };
      return { ...row, standing: expected ? stateAt(row.state, times, now) : ('scheduled' as const) };
    });
    return { rows, nextCursor: page.nextCursor };
  }
}
