import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { type JournalEntry, writeJournal } from '../../../platform/journal/journal.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { Random } from '../../../platform/random/random.js';
import { checkText } from '../../../platform/wechat/text-check.js';
import { WechatClient } from '../../../platform/wechat/wechat-client.js';
import { WechatFailure } from '../../../platform/wechat/wechat-failure.js';
import { Messages } from '../../inbox/index.js';
import type { ActingAs } from '../../organizations/index.js';
import type { Verdict } from '../rules/broadcast-states.js';
import { type BroadcastRow, BroadcastStore } from '../store/broadcast.store.js';

/** Outbox topics: asking the text check again, and telling the next people of the roster. */
export const CHECK = 'broadcasts.check';
export const TELL = 'broadcasts.tell';

/** Who acts: a member of staff through a membership, or the text check by itself. */
type By = { readonly actorId: string; readonly through: ActingAs } | 'text-check';

/** The steps of a notice that several use cases take, each inside the caller's transaction. */
@Injectable()
export class Broadcasting {
  constructor(
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly outbox: Outbox,
    private readonly messages: Messages,
    private readonly wechat: WechatClient,
  ) {}

  /** Asks the text check, outside any transaction. @throws WechatFailure when it cannot be asked now. */
  async ask(openId: string | null, words: string): Promise<Exclude<Verdict, 'away'>> {
    if (!this.wechat.isConfigured || openId === null) return 'uncheckable';
    return checkText(this.wechat, { openId, content: words, scene: 'forum' });
  }

  /** As {@link ask}, but an outage is an answer: the notice waits and nothing of it is lost. */
  async askOrWait(openId: string | null, words: string): Promise<Verdict> {
    try {
      return await this.ask(openId, words);
    } catch (error) {
      if (error instanceof WechatFailure) return 'away';
      throw error;
    }
  }

  /** From here on people are told: keeps who they are, and puts the first of them on their way. */
  async startSending(tx: Tx, row: BroadcastRow): Promise<{ readonly people: number }> {
    const store = new BroadcastStore(tx);
    const people = await store.freeze(row);
    // Everybody may have left while it waited for a person.
    const sent = people === 0;
    await store.set(row.id, {
      state: sent ? 'sent' : 'sending',
      people,
      finished_at: sent ? this.clock.instant() : null,
    });
    if (!sent) await this.outbox.put(tx, [{ topic: TELL, payload: { broadcastId: row.id } }]);
    return { people };
  }

  /** An administrator looks at it: the nearest ones and those above hear of it. */
  async waitForPerson(tx: Tx, row: BroadcastRow): Promise<void> {
    const ids = await new BroadcastStore(tx).administratorsOver(row.organization_id, this.clock.instant());
    await this.messages.tell(
      tx,
      ids.map((personId) => ({
        personId,
        kind: 'broadcast.waiting' as const,
        facts: { title: row.title, broadcastId: row.id },
        eventKey: `broadcast.waiting:${row.id}`,
      })),
    );
  }

  tellAuthor(tx: Tx, row: BroadcastRow, sent: boolean, reason: string | null): Promise<void> {
    return this.messages.tell(tx, [
      {
        personId: row.author_id,
        kind: 'broadcast.decided',
        facts: {
          title: row.title,
          broadcastId: row.id,
          sent: sent ? 1 : 0,
          ...(reason !== null && { reason }),
        },
        eventKey: `broadcast.decided:${row.id}`,
      },
    ]);
  }

  journal(
    tx: Tx,
    row: Pick<BroadcastRow, 'id'>,
    by: By,
    change: Pick<JournalEntry, 'action' | 'before' | 'after' | 'reason'>,
  ) {
    const entry = {
      subjectKind: 'broadcast',
      subjectId: row.id,
      actorId: by === 'text-check' ? 'system' : by.actorId,
      actorRole: by === 'text-check' ? 'system' : by.through.role,
      scopeId: by === 'text-check' ? null : by.through.organizationId,
      ...change,
    };
    return writeJournal(tx, [entry], { nextId: () => this.random.id(), at: this.clock.instant() });
  }
}
