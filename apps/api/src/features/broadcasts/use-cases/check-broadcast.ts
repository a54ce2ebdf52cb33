import { Injectable, type OnModuleInit } from '@nestjs/common';
import * as v from 'valibot';
import { type Tx, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { OutboxRunner } from '../../../platform/outbox/outbox-runner.js';
import { afterCheck, broadcastMayBecome, type Verdict } from '../rules/broadcast-states.js';
import { BroadcastStore } from '../store/broadcast.store.js';
import { Broadcasting, CHECK } from './broadcasting.js';

const Payload = v.object({ broadcastId: v.string() });

/** Asks the text check about a notice for which it was away; the outbox tries again until it answers or gives up. */
@Injectable()
export class CheckBroadcast implements OnModuleInit {
  constructor(
    private readonly runner: OutboxRunner,
    private readonly uow: UnitOfWork,
    private readonly broadcasting: Broadcasting,
  ) {}

  onModuleInit(): void {
    this.runner.handlePrepared(CHECK, (payload) => this.prepare(v.parse(Payload, payload).broadcastId));
  }

  /** @throws WechatFailure when WeChat cannot be asked now. */
  async prepare(broadcastId: string): Promise<(tx: Tx) => Promise<void>> {
    const found = await this.uow.read(async (tx) => {
      const store = new BroadcastStore(tx);
      const row = await store.find(broadcastId);
      return row && { row, openId: await store.openIdOf(row.author_id) };
    });
    if (found?.row.state !== 'checking') return () => Promise.resolve();
    const verdict = await this.broadcasting.ask(found.openId, found.row.words);
    return (tx) => this.#keep(tx, broadcastId, verdict);
  }

  async #keep(tx: Tx, broadcastId: string, verdict: Verdict): Promise<void> {
    const store = new BroadcastStore(tx);
    const row = await store.lock(broadcastId);
    const state = afterCheck(verdict);
    // A person may have been faster than a check that came late.
    if (row?.state !== 'checking' || !broadcastMayBecome(row.state, state)) return;
    if (state === 'sending') await this.broadcasting.startSending(tx, row);
    else await store.set(broadcastId, { state });
    if (state === 'for-person') await this.broadcasting.waitForPerson(tx, row);
    else await this.broadcasting.tellAuthor(tx, row, state === 'sending', null);
    await this.broadcasting.journal(tx, row, 'text-check', {
      action: 'broadcast-checked',
      before: row.state,
      after: state,
      reason: verdict,
    });
  }
}
