import { Injectable } from '@nestjs/common';
import type { BatchedResult, Direction, PlaceFinding } from '@xiaolin/shared-types/attendance/schema';
import type { ProblemCode, ProblemFacts } from '@xiaolin/shared-types/contract/problem';
import { Clock } from '../../../platform/clock/clock.js';
import type { ReadCode } from '../rules/code-text.js';
import { lateMoment } from '../rules/late-scan.js';
import type { SiteCodeVerdict } from '../rules/site-code.js';
import type { VolunteerCodeVerdict } from '../rules/volunteer-code.js';
import { AttendanceCodes } from './attendance-codes.js';
import { AttendanceDesk } from './attendance-desk.js';
import { ExpectedVolunteers } from './expected-volunteers.js';
import { PlaceConsents } from './place-consents.js';
import type { ScanRequest, ScanResult } from './scan-batch.js';
import { siteScanHash } from './scan-site.js';
import { volunteerScanHash } from './scan-volunteer.js';

interface WaitingScan {
  readonly requestKey: string;
  readonly code: string;
  readonly deviceTime: string;
}

interface SiteScanWaiting extends WaitingScan {
  readonly shiftId?: string | undefined;
  readonly place?: PlaceFinding | undefined;
}

interface VolunteerScanWaiting extends WaitingScan {
  readonly direction: Direction;
}

interface Batch<Scan> {
  /** The phone's clock as it sent this. */
  readonly phoneTime: string;
  readonly device?: string | undefined;
  readonly scans: readonly Scan[];
}

type AcceptedSite = Extract<SiteCodeVerdict, { readonly accepted: true }>;
type AcceptedVolunteer = Extract<VolunteerCodeVerdict, { readonly accepted: true }>;
type Verdict<Accepted> = Accepted | { readonly accepted: false; readonly code: ProblemCode };
/** A verdict with the moment for which it was given. */
type Judged<Accepted> =
  | { readonly verdict: Accepted; readonly at: string; readonly late: boolean }
  | { readonly code: ProblemCode; readonly facts: ProblemFacts };

/**
 * Scans that waited on a device for a network. Each is decided by the desk as if it had come alone, in whatever
 * order and however often it arrives; scans of one shift that arrive together share a transaction.
 *
 * A code that is good now is taken as a scan of now. Only what is not is looked at again as of the moment when the
 * phone says it was scanned, and is marked as late then: the phone's word is a claim.
 */
@Injectable()
export class SyncScans {
  constructor(
    private readonly clock: Clock,
    private readonly codes: AttendanceCodes,
    private readonly desk: AttendanceDesk,
    private readonly expected: ExpectedVolunteers,
    private readonly consents: PlaceConsents,
  ) {}

