import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DRAW_OUTCOMES } from '@xiaolin/shared-types/lottery/draw';
import * as v from 'valibot';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { OutboxRunner } from '../../../platform/outbox/outbox-runner.js';
import { Random } from '../../../platform/random/random.js';
import { Messages } from '../../inbox/index.js';
import { LineStore } from '../store/line.store.js';
import { SignupStore } from '../store/signup.store.js';
import { DRAWN } from './draws.js';
import { SYSTEM } from './offers.js';

const Payload = v.object({
  lineId: v.string(),
  at: v.string(),
  drawn: v.array(
    v.object({
      signupId: v.string(),
      personId: v.string(),
      outcome: v.picklist(DRAW_OUTCOMES),
      position: v.number(),
      ahead: v.number(),
    }),
  ),
});

/** After a draw: an event for each place and a message for each owner, once, in the transaction of the outbox. */
@Injectable()
export class TellDrawn implements OnModuleInit {
  constructor(
    private readonly runner: OutboxRunner,
    private readonly random: Random,
    private readonly messages: Messages,
  ) {}

  onModuleInit(): void {
    this.runner.handle(DRAWN, (tx, payload) => this.execute(tx, payload));
  }

  async execute(tx: Tx, payload: unknown): Promise<void> {
    const { lineId, at, drawn } = v.parse(Payload, payload);
    const line = await new LineStore(tx).find(lineId);
    if (line === undefined) throw new Error('a draw of a line that is gone');
    await new SignupStore(tx).appendEvents(
      drawn.map(({ signupId, outcome, position }) => ({
        id: this.random.id(),
        signup_id: signupId,
        line_id: lineId,
        actor_id: SYSTEM,
        action: 'drawn',
        before_status: 'in-draw',
        after_status: outcome,
        position,
        reason: null,
        at,
      })),
    );
    await this.messages.tell(
      tx,
      drawn.map(({ signupId, personId, outcome, ahead }) => ({
        personId,
        kind: 'signup.drawn',
        facts: {
          title: line.title,
          startsAt: line.starts_at,
          lineId,
          kind: line.kind,
          signupId,
          status: outcome,
          ahead,
        },
        eventKey: `drawn:${lineId}`,
      })),
    );
  }
}
