import { Injectable } from '@nestjs/common';
import type { ScanOutcome } from '@xiaolin/shared-types/attendance/schema';
import { Clock } from '../../../platform/clock/clock.js';
import { againOnDuplicate } from '../../../platform/db/transient.js';
import { type Tx, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { DeskBusy, GroupCommitDesk } from '../../../platform/desk/group-commit.js';
import { Refusal } from '../../../platform/http/refusal.js';
import {
  firstAnswer,
  type KeyedRequest,
  RequestAnswers,
} from '../../../platform/idempotency/request-answers.js';
import { Random } from '../../../platform/random/random.js';
import { FlagHours, RecordHours } from '../../hours/index.js';
import { type ActingAs, Scope } from '../../organizations/index.js';
import { AttendanceStore, type ShiftRow } from '../store/attendance.store.js';
import { Evidence, type Raised } from './evidence.js';
import { type Completed, readAnswer, ScanBatch, type ScanRequest, type ScanResult } from './scan-batch.js';

const UNKNOWN: ScanResult = { kind: 'refused', code: 'shift.unknown', facts: {} };

/** Every way in and out of a shift comes past here: one queue for each shift, one transaction for each batch. */
@Injectable()
export class AttendanceDesk {
  readonly #desk = new GroupCommitDesk<ScanRequest, ScanResult>((shiftId, batch) =>
    this.decideTogether(shiftId, batch),
  );

  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly scope: Scope,
    private readonly recordHours: RecordHours,
    private readonly flagHours: FlagHours,
  ) {}

  /** @throws Refusal for every scan that is not accepted; nothing of it is kept then. */
  async submit(shiftId: string, request: ScanRequest): Promise<ScanOutcome> {
    const result = await this.decide(shiftId, request);
    if (result.kind === 'answered') return result.outcome;
    throw result.kind === 'refused'
      ? new Refusal(result.code, result.facts, [], result.code === 'signup.line-busy' ? 1 : undefined)
      : // The key belongs to a late scan that waits for its way in.
        new Refusal('attendance.not-checked-in');
  }

  /** What a scan comes to, refusals included: in a batch each answers for itself. */
  decide(shiftId: string, request: ScanRequest): Promise<ScanResult> {
    return this.#desk.submit(shiftId, request).catch((error: unknown) => {
      if (error instanceof DeskBusy) return { kind: 'refused', code: 'signup.line-busy', facts: {} };
      throw error;
    });
  }

  /**
   * The first answer to a request whose code is refused by now: a retry arrives later than its first, when a code
   * that was good has run out.
   *
   * @throws Refusal the given one, when there is no first answer; `request.key-reused`.
   */
  async answered(request: KeyedRequest, refusal: Refusal): Promise<ScanOutcome> {
    const stored = await this.uow.read(async (tx) => (await new RequestAnswers(tx).find([request]))(request));
    if (stored === undefined) throw refusal;
    return firstAnswer<ScanOutcome>(stored, request);
  }

  /** First answers to these requests, where there are any; `request.key-reused` where the key was another's. */
  async answeredBefore(
    requests: readonly KeyedRequest[],
  ): Promise<(request: KeyedRequest) => ScanResult | undefined> {
    const find = await this.uow.read((tx) => new RequestAnswers(tx).find(requests));
    return (request) => {
      const stored = find(request);
      if (stored === undefined) return undefined;
      return stored.bodyHash === request.bodyHash
        ? readAnswer(stored.answer)
        : { kind: 'refused', code: 'request.key-reused', facts: {} };
    };
  }

  /**
   * One transaction for these scans of one shift.
   *
   * A one-time code or a request key may be used at two shifts at once: each shift has its own lock, and the unique
   * index tells the later one. Tried again, it finds what the other has written and refuses that scan alone.
   */
  decideTogether(shiftId: string, batch: readonly ScanRequest[]): Promise<readonly ScanResult[]> {
    return againOnDuplicate(() => this.uow.run((tx) => this.#flush(tx, shiftId, batch)));
  }

  async #flush(tx: Tx, shiftId: string, requests: readonly ScanRequest[]): Promise<readonly ScanResult[]> {
    const store = new AttendanceStore(tx);
    const shift = await store.lockShift(shiftId);
    if (shift === undefined) return requests.map(() => UNKNOWN);
    const answers = new RequestAnswers(tx);
    const stored = await answers.find(requests);
    const acting = await this.#actingStaff(tx, shift, requests);
    const batch = new ScanBatch(shift, await this.#facts(store, shiftId, requests, acting), () =>
      this.random.id(),
    );
    const pending = batch.takeAll(requests, stored);
    await store.insertIn(shiftId, batch.waysIn);
    await store.moveIn(shiftId, batch.movedIn);
    await store.markOut(shiftId, batch.waysOut, shift.counts === 1 ? 'computed' : 'checked-out');
    await store.appendEvents(batch.events);
    const evidence = await new Evidence(store, shift).of(batch);
    const minutes = await this.#recordHours(tx, shift, batch.completed, acting, evidence);
    await answers.keep(batch.answersToKeep(minutes), this.clock.instant());
    return pending.map((result) => result(minutes));
  }

  async #facts(
    store: AttendanceStore,
    shiftId: string,
    requests: readonly ScanRequest[],
    acting: ReadonlyMap<string, ActingAs | null>,
  ) {
    const people = [...new Set(requests.map(({ personId }) => personId))];
    return {
      confirmed: await store.confirmed(shiftId, people),
      attendance: await store.of(shiftId, people),
      events: await store.events(shiftId, people),
      usedNonces: await store.usedNonces(requests.flatMap(({ nonce }) => (nonce === null ? [] : [nonce]))),
      names: await store.names(people),
      outOfScope: new Set([...acting].flatMap(([actorId, through]) => (through === null ? [actorId] : []))),
    };
  }

  /** Through which membership each staff member of the batch acts; null where none reaches the shift. */
  async #actingStaff(
    tx: Tx,
    shift: ShiftRow,
    requests: readonly ScanRequest[],
  ): Promise<ReadonlyMap<string, ActingAs | null>> {
    const staff = new Set(requests.flatMap(({ asStaff, actorId }) => (asStaff ? [actorId] : [])));
    const acting = new Map<string, ActingAs | null>();
    for (const actorId of staff)
      acting.set(
        actorId,
        await this.scope.require(tx, actorId, shift.organization_id).catch((error: unknown) => {
          if (error instanceof Refusal) return null;
          throw error;
        }),
      );
    return acting;
  }

  /** 志愿服务记录与证明出具办法 art. 19: what does not count as volunteering earns nothing, and has no record. */
  async #recordHours(
    tx: Tx,
    shift: ShiftRow,
    completed: readonly Completed[],
    acting: ReadonlyMap<string, ActingAs | null>,
    evidence: Raised,
  ): Promise<ReadonlyMap<string, number>> {
    if (shift.counts !== 1) {
      await this.flagHours.execute(tx, evidence.recorded);
      return new Map();
    }
    const counting = {
      shiftId: shift.id,
      activityId: shift.activity_id,
      recordingUnitId: shift.organization_id,
      startsAt: shift.starts_at,
      endsAt: shift.ends_at,
      breakMinutes: shift.break_minutes,
    };
    return this.recordHours.execute(
      tx,
      counting,
      completed.map(({ personId, inAt, outAt, ticked, actorId }) => {
        const through = acting.get(actorId) ?? null;
        const by = {
          actorId,
          // A way out that was held may have been scanned by staff who are not in this batch.
          role: through?.role ?? (actorId === personId ? 'volunteer' : 'worker'),
          scopeId: through?.organizationId ?? null,
        };
        return { personId, inAt, outAt, ticked, evidence: evidence.completed.get(personId) ?? [], by };
      }),
      evidence.recorded,
    );
  }
}
