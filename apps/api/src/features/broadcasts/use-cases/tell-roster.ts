import { Injectable, type OnModuleInit } from '@nestjs/common';
import * as v from 'valibot';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { OutboxRunner } from '../../../platform/outbox/outbox-runner.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { Messages } from '../../inbox/index.js';
import { wayTo } from '../rules/audience.js';
import { BroadcastStore } from '../store/broadcast.store.js';
import { TELL } from './broadcasting.js';

const Payload = v.object({ broadcastId: v.string() });

/** People told in one transaction: short enough that nobody waits for it, long enough for 5,000 in ten of them. */
const AT_ONCE = 500;

/**
 * Tells the next people of a roster. How far it has come, their messages and the event for those after them are one
 * transaction, so that a process that dies in it has told nobody, and the next one goes on where it was.
 */
@Injectable()
export class TellRoster implements OnModuleInit {
  constructor(
    private readonly runner: OutboxRunner,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly messages: Messages,
  ) {}

  onModuleInit(): void {
    this.runner.handle(TELL, (tx, payload) => this.execute(tx, v.parse(Payload, payload).broadcastId));
  }

  async execute(tx: Tx, broadcastId: string): Promise<void> {
    const store = new BroadcastStore(tx);
    const row = await store.lock(broadcastId);
    if (row?.state !== 'sending') return;
    const next = await store.next(broadcastId, row.told_until, AT_ONCE);
    const reached = next.filter((each) => wayTo(each) === 'inbox');
    const toCall = next.filter((each) => wayTo(each) === 'phone');
    await this.messages.tell(
      tx,
      reached.map(({ person_id: personId, signup_id: signupId }) => ({
        personId,
        kind: 'broadcast.words',
        facts: { title: row.title, words: row.words, lineId: row.line_id, signupId },
        eventKey: `broadcast:${broadcastId}`,
      })),
    );
    await store.keepWay(
      broadcastId,
      'inbox',
      reached.map(({ position }) => position),
    );
    await store.keepWay(
      broadcastId,
      'phone',
      toCall.map(({ position }) => position),
    );
    const over = next.length < AT_ONCE;
    await store.set(broadcastId, {
      in_app: row.in_app + reached.length,
      by_phone: row.by_phone + toCall.length,
      told_until: next.at(-1)?.position ?? row.told_until,
      ...(over && { state: 'sent', finished_at: this.clock.instant() }),
    });
    if (!over) await this.outbox.put(tx, [{ topic: TELL, payload: { broadcastId } }]);
  }
}
