import { Injectable } from '@nestjs/common';
import type { DecideBroadcast as Asked } from '@xiaolin/shared-types/broadcasts/schema';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { hashBody, once } from '../../../platform/idempotency/request-answers.js';
import { Scope } from '../../organizations/index.js';
import { broadcastMayBecome, waitsForPerson } from '../rules/broadcast-states.js';
import { BroadcastStore } from '../store/broadcast.store.js';
import { Broadcasting } from './broadcasting.js';
import { DECIDERS } from './read-broadcasts.js';

/** A person looks at words that the text check left open. */
@Injectable()
export class DecideBroadcast {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly scope: Scope,
    private readonly broadcasting: Broadcasting,
  ) {}

  /** @throws Refusal `broadcast.unknown`, `broadcast.not-waiting`, `access.out-of-scope`, `request.key-reused`. */
  execute(actorId: string, broadcastId: string, { requestKey, ...asked }: Asked): Promise<string> {
    const request = {
      actorId,
      requestKey,
      bodyHash: hashBody('decide-broadcast', { broadcastId, ...asked }),
    };
    return once(this.uow, request, this.clock, async (tx) => {
      const store = new BroadcastStore(tx);
      const row = await store.lock(broadcastId);
      if (row === undefined) throw new Refusal('broadcast.unknown');
      const through = await this.scope.require(tx, actorId, row.organization_id, DECIDERS);
      const state = asked.decision === 'send' ? 'sending' : 'refused';
      const waits = waitsForPerson(row.state, new Date(row.written_at), this.clock.now());
      if (!waits || !broadcastMayBecome(row.state, state)) throw new Refusal('broadcast.not-waiting');
      const reason = asked.reason || null;
      if (state === 'sending') await this.broadcasting.startSending(tx, row);
      else await store.set(broadcastId, { state, reason });
      if (row.author_id !== actorId) await this.broadcasting.tellAuthor(tx, row, state === 'sending', reason);
      await this.broadcasting.journal(
        tx,
        row,
        { actorId, through },
        {
          action: 'broadcast-decided',
          before: row.state,
          after: state,
          reason,
        },
      );
      return broadcastId;
    });
  }
}
