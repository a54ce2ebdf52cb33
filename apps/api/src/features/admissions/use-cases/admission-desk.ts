import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { againOnDuplicate } from '../../../platform/db/transient.js';
import { type Tx, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { DeskBusy, GroupCommitDesk } from '../../../platform/desk/group-commit.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { RequestAnswers } from '../../../platform/idempotency/request-answers.js';
import { writeJournal } from '../../../platform/journal/journal.js';
import { Random } from '../../../platform/random/random.js';
import { type ActingAs, Scope } from '../../organizations/index.js';
import { Outcomes } from '../../signups/index.js';
import { AdmissionStore, type OccurrenceRow } from '../store/admission.store.js';
import { PartyReader } from '../store/party.reader.js';
import { AdmissionBatch, type DoorAnswer, type DoorRequest, type DoorResult } from './admission-batch.js';

const UNKNOWN: DoorResult = { kind: 'refused', code: 'occurrence.unknown', facts: {} };

/** Whatever happens at the door of an occurrence comes past here: one queue, one transaction for each batch. */
@Injectable()
export class AdmissionDesk {
  readonly #desk = new GroupCommitDesk<DoorRequest, DoorResult>((occurrenceId, batch) =>
    this.#decide(occurrenceId, batch),
  );

  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly scope: Scope,
    private readonly outcomes: Outcomes,
  ) {}

  /** @throws Refusal for everything that is not done; nothing of it is kept then. */
  async submit(occurrenceId: string, request: DoorRequest): Promise<DoorAnswer> {
    const result = await this.#desk.submit(occurrenceId, request).catch((error: unknown) => {
      throw error instanceof DeskBusy ? new Refusal('signup.line-busy', {}, [], 1) : error;
    });
    if (result.kind === 'refused') throw new Refusal(result.code, result.facts);
    return result.outcome;
  }

  /** A request key may be used at two doors at once, each under its own lock; the later one is told by the index. */
  #decide(occurrenceId: string, batch: readonly DoorRequest[]): Promise<readonly DoorResult[]> {
    return againOnDuplicate(() => this.uow.run((tx) => this.#flush(tx, occurrenceId, batch)));
  }

  async #flush(
    tx: Tx,
    occurrenceId: string,
    requests: readonly DoorRequest[],
  ): Promise<readonly DoorResult[]> {
    const store = new AdmissionStore(tx);
    // The lock is the first statement: what is read before it may be old.
    const occurrence = await store.lock(occurrenceId);
    if (occurrence === undefined) return requests.map(() => UNKNOWN);
    const answers = new RequestAnswers(tx);
    const stored = await answers.find(requests);
    const acting = await this.#acting(tx, occurrence, requests);
    const places = await store.places(occurrenceId, [...new Set(requests.map(({ signupId }) => signupId))]);
    const facts = {
      places,
      guestsOf: await new PartyReader(tx).guestsOf(places),
      counts: await store.counts(occurrenceId),
      names: await store.names([...acting.keys()]),
      outOfScope: new Set([...acting].flatMap(([actorId, through]) => (through === null ? [actorId] : []))),
    };
    const batch = new AdmissionBatch(occurrence, facts, () => this.random.id());
    const results = requests.map((request) => batch.take(request, stored(request)));
    await this.#write(tx, store, occurrenceId, batch, acting);
    await answers.keep(batch.answersToKeep, this.clock.instant());
    return results;
  }

  async #write(
    tx: Tx,
    store: AdmissionStore,
    occurrenceId: string,
    batch: AdmissionBatch,
    acting: ReadonlyMap<string, ActingAs | null>,
  ): Promise<void> {
    if (batch.events.length === 0) return;
    await store.save(occurrenceId, batch.standings, batch.admittedSeats);
    await store.appendEvents(batch.events);
    await this.outcomes.record(tx, batch.outcomes);
    await writeJournal(
      tx,
      batch.notes.map(({ request, action, before, after }) => ({
        subjectKind: 'signup',
        subjectId: request.signupId,
        actorId: request.actorId,
        actorRole: acting.get(request.actorId)?.role ?? 'worker',
        scopeId: acting.get(request.actorId)?.organizationId ?? null,
        action,
        before,
        after,
        reason: request.reason,
      })),
      { nextId: () => this.random.id(), at: this.clock.instant() },
    );
  }

  /** Through which membership each staff member of the batch acts; null where none reaches the occurrence. */
  async #acting(
    tx: Tx,
    occurrence: OccurrenceRow,
    requests: readonly DoorRequest[],
  ): Promise<ReadonlyMap<string, ActingAs | null>> {
    const acting = new Map<string, ActingAs | null>();
    for (const actorId of new Set(requests.map((request) => request.actorId)))
      acting.set(
        actorId,
        await this.scope.require(tx, actorId, occurrence.organization_id).catch((error: unknown) => {
          if (error instanceof Refusal) return null;
          throw error;
        }),
      );
    return acting;
  }
}
