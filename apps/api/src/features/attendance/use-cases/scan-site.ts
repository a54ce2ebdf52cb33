import { Injectable } from '@nestjs/common';
import type { ScanOutcome } from '@xiaolin/shared-types/attendance/schema';
import { Clock } from '../../../platform/clock/clock.js';
import { invalidField, Refusal } from '../../../platform/http/refusal.js';
import { hashBody } from '../../../platform/idempotency/request-answers.js';
import { AttendanceCodes } from './attendance-codes.js';
import { AttendanceDesk } from './attendance-desk.js';

export interface SiteScanBody {
  readonly requestKey: string;
  readonly code: string;
  readonly shiftId?: string | undefined;
  readonly deviceTime: string;
}

/** A volunteer checks in or out with the code that the site shows. */
@Injectable()
export class ScanSite {
  constructor(
    private readonly clock: Clock,
    private readonly codes: AttendanceCodes,
    private readonly desk: AttendanceDesk,
  ) {}

  /** @throws Refusal `attendance.code-invalid`, `-expired`, `-other-shift`, and whatever the desk refuses. */
  async execute(personId: string, body: SiteScanBody): Promise<ScanOutcome> {
    const read = this.codes.read(body.code);
    if (read?.kind === 'typed' && body.shiftId === undefined)
      throw invalidField('body.shiftId', 'the shift, which a typed code alone does not say');
    const keyed = { actorId: personId, requestKey: body.requestKey, bodyHash: hashBody('scan-site', body) };
    const verdict = this.codes.checkSite(read, body.shiftId);
    if (!verdict.accepted) return this.desk.answered(keyed, new Refusal(verdict.code));
    return this.desk.submit(verdict.shiftId, {
      ...keyed,
      personId,
      direction: verdict.direction,
      method: 'site-code',
      at: this.clock.instant(),
      deviceTime: body.deviceTime,
      nonce: null,
      reason: null,
      asStaff: false,
    });
  }
}
