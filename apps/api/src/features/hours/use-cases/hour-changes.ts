import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { OutboxRunner } from '../../../platform/outbox/outbox-runner.js';

/** The outbox topic under which it is told that records count for something else than before. */
const HOURS_CHANGED = 'hours.changed';

/** Does what follows from changed records, in the transaction that marks the event as done. */
export type HourListener = (tx: Tx, recordIds: readonly string[]) => Promise<void>;

/** Tells whoever listens which records were confirmed, amended, voided or added, once and only if it was committed. */
@Injectable()
export class HourChanges implements OnModuleInit {
  readonly #listeners: HourListener[] = [];

  constructor(
    private readonly outbox: Outbox,
    private readonly runner: OutboxRunner,
  ) {}

  onModuleInit(): void {
    this.runner.handle(HOURS_CHANGED, async (tx, payload) => {
      const { recordIds } = payload as { recordIds: readonly string[] };
      for (const listener of this.#listeners) await listener(tx, recordIds);
    });
  }

  /** For other features, at the start. */
  listen(listener: HourListener): void {
    this.#listeners.push(listener);
  }

  async put(tx: Tx, recordIds: readonly string[]): Promise<void> {
    if (recordIds.length > 0) await this.outbox.put(tx, [{ topic: HOURS_CHANGED, payload: { recordIds } }]);
  }
}
