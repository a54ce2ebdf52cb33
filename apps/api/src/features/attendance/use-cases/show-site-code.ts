import { Injectable } from '@nestjs/common';
import type { Direction } from '@xiaolin/shared-types/attendance/schema';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { Scope } from '../../organizations/index.js';
import type { SiteCode } from '../rules/site-code.js';
import { AttendanceReader } from '../store/attendance.reader.js';
import { AttendanceStore } from '../store/attendance.store.js';
import { AttendanceCodes } from './attendance-codes.js';

export interface SiteCodeWithCounts extends SiteCode {
  readonly checkedIn: number;
  readonly checkedOut: number;
  readonly expected: number;
}

/** The site's rotating code with the live count, for the projector. */
@Injectable()
export class ShowSiteCode {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scope: Scope,
    private readonly codes: AttendanceCodes,
  ) {}

  /** @throws Refusal `shift.unknown`, `access.out-of-scope`. */
  execute(actorId: string, shiftId: string, direction: Direction): Promise<SiteCodeWithCounts> {
    return this.uow.read(async (tx) => {
      const shift = await new AttendanceStore(tx).shift(shiftId);
      if (shift === undefined) throw new Refusal('shift.unknown');
      await this.scope.require(tx, actorId, shift.organization_id);
      const counts = await new AttendanceReader(tx).counts(shiftId);
      return {
        ...this.codes.ofSite(shiftId, direction),
        checkedIn: counts.checked_in,
        checkedOut: counts.checked_out,
        expected: shift.taken,
      };
    });
  }
}
