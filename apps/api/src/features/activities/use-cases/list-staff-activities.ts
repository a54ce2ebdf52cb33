import { Injectable } from '@nestjs/common';
import type { ActivityStatus } from '@xiaolin/shared-types/activities/schema';
import { Clock } from '../../../platform/clock/clock.js';
import { cutPage } from '../../../platform/db/cursor.js';
import { type Tx, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { PageRequest } from '../../../platform/http/page-request.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { Scope, subtreeOf } from '../../organizations/index.js';
import { standingOf } from '../rules/standing.js';
import { type NextOccurrenceRow, type StaffActivityRow, StaffListStore } from '../store/staff-list.store.js';

export interface StaffListItem {
  readonly activity: StaffActivityRow;
  readonly standing: ActivityStatus;
  readonly next: NextOccurrenceRow | null;
  readonly occurrences: number;
}

@Injectable()
export class ListStaffActivities {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly scope: Scope,
  ) {}

  /** Activities that the caller's memberships reach, last changed first. @throws Refusal `access.out-of-scope`. */
  execute(
    personId: string,
    query: { readonly status?: ActivityStatus | undefined; readonly organizationId?: string | undefined },
    { limit, after }: PageRequest,
  ): Promise<{ readonly items: readonly StaffListItem[]; readonly nextCursor: string | null }> {
    return this.uow.read(async (tx) => {
      const organizationIds = await this.#organizations(tx, personId, query.organizationId);
      const now = this.clock.now();
      const at = now.toISOString();
      const store = new StaffListStore(tx);
      const filter = { organizationIds, status: query.status ?? null, now: at };
      const { rows, nextCursor } = cutPage(await store.page(filter, limit + 1, after), limit, (last) => [
        last.updated_at,
        last.id,
      ]);
      const ids = rows.map(({ id }) => id);
      const counts = new Map(
        (await store.countOccurrences(ids)).map((row) => [row.activity_id, Number(row.occurrences)]),
      );
      const next = new Map((await store.nextOccurrences(ids, at)).map((row) => [row.activity_id, row]));
      const items = rows.map((activity) => ({
        activity,
        standing: standingOf(activity.status, activity.last_ends_at, now),
        next: next.get(activity.id) ?? null,
        occurrences: counts.get(activity.id) ?? 0,
      }));
      return { items, nextCursor };
    });
  }

  async #organizations(
    tx: Tx,
    personId: string,
    organizationId: string | undefined,
  ): Promise<readonly string[]> {
    const reached = await this.scope.reached(tx, personId);
    if (organizationId === undefined) return reached;
    // An organization that does not exist is out of scope like any other.
    if (!reached.includes(organizationId)) throw new Refusal('access.out-of-scope');
    return subtreeOf(tx, organizationId);
  }
}
