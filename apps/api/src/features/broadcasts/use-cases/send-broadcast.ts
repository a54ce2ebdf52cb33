import { Injectable } from '@nestjs/common';
import type { BroadcastAudience, SendBroadcast as Asked } from '@xiaolin/shared-types/broadcasts/schema';
import { Clock } from '../../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { hashBody, once } from '../../../platform/idempotency/request-answers.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { Random } from '../../../platform/random/random.js';
import { type ActingAs, Scope } from '../../organizations/index.js';
import { wayTo } from '../rules/audience.js';
import { afterCheck, type Verdict } from '../rules/broadcast-states.js';
import { BroadcastStore, type RosterLine } from '../store/broadcast.store.js';
import { Broadcasting, CHECK } from './broadcasting.js';

export interface Preview {
  readonly people: number;
  readonly inApp: number;
  readonly byPhone: number;
}

/** Writing to everybody on a roster: how many it would come to, and sending it. */
@Injectable()
export class SendBroadcast {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly scope: Scope,
    private readonly outbox: Outbox,
    private readonly broadcasting: Broadcasting,
  ) {}

  /** @throws Refusal `broadcast.no-such-roster`, `access.out-of-scope`. */
  preview(actorId: string, lineId: string, audience: BroadcastAudience): Promise<Preview> {
    return this.uow.read(async (tx) => {
      await this.#line(tx, actorId, lineId);
      const accounts = await new BroadcastStore(tx).audience(lineId, audience);
      const byPhone = accounts.filter((account) => wayTo(account) === 'phone').length;
      return { people: accounts.length, inApp: accounts.length - byPhone, byPhone };
    });
  }

  /**
   * @returns the id of the notice
   * @throws Refusal `broadcast.no-such-roster`, `broadcast.nobody`, `broadcast.count-changed` with the number of
   * `people`, `broadcast.words-refused` at `body.words`, `access.out-of-scope`, `request.key-reused`.
   */
  async execute(actorId: string, lineId: string, asked: Asked): Promise<string> {
    const { requestKey, ...wanted } = asked;
    const openId = await this.uow.read(async (tx) => {
      await this.#line(tx, actorId, lineId);
      return new BroadcastStore(tx).openIdOf(actorId);
    });
    const verdict = await this.broadcasting.askOrWait(openId, asked.words);
    if (verdict === 'risky')
      throw new Refusal('broadcast.words-refused', {}, [{ path: 'body.words', message: 'other words' }]);
    const request = { actorId, requestKey, bodyHash: hashBody('send-broadcast', { lineId, ...wanted }) };
    return once(this.uow, request, this.clock, (tx) => this.#write(tx, actorId, lineId, asked, verdict));
  }

  async #write(tx: Tx, actorId: string, lineId: string, asked: Asked, verdict: Verdict): Promise<string> {
    const { line, through } = await this.#line(tx, actorId, lineId);
    const store = new BroadcastStore(tx);
    const state = afterCheck(verdict);
    const row = {
      id: this.random.id(),
      line_id: line.id,
      activity_id: line.activity_id,
      organization_id: line.organization_id,
      title: line.title,
      audience: asked.audience,
      words: asked.words,
      state,
      people: asked.people,
      in_app: 0,
      by_phone: 0,
      told_until: 0,
      reason: null,
      author_id: actorId,
      written_at: this.clock.instant(),
      finished_at: null,
    };
    await store.insert(row);
    const people =
      state === 'sending'
        ? (await this.broadcasting.startSending(tx, row)).people
        : (await store.audience(line.id, asked.audience)).length;
    if (people === 0) throw new Refusal('broadcast.nobody');
    // Somebody signed up or left since the preview: the worker decides again, knowing for how many.
    if (people !== asked.people) throw new Refusal('broadcast.count-changed', { people });
    if (state === 'for-person') await this.broadcasting.waitForPerson(tx, row);
    if (state === 'checking') await this.outbox.put(tx, [{ topic: CHECK, payload: { broadcastId: row.id } }]);
    await this.broadcasting.journal(
      tx,
      row,
      { actorId, through },
      {
        action: 'broadcast-written',
        before: null,
        after: state,
        reason: verdict,
      },
    );
    return row.id;
  }

  async #line(tx: Tx, actorId: string, lineId: string): Promise<{ line: RosterLine; through: ActingAs }> {
    const line = await new BroadcastStore(tx).line(lineId);
    if (line === undefined) throw new Refusal('broadcast.no-such-roster');
    return { line, through: await this.scope.require(tx, actorId, line.organization_id) };
  }
}
