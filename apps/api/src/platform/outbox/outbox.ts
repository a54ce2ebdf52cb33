import type { Clock } from '../clock/clock.js';
import { insertRows } from '../db/rows.js';
import type { Tx } from '../db/unit-of-work.js';
import type { Random } from '../random/random.js';

/** Something that must happen because of a transaction, and only if it commits. */
export interface OutboxEvent {
  readonly topic: string;
  readonly payload: unknown;
}

/** Writes events in the transaction that causes them; {@link OutboxRunner} hands them to their handlers afterwards. */
export class Outbox {
  constructor(
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  async put(tx: Tx, events: readonly OutboxEvent[]): Promise<void> {
    const now = this.clock.instant();
    await insertRows(
      tx,
      'outbox',
      events.map(({ topic, payload }) => ({
        id: this.random.id(),
        topic,
        payload: JSON.stringify(payload),
        created_at: now,
        due_at: now,
        attempts: 0,
      })),
    );
  }
}
