import { Injectable } from '@nestjs/common';
import type { PlaceFinding, ScanOutcome } from '@xiaolin/shared-types/attendance/schema';
import { Clock } from '../../../platform/clock/clock.js';
import { invalidField, Refusal } from '../../../platform/http/refusal.js';
import { hashBody } from '../../../platform/idempotency/request-answers.js';
import { AttendanceCodes } from './attendance-codes.js';
import { AttendanceDesk } from './attendance-desk.js';
import { PlaceConsents } from './place-consents.js';

export interface SiteScanBody {
  readonly requestKey: string;
  readonly code: string;
  readonly shiftId?: string | undefined;
  readonly deviceTime: string;
  readonly device?: string | undefined;
  readonly place?: PlaceFinding | undefined;
}

/** Sent alone or in a batch it is the same request. */
export const siteScanHash = ({
  requestKey,
  code,
  shiftId,
  deviceTime,
  place,
}: Omit<SiteScanBody, 'device'>): string =>
  hashBody('scan-site', { requestKey, code, shiftId, deviceTime, place });

/** A volunteer checks in or out with the code that the site shows. */
@Injectable()
export class ScanSite {
  constructor(
    private readonly clock: Clock,
    private readonly codes: AttendanceCodes,
    private readonly desk: AttendanceDesk,
    private readonly consents: PlaceConsents,
  ) {}

  /** @throws Refusal `attendance.code-invalid`, `-expired`, `-other-shift`, and whatever the desk refuses. */
  async execute(personId: string, body: SiteScanBody): Promise<ScanOutcome> {
    const read = this.codes.read(body.code);
    if (read?.kind === 'typed' && body.shiftId === undefined)
      throw invalidField('body.shiftId', 'the shift, which a typed code alone does not say');
    const keyed = { actorId: personId, requestKey: body.requestKey, bodyHash: siteScanHash(body) };
    const verdict = this.codes.checkSite(read, body.shiftId);
    if (!verdict.accepted) return this.desk.answered(keyed, new Refusal(verdict.code));
    const at = this.clock.instant();
    const { device, place } = body;
    const mayStorePlace = place !== undefined && (await this.consents.given(personId));
    return this.desk.submit(verdict.shiftId, {
      ...keyed,
      personId,
      direction: verdict.direction,
      method: 'site-code',
      at,
      receivedAt: at,
      late: false,
      deviceTime: body.deviceTime,
      deviceHash: device === undefined ? null : this.codes.deviceHash(verdict.shiftId, device),
      place: mayStorePlace ? place : null,
      nonce: null,
      reason: null,
      asStaff: false,
    });
  }
}
