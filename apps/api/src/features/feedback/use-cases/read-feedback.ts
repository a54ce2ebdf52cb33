import { Injectable } from '@nestjs/common';
import type { Satisfaction, WordsState } from '@xiaolin/shared-types/feedback/schema';
import type { Role } from '@xiaolin/shared-types/contract/access';
import { Clock } from '../../../platform/clock/clock.js';
import { cutPage } from '../../../platform/db/cursor.js';
import { type Tx, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { PageRequest } from '../../../platform/http/page-request.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { writeJournal } from '../../../platform/journal/journal.js';
import { Random } from '../../../platform/random/random.js';
import { type ActingAs, ORGANISERS, Scope } from '../../organizations/index.js';
import { satisfactionOf } from '../rules/satisfaction.js';
import { checkOverdueSince, wordsMayBecome } from '../rules/words-states.js';
import { FeedbackReader, type WordsRow } from '../store/feedback.reader.js';
import { FeedbackStore } from '../store/feedback.store.js';

/** Unchecked words are not for the organiser's own workers. */
const READERS_OF_UNCHECKED = ['administrator'] as const satisfies readonly Role[];

const sortOf = (row: WordsRow) => [row.given_at, row.id];

/** What staff see of feedback, and decide about words that wait. */
@Injectable()
export class ReadFeedback {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly scope: Scope,
  ) {}

  /** @throws Refusal `activity.unknown`, `access.out-of-scope`. */
  ofActivity(actorId: string, activityId: string, page: PageRequest) {
    return this.uow.read(async (tx) => {
      await this.#through(tx, actorId, activityId, ORGANISERS);
      const reader = new FeedbackReader(tx);
      const { attended, scores } = await reader.counts(activityId);
      const satisfaction: Satisfaction = satisfactionOf(attended, scores);
      return { satisfaction, ...cutPage(await reader.shown(activityId, page), page.limit, sortOf) };
    });
  }

  /** @throws Refusal `activity.unknown`, `access.out-of-scope`. */
  waiting(actorId: string, activityId: string, page: PageRequest) {
    return this.uow.read(async (tx) => {
      await this.#through(tx, actorId, activityId, READERS_OF_UNCHECKED);
      const overdue = checkOverdueSince(this.clock.now());
      return cutPage(await new FeedbackReader(tx).waiting(activityId, overdue, page), page.limit, sortOf);
    });
  }

  /** @throws Refusal `activity.unknown`, `access.out-of-scope`, `feedback.unknown`, `feedback.not-waiting`. */
  decide(
    actorId: string,
    activityId: string,
    feedbackId: string,
    { decision, reason }: { decision: 'show' | 'withhold'; reason?: string | undefined },
  ): Promise<{ id: string; state: WordsState }> {
    return this.uow.run(async (tx) => {
      const through = await this.#through(tx, actorId, activityId, READERS_OF_UNCHECKED);
      const store = new FeedbackStore(tx);
      const row = await store.lock(feedbackId);
      if (row?.activity_id !== activityId) throw new Refusal('feedback.unknown');
      const state = decision === 'show' ? 'shown' : 'withheld';
      if (!wordsMayBecome(row.words_state, state)) throw new Refusal('feedback.not-waiting');
      await store.setWordsState(feedbackId, state);
      const entry = {
        subjectKind: 'feedback',
        subjectId: feedbackId,
        actorId,
        actorRole: through.role,
        scopeId: through.organizationId,
        action: 'words-decided',
        before: row.words_state,
        after: state,
        reason: reason || null,
      };
      await writeJournal(tx, [entry], { nextId: () => this.random.id(), at: this.clock.instant() });
      return { id: feedbackId, state };
    });
  }

  async #through(tx: Tx, actorId: string, activityId: string, roles: readonly Role[]): Promise<ActingAs> {
    const organizationId = await new FeedbackReader(tx).organizationOf(activityId);
    if (organizationId === undefined) throw new Refusal('activity.unknown');
    return this.scope.require(tx, actorId, organizationId, roles);
  }
}
