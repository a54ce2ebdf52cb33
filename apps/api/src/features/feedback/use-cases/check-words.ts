import { Injectable, type OnModuleInit } from '@nestjs/common';
import * as v from 'valibot';
import { Clock } from '../../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { writeJournal } from '../../../platform/journal/journal.js';
import { OutboxRunner } from '../../../platform/outbox/outbox-runner.js';
import { Random } from '../../../platform/random/random.js';
import { checkText, type TextVerdict } from '../../../platform/wechat/text-check.js';
import { WechatClient } from '../../../platform/wechat/wechat-client.js';
import { afterCheck, wordsMayBecome } from '../rules/words-states.js';
import { FeedbackStore, type UncheckedRow } from '../store/feedback.store.js';

/** The outbox topic of words that were just written. */
export const CHECK_WORDS = 'feedback.check-words';
const Payload = v.object({ feedbackId: v.string() });
const SYSTEM = 'system';

/**
 * Has words checked before anybody sees them. WeChat is asked outside any transaction; while it cannot be asked, the
 * outbox tries again, and where it never can (no mini-app, no open id) the words wait for a person.
 */
@Injectable()
export class CheckWords implements OnModuleInit {
  constructor(
    private readonly runner: OutboxRunner,
    private readonly uow: UnitOfWork,
    private readonly wechat: WechatClient,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  onModuleInit(): void {
    this.runner.handlePrepared(CHECK_WORDS, (payload) => this.prepare(v.parse(Payload, payload).feedbackId));
  }

  /** @throws WechatFailure when WeChat cannot be asked now. */
  async prepare(feedbackId: string): Promise<(tx: Tx) => Promise<void>> {
    const found = await this.uow.read((tx) => new FeedbackStore(tx).unchecked(feedbackId));
    if (found === undefined) return () => Promise.resolve();
    const verdict = await this.#verdict(found);
    return (tx) => this.#keep(tx, feedbackId, verdict);
  }

  #verdict({ words, wechat_open_id: openId }: UncheckedRow): Promise<TextVerdict> {
    if (!this.wechat.isConfigured || openId === null) return Promise.resolve('uncheckable');
    return checkText(this.wechat, { openId, content: words, scene: 'comment' });
  }

  async #keep(tx: Tx, feedbackId: string, verdict: TextVerdict): Promise<void> {
    const store = new FeedbackStore(tx);
    const row = await store.lock(feedbackId);
    const state = afterCheck(verdict);
    // A person may have been faster than a check that came late.
    if (row?.words_state !== 'checking' || !wordsMayBecome(row.words_state, state)) return;
    await store.setWordsState(feedbackId, state);
    const entry = {
      subjectKind: 'feedback',
      subjectId: feedbackId,
      actorId: SYSTEM,
      actorRole: SYSTEM,
      scopeId: null,
      action: 'words-checked',
      before: row.words_state,
      after: state,
      reason: verdict,
    };
    await writeJournal(tx, [entry], { nextId: () => this.random.id(), at: this.clock.instant() });
  }
}
