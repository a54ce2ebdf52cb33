import { Injectable } from '@nestjs/common';
import type { Direction, ScanOutcome } from '@xiaolin/shared-types/attendance/schema';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { hashBody } from '../../../platform/idempotency/request-answers.js';
import { Scope } from '../../organizations/index.js';
import { AttendanceStore } from '../store/attendance.store.js';
import { AttendanceCodes } from './attendance-codes.js';
import { AttendanceDesk } from './attendance-desk.js';

export interface VolunteerScanBody {
  readonly requestKey: string;
  readonly code: string;
  readonly direction: Direction;
  readonly deviceTime: string;
}

/** Staff check a volunteer in or out by the volunteer's one-time code. */
@Injectable()
export class ScanVolunteer {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly scope: Scope,
    private readonly codes: AttendanceCodes,
    private readonly desk: AttendanceDesk,
  ) {}

  /** @throws Refusal `shift.unknown`, `access.out-of-scope`, `attendance.code-invalid`, `-expired`, `-used`, and whatever the desk refuses. */
  async execute(actorId: string, shiftId: string, body: VolunteerScanBody): Promise<ScanOutcome> {
    const read = this.codes.read(body.code);
    const expected = await this.#expected(actorId, shiftId, read?.kind === 'typed');
    const keyed = {
      actorId,
      requestKey: body.requestKey,
      bodyHash: hashBody('scan-volunteer', { shiftId, body }),
    };
    const verdict = this.codes.checkVolunteer(read, expected);
    if (!verdict.accepted) return this.desk.answered(keyed, new Refusal(verdict.code));
    return this.desk.submit(shiftId, {
      ...keyed,
      personId: verdict.personId,
      direction: body.direction,
      method: 'staff-scan',
      at: this.clock.instant(),
      deviceTime: body.deviceTime,
      nonce: verdict.nonce,
      reason: null,
      asStaff: true,
    });
  }

  /** Before a code is tried the shift must be theirs, or the answer would tell who volunteers where. */
  #expected(actorId: string, shiftId: string, typed: boolean): Promise<readonly string[]> {
    return this.uow.read(async (tx) => {
      const store = new AttendanceStore(tx);
      const shift = await store.shift(shiftId);
      if (shift === undefined) throw new Refusal('shift.unknown');
      await this.scope.require(tx, actorId, shift.organization_id);
      return typed ? store.confirmed(shiftId) : [];
    });
  }
}
