import { Injectable } from '@nestjs/common';
import type { Direction, ScanOutcome } from '@xiaolin/shared-types/attendance/schema';
import { Clock } from '../../../platform/clock/clock.js';
import { hashBody } from '../../../platform/idempotency/request-answers.js';
import { AttendanceDesk } from './attendance-desk.js';

export interface TickBody {
  readonly requestKey: string;
  readonly personId: string;
  readonly direction: Direction;
  readonly reason: string;
}

/** Staff tick somebody on the roster, with a reason: the weakest way, which flags the hour record. */
@Injectable()
export class TickRoster {
  constructor(
    private readonly clock: Clock,
    private readonly desk: AttendanceDesk,
  ) {}

  /** @throws Refusal `shift.unknown`, `access.out-of-scope`, and whatever the desk refuses. */
  execute(actorId: string, shiftId: string, body: TickBody): Promise<ScanOutcome> {
    const at = this.clock.instant();
    return this.desk.submit(shiftId, {
      actorId,
      requestKey: body.requestKey,
      bodyHash: hashBody('tick-roster', { shiftId, body }),
      personId: body.personId,
      direction: body.direction,
      method: 'roster-tick',
      at,
      receivedAt: at,
      late: false,
      deviceTime: at,
      deviceHash: null,
      place: null,
      nonce: null,
      reason: body.reason,
      asStaff: true,
    });
  }
}
