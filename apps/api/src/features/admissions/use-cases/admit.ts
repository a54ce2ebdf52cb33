import { Injectable } from '@nestjs/common';
import type { AdmissionOutcome, ExcuseOutcome } from '@xiaolin/shared-types/admissions/schema';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { hashBody } from '../../../platform/idempotency/request-answers.js';
import { Scope } from '../../organizations/index.js';
import { AdmissionStore } from '../store/admission.store.js';
import { TicketReader } from '../store/ticket.reader.js';
import type { DoorRequest } from './admission-batch.js';
import { AdmissionDesk } from './admission-desk.js';
import { Tickets } from './tickets.js';

interface Keyed {
  readonly requestKey: string;
  readonly seats?: number | undefined;
}
export type ScanBody = Keyed & { readonly code: string; readonly deviceTime: string };
export type TickBody = Keyed & { readonly signupId: string; readonly reason?: string | undefined };
export type UndoBody = Keyed & { readonly signupId: string; readonly reason: string };
export type ExcuseBody = Pick<UndoBody, 'requestKey' | 'signupId' | 'reason'>;

/** Staff at the door: what each verb hands to the desk. */
@Injectable()
export class Admit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly scope: Scope,
    private readonly tickets: Tickets,
    private readonly desk: AdmissionDesk,
  ) {}

  /**
   * @throws Refusal `occurrence.unknown`, `access.out-of-scope`, `admission.code-invalid`,
   *   `admission.other-occurrence` with its `title` and `startsAt`, and whatever the desk refuses.
   */
  async scan(actorId: string, occurrenceId: string, body: ScanBody): Promise<AdmissionOutcome> {
    const signupId = await this.#placeOf(actorId, occurrenceId, body.code);
    const { deviceTime } = body;
    return this.#submit(occurrenceId, 'admit', actorId, body, { signupId, method: 'scan', deviceTime });
  }

  /** @throws Refusal `occurrence.unknown`, `signup.unknown`, and whatever the desk refuses. */
  tick(actorId: string, occurrenceId: string, body: TickBody): Promise<AdmissionOutcome> {
    const { signupId, reason } = body;
    return this.#submit(occurrenceId, 'admit', actorId, body, {
      signupId,
      method: 'tick',
      reason: reason || null,
    });
  }

  /** @throws Refusal `occurrence.unknown`, `signup.unknown`, and whatever the desk refuses. */
  undo(actorId: string, occurrenceId: string, body: UndoBody): Promise<AdmissionOutcome> {
    return this.#submit(occurrenceId, 'undo', actorId, body, body);
  }

  /** @throws Refusal `occurrence.unknown`, `signup.unknown`, and whatever the desk refuses. */
  excuse(actorId: string, occurrenceId: string, body: ExcuseBody): Promise<ExcuseOutcome> {
    return this.#submit(occurrenceId, 'excuse', actorId, body, body);
  }

  /** The desk answers each kind of request with its own kind of outcome. */
  #submit<T extends AdmissionOutcome | ExcuseOutcome>(
    occurrenceId: string,
    kind: DoorRequest['kind'],
    actorId: string,
    body: Keyed,
    given: Pick<DoorRequest, 'signupId'> & Partial<Pick<DoorRequest, 'method' | 'deviceTime' | 'reason'>>,
  ): Promise<T> {
    return this.desk.submit(occurrenceId, {
      kind,
      actorId,
      requestKey: body.requestKey,
      bodyHash: hashBody(`door-${kind}`, { occurrenceId, body }),
      signupId: given.signupId,
      seats: body.seats ?? null,
      method: given.method ?? null,
      deviceTime: given.deviceTime ?? null,
      reason: given.reason ?? null,
      at: this.clock.instant(),
    }) as Promise<T>;
  }

  /** Before a ticket is tried the occurrence must be theirs, or the answer would tell who goes where. */
  #placeOf(actorId: string, occurrenceId: string, code: string): Promise<string> {
    const read = this.tickets.read(code);
    return this.uow.read(async (tx) => {
      const occurrence = await new AdmissionStore(tx).find(occurrenceId);
      if (occurrence === undefined) throw new Refusal('occurrence.unknown');
      await this.scope.require(tx, actorId, occurrence.organization_id);
      if (read === null) throw new Refusal('admission.code-invalid');
      const reader = new TicketReader(tx);
      const candidates = await (read.kind === 'scanned'
        ? reader.bySignup(read.signupId)
        : reader.ticketed(occurrenceId));
      const place = this.tickets.placeOf(
        read,
        candidates.map((row) => ({ ...row, signupId: row.signup_id, lineId: row.line_id })),
      );
      if (place === undefined) throw new Refusal('admission.code-invalid');
      if (place.lineId !== occurrenceId)
        throw new Refusal('admission.other-occurrence', { title: place.title, startsAt: place.starts_at });
      return place.signupId;
    });
  }
}
