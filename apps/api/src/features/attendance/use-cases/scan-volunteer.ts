import { Injectable } from '@nestjs/common';
import type { Direction, ScanOutcome } from '@xiaolin/shared-types/attendance/schema';
import { Clock } from '../../../platform/clock/clock.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { hashBody } from '../../../platform/idempotency/request-answers.js';
import { AttendanceCodes } from './attendance-codes.js';
import { AttendanceDesk } from './attendance-desk.js';
import { ExpectedVolunteers } from './expected-volunteers.js';

export interface VolunteerScanBody {
  readonly requestKey: string;
  readonly code: string;
  readonly direction: Direction;
  readonly deviceTime: string;
  readonly device?: string | undefined;
}

/** Sent alone or in a batch it is the same request. */
export const volunteerScanHash = (
  shiftId: string,
  { requestKey, code, direction, deviceTime }: Omit<VolunteerScanBody, 'device'>,
): string => hashBody('scan-volunteer', { shiftId, body: { requestKey, code, direction, deviceTime } });

/** Staff check a volunteer in or out by the volunteer's one-time code. */
@Injectable()
export class ScanVolunteer {
  constructor(
    private readonly clock: Clock,
    private readonly expected: ExpectedVolunteers,
    private readonly codes: AttendanceCodes,
    private readonly desk: AttendanceDesk,
  ) {}

  /** @throws Refusal `shift.unknown`, `access.out-of-scope`, `attendance.code-invalid`, `-expired`, `-used`, and whatever the desk refuses. */
  async execute(actorId: string, shiftId: string, body: VolunteerScanBody): Promise<ScanOutcome> {
    const read = this.codes.read(body.code);
    const expected = await this.expected.of(
      actorId,
      shiftId,
      read?.kind === 'typed' || read?.kind === 'pass',
    );
    const keyed = {
      actorId,
      requestKey: body.requestKey,
      bodyHash: volunteerScanHash(shiftId, body),
    };
    const verdict = this.codes.checkVolunteer(read, shiftId, expected);
    if (!verdict.accepted) return this.desk.answered(keyed, new Refusal(verdict.code));
    const at = this.clock.instant();
    return this.desk.submit(shiftId, {
      ...keyed,
      personId: verdict.personId,
      direction: body.direction,
      method: 'staff-scan',
      at,
      receivedAt: at,
      late: false,
      deviceTime: body.deviceTime,
      deviceHash: body.device === undefined ? null : this.codes.deviceHash(shiftId, body.device),
      place: null,
      nonce: verdict.nonce,
      reason: null,
      asStaff: true,
    });
  }
}
