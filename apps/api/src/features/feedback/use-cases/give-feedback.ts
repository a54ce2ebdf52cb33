import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { hashBody, once } from '../../../platform/idempotency/request-answers.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { Random } from '../../../platform/random/random.js';
import { type AttendedRow, type FeedbackRow, FeedbackStore } from '../store/feedback.store.js';
import { CHECK_WORDS } from './check-words.js';

export interface FeedbackBody {
  readonly requestKey: string;
  readonly score: number;
  readonly words?: string | undefined;
}

export interface OwnFeedback {
  readonly mayGive: boolean;
  readonly given: FeedbackRow | undefined;
}

/** Somebody who came says how it was. */
@Injectable()
export class GiveFeedback {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly outbox: Outbox,
  ) {}

  /** @throws Refusal `signup.unknown` (also for somebody else's), `feedback.not-attended`, `feedback.already`. */
  execute(personId: string, signupId: string, body: FeedbackBody): Promise<FeedbackRow> {
    const keyed = {
      actorId: personId,
      requestKey: body.requestKey,
      bodyHash: hashBody('give-feedback', { signupId, body }),
    };
    return once(this.uow, keyed, this.clock, async (tx) => {
      const store = new FeedbackStore(tx);
      const place = await store.place(personId, signupId, true);
      if (place === undefined) throw new Refusal('signup.unknown');
      if (!isAttended(place)) throw new Refusal('feedback.not-attended');
      if ((await store.ofSignup(signupId)) !== undefined) throw new Refusal('feedback.already');
      const words = body.words || null;
      const row: FeedbackRow = {
        id: this.random.id(),
        signup_id: signupId,
        activity_id: place.activity_id,
        score: body.score,
        words,
        words_state: words === null ? 'none' : 'checking',
        given_at: this.clock.instant(),
      };
      await store.insert(row);
      if (words !== null)
        await this.outbox.put(tx, [{ topic: CHECK_WORDS, payload: { feedbackId: row.id } }]);
      return row;
    });
  }

  /** @throws Refusal `signup.unknown`, also for somebody else's. */
  mine(personId: string, signupId: string): Promise<OwnFeedback> {
    return this.uow.read(async (tx) => {
      const store = new FeedbackStore(tx);
      const place = await store.place(personId, signupId);
      if (place === undefined) throw new Refusal('signup.unknown');
      const given = await store.ofSignup(signupId);
      return { mayGive: given === undefined && isAttended(place), given };
    });
  }
}

const isAttended = ({ status, kind }: AttendedRow): boolean => kind === 'occurrence' && status === 'attended';
