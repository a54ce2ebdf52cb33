import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MESSAGE_KINDS } from '@xiaolin/shared-types/inbox/routes';
import * as v from 'valibot';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { OutboxRunner } from '../../../platform/outbox/outbox-runner.js';
import { Random } from '../../../platform/random/random.js';
import { MessageStore } from '../store/message.store.js';
import { DELIVER } from './messages.js';

const Payload = v.object({
  messages: v.array(
    v.object({
      personId: v.string(),
      kind: v.picklist(MESSAGE_KINDS),
      facts: v.record(v.string(), v.union([v.string(), v.number()])),
      eventKey: v.string(),
    }),
  ),
});

/** Puts what was told into the inboxes, in the transaction that marks the outbox event done. */
@Injectable()
export class DeliverMessages implements OnModuleInit {
  constructor(
    private readonly runner: OutboxRunner,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  onModuleInit(): void {
    this.runner.handle(DELIVER, (tx, payload) => this.execute(tx, payload));
  }

  async execute(tx: Tx, payload: unknown): Promise<void> {
    const { messages } = v.parse(Payload, payload);
    await new MessageStore(tx).add(messages, { nextId: () => this.random.id(), at: this.clock.instant() });
  }
}