  /** A volunteer's own scans of sites' codes. */
  async ofSites(personId: string, batch: Batch<SiteScanWaiting>): Promise<BatchedResult[]> {
    const asksPlace = batch.scans.some(({ place }) => place !== undefined);
    const mayStorePlace = asksPlace && (await this.consents.given(personId));
    return this.#all<SiteScanWaiting, AcceptedSite>(batch, {
      keyed: (scan) => ({ actorId: personId, requestKey: scan.requestKey, bodyHash: siteScanHash(scan) }),
      check: (scan, read, at) => this.codes.checkSite(read, scan.shiftId, at),
      request: (scan, verdict) => ({
        shiftId: verdict.shiftId,
        personId,
        direction: verdict.direction,
        method: 'site-code',
        nonce: null,
        asStaff: false,
        place: mayStorePlace ? (scan.place ?? null) : null,
      }),
    });
  }

  /**
   * A desk's scans of volunteers' codes.
   *
   * @throws Refusal `shift.unknown`, `access.out-of-scope`.
   */
  async ofVolunteers(
    actorId: string,
    shiftId: string,
    batch: Batch<VolunteerScanWaiting>,
  ): Promise<BatchedResult[]> {
    const expected = await this.expected.of(actorId, shiftId);
    return this.#all<VolunteerScanWaiting, AcceptedVolunteer>(batch, {
      keyed: (scan) => ({
        actorId,
        requestKey: scan.requestKey,
        bodyHash: volunteerScanHash(shiftId, scan),
      }),
      check: (_, read, at) => this.codes.checkVolunteer(read, shiftId, expected, at),
      request: ({ direction }, verdict) => ({
        shiftId,
        personId: verdict.personId,
        direction,
        method: 'staff-scan',
        nonce: verdict.nonce,
        asStaff: true,
        place: null,
      }),
    });
  }

  async #all<Scan extends WaitingScan, Accepted extends { readonly accepted: true }>(
    batch: Batch<Scan>,
    kind: Kind<Scan, Accepted>,
  ): Promise<BatchedResult[]> {
    const now = this.clock.now();
    const judged = batch.scans.map((scan) => ({ scan, ...this.#judge(scan, batch.phoneTime, now, kind) }));
    // A first answer is older than any verdict: a retry arrives when a code that was good has run out.
    const refused = judged.filter((each) => 'code' in each).map(({ scan }) => kind.keyed(scan));
    const before = await this.desk.answeredBefore(refused);
    return Promise.all(
      judged.map(async (each) => {
        const keyed = kind.keyed(each.scan);
        if ('code' in each)
          return present(
            keyed.requestKey,
            before(keyed) ?? { kind: 'refused', code: each.code, facts: each.facts },
          );
        const { shiftId, ...request } = kind.request(each.scan, each.verdict);
        const result = await this.desk.decide(shiftId, {
          ...keyed,
          ...request,
          at: each.at,
          late: each.late,
          receivedAt: now.toISOString(),
          deviceTime: each.scan.deviceTime,
          deviceHash: batch.device === undefined ? null : this.codes.deviceHash(shiftId, batch.device),
          reason: null,
        });
        return present(keyed.requestKey, result);
      }),
    );
  }

  #judge<Scan extends WaitingScan, Accepted extends { readonly accepted: true }>(
    scan: Scan,
    phoneTime: string,
    now: Date,
    kind: Kind<Scan, Accepted>,
  ): Judged<Accepted> {
    const read = this.codes.read(scan.code);
    const live = kind.check(scan, read, now.getTime());
    if (live.accepted) return { verdict: live, at: now.toISOString(), late: false };
    const moment = lateMoment(
      { scannedAt: Date.parse(scan.deviceTime), sendsAt: Date.parse(phoneTime) },
      now.getTime(),
    );
    // A forged code is called that whatever the clocks say; typed, one cannot tell.
    const forged = live.code === 'attendance.code-invalid' && read?.kind !== 'typed';
    if (forged || live.code === 'attendance.code-other-shift') return { code: live.code, facts: {} };
    if (!moment.believed) return { code: moment.code, facts: moment.facts };
    const then = kind.check(scan, read, moment.at);
    if (!then.accepted) return { code: then.code, facts: {} };
    return { verdict: then, at: new Date(moment.at).toISOString(), late: true };
  }
}

/** What differs between the two batches. */
interface Kind<Scan, Accepted> {
  readonly keyed: (scan: Scan) => Pick<ScanRequest, 'actorId' | 'requestKey' | 'bodyHash'>;
  readonly check: (scan: Scan, read: ReadCode | null, at: number) => Verdict<Accepted>;
  readonly request: (
    scan: Scan,
    verdict: Accepted,
  ) => Pick<ScanRequest, 'personId' | 'direction' | 'method' | 'nonce' | 'asStaff' | 'place'> & {
    readonly shiftId: string;
  };
}

function present(requestKey: string, result: ScanResult): BatchedResult {
  switch (result.kind) {
    case 'answered':
      return { kind: 'recorded', requestKey, outcome: result.outcome };
    case 'held':
      return { kind: 'held', requestKey, shiftId: result.held.heldShiftId, at: result.held.at };
    case 'refused':
      return { kind: 'refused', requestKey, code: result.code, facts: { ...result.facts } };
  }
}
