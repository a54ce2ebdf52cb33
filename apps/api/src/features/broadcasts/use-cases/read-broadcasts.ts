import { Injectable } from '@nestjs/common';
import type { Role } from '@xiaolin/shared-types/contract/access';
import { Clock } from '../../../platform/clock/clock.js';
import { cutPage } from '../../../platform/db/cursor.js';
import { type Tx, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { PageRequest } from '../../../platform/http/page-request.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { Scope } from '../../organizations/index.js';
import { waitsForPerson } from '../rules/broadcast-states.js';
import { BroadcastStore, type BroadcastWithAuthor } from '../store/broadcast.store.js';

/** Roles that decide about words which the text check left to a person. */
export const DECIDERS = ['administrator'] as const satisfies readonly Role[];

export interface SeenBroadcast {
  readonly row: BroadcastWithAuthor;
  readonly mayDecide: boolean;
}

/** What staff see of notices. */
@Injectable()
export class ReadBroadcasts {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly scope: Scope,
  ) {}

  /** @throws Refusal `broadcast.unknown`, `access.out-of-scope`. */
  one(actorId: string, broadcastId: string): Promise<SeenBroadcast> {
    return this.uow.read(async (tx) =>
      this.#seen(tx, actorId, await this.#inScope(tx, actorId, broadcastId)),
    );
  }

  /** @throws Refusal `broadcast.no-such-roster`, `access.out-of-scope`. */
  ofLine(actorId: string, lineId: string, page: PageRequest) {
    return this.uow.read(async (tx) => {
      const store = new BroadcastStore(tx);
      const line = await store.line(lineId);
      if (line === undefined) throw new Refusal('broadcast.no-such-roster');
      await this.scope.require(tx, actorId, line.organization_id);
      const cut = cutPage(await store.ofLine(lineId, page), page.limit, (row) => [row.written_at, row.id]);
      const rows = [];
      for (const row of cut.rows) rows.push(await this.#seen(tx, actorId, row));
      return { rows, nextCursor: cut.nextCursor };
    });
  }

  /** @throws Refusal `broadcast.unknown`, `access.out-of-scope`. */
  unreached(actorId: string, broadcastId: string, page: PageRequest) {
    return this.uow.read(async (tx) => {
      await this.#inScope(tx, actorId, broadcastId);
      const rows = await new BroadcastStore(tx).unreached(broadcastId, page);
      return cutPage(rows, page.limit, ({ position }) => [position]);
    });
  }

  async #inScope(tx: Tx, actorId: string, broadcastId: string): Promise<BroadcastWithAuthor> {
    const row = await new BroadcastStore(tx).find(broadcastId);
    if (row === undefined) throw new Refusal('broadcast.unknown');
    await this.scope.require(tx, actorId, row.organization_id);
    return row;
  }

  async #seen(tx: Tx, actorId: string, row: BroadcastWithAuthor): Promise<SeenBroadcast> {
    const waits = waitsForPerson(row.state, new Date(row.written_at), this.clock.now());
    const mayDecide =
      waits && (await this.scope.reached(tx, actorId, DECIDERS)).includes(row.organization_id);
    return { row, mayDecide };
  }
}
