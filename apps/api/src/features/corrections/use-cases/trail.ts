import { Injectable } from '@nestjs/common';
import type { CorrectionAction, CorrectionStatus } from '@xiaolin/shared-types/corrections/schema';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { writeJournal } from '../../../platform/journal/journal.js';
import { Random } from '../../../platform/random/random.js';
import { CorrectionStore } from '../store/correction.store.js';

interface Step {
  readonly correctionId: string;
  readonly action: CorrectionAction;
  readonly actorId: string;
  readonly actorRole: string;
  readonly scopeId: string | null;
  readonly before: CorrectionStatus | null;
  readonly after: CorrectionStatus;
  readonly minutes: number | null;
  readonly reason: string;
}

interface EntryStep {
  readonly entryId: string;
  readonly actorId: string;
  readonly actorRole: string;
  readonly scopeId: string;
  readonly action: 'entered' | 'approved' | 'rejected';
  readonly before: string | null;
  readonly after: string;
}

/** Appends what happened, in the transaction that does it; nothing here is ever changed. */
@Injectable()
export class Trail {
  constructor(
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  async add(tx: Tx, step: Step): Promise<void> {
    await new CorrectionStore(tx).addStep({
      id: this.random.id(),
      correction_id: step.correctionId,
      action: step.action,
      actor_id: step.actorId,
      actor_role: step.actorRole,
      scope_id: step.scopeId,
      before_status: step.before,
      after_status: step.after,
      minutes: step.minutes,
      reason: step.reason,
      at: this.clock.instant(),
    });
    await this.#journal(tx, { ...step, subjectKind: 'correction', subjectId: step.correctionId });
  }

  addOfEntry(tx: Tx, step: EntryStep): Promise<void> {
    return this.#journal(tx, { ...step, subjectKind: 'manual-entry', subjectId: step.entryId });
  }

  /** The words stand in the trail and in the entry, which are longer than the journal's column. */
  #journal(
    tx: Tx,
    step: Omit<Step, 'minutes' | 'reason' | 'correctionId' | 'action' | 'before' | 'after'> & {
      subjectKind: string;
      subjectId: string;
      action: string;
      before: string | null;
      after: string;
    },
  ): Promise<void> {
    const { subjectKind, subjectId, actorId, actorRole, scopeId, action, before, after } = step;
    const entry = {
      subjectKind,
      subjectId,
      actorId,
      actorRole,
      scopeId,
      action,
      before,
      after,
      reason: null,
    };
    return writeJournal(tx, [entry], { nextId: () => this.random.id(), at: this.clock.instant() });
  }
}
