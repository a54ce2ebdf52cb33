import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { inBatches, type NewMessage } from '../rules/batches.js';
import { MessageStore } from '../store/message.store.js';

/** The outbox topic that carries messages. */
export const DELIVER = 'inbox.deliver';

/** What other features use to tell people something. */
@Injectable()
export class Messages {
  constructor(private readonly outbox: Outbox) {}

  /**
   * Tells people, if the caller's transaction commits: it writes outbox events, and each person finds the message
   * in the inbox once, within a second or so. Telling the same event again changes nothing.
   */
  async tell(tx: Tx, messages: readonly NewMessage[]): Promise<void> {
    await this.outbox.put(
      tx,
      inBatches(messages).map((batch) => ({ topic: DELIVER, payload: { messages: batch } })),
    );
  }

  /** How many messages this person has not read. */
  unreadOf(tx: Tx, personId: string): Promise<number> {
    return new MessageStore(tx).unread(personId);
  }
}
