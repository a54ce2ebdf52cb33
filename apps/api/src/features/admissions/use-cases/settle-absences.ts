import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { JobRunner } from '../../../platform/jobs/job-runner.js';
import { writeJournal } from '../../../platform/journal/journal.js';
import { Random } from '../../../platform/random/random.js';
import { Outcomes } from '../../signups/index.js';
import { absenceFinalBefore, doorTimes } from '../rules/door-times.js';
import { AbsenceStore, type AbsentRow } from '../store/absence.store.js';
import { AdmissionStore } from '../store/admission.store.js';

const EVERY_MS = 60_000;
/** Doors of one round, and places of one transaction; what is left is found in the next. */
const DOORS_AT_ONCE = 50;
const PLACES_AT_ONCE = 500;
/** Who makes absences final: time. */
const SYSTEM = 'system';

/**
 * Makes absences final three days after the end, where the door was used. Every process may run it at any time, also
 * after a restart: it only finds doors, and decides about each under its line's lock.
 */
@Injectable()
export class SettleAbsences implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly outcomes: Outcomes,
    private readonly jobs: JobRunner,
  ) {}

  onModuleInit(): void {
    this.jobs.add({ name: 'settle-absences', everyMs: EVERY_MS, run: () => this.execute() });
  }

  /** @returns how many places became absences */
  async execute(): Promise<number> {
    const endedBefore = absenceFinalBefore(this.clock.now());
    const due = await this.uow.read((tx) => new AbsenceStore(tx).dueDoors(endedBefore, DOORS_AT_ONCE));
    let absent = 0;
    for (const occurrenceId of due) absent += await this.uow.run((tx) => this.#settle(tx, occurrenceId));
    return absent;
  }

  async #settle(tx: Tx, occurrenceId: string): Promise<number> {
    // Before anything is read: somebody may be ticking the roster, or another process settling the same door.
    const occurrence = await new AdmissionStore(tx).lock(occurrenceId);
    const store = new AbsenceStore(tx);
    if (occurrence === undefined || (await store.isSettled(occurrenceId))) return 0;
    const at = this.clock.instant();
    const { finalAt } = doorTimes({ startsAt: occurrence.starts_at, endsAt: occurrence.ends_at });
    if (at <= finalAt) return 0;
    const absent = await store.absent(occurrenceId, PLACES_AT_ONCE);
    await this.#record(tx, occurrenceId, absent, at);
    if (absent.length < PLACES_AT_ONCE) await store.settle(occurrenceId, at);
    return absent.length;
  }

  async #record(tx: Tx, occurrenceId: string, absent: readonly AbsentRow[], at: string): Promise<void> {
    await this.outcomes.record(
      tx,
      absent.map(({ signup_id, position }) => ({
        signupId: signup_id,
        lineId: occurrenceId,
        position,
        from: 'confirmed',
        to: 'no-show',
        action: 'no-show',
        actorId: SYSTEM,
        reason: null,
      })),
    );
    const entry = { subjectKind: 'signup', actorId: SYSTEM, actorRole: SYSTEM, scopeId: null };
    const change = { action: 'no-show', before: 'confirmed', after: 'no-show', reason: null };
    await writeJournal(
      tx,
      absent.map(({ signup_id }) => ({ ...entry, subjectId: signup_id, ...change })),
      { nextId: () => this.random.id(), at },
    );
  }
}
