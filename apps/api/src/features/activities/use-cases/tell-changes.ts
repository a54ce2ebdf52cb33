import { Injectable } from '@nestjs/common';
import type { ActivityDraft } from '@xiaolin/shared-types/activities/schema';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { Messages } from '../../inbox/index.js';
import { type LineRow, Lines } from '../../signups/index.js';
import { isMoved, type RunPlan } from '../rules/plan-runs.js';
import type { ActivityRow } from '../store/activity.store.js';
import { PlaceHolderStore } from '../store/place-holder.store.js';

/** An activity before and after a change. */
export interface PublishedChange {
  readonly row: ActivityRow;
  readonly draft: ActivityDraft;
  readonly plan: RunPlan;
  /** Its lines as they were, without those that are gone. */
  readonly lines: readonly LineRow[];
}

/**
 * Tells everyone who holds a place that its time or place moved, each person once for each change, and lets them
 * leave freely.
 */
@Injectable()
export class TellChanges {
  constructor(
    private readonly messages: Messages,
    private readonly clock: Clock,
    private readonly runs: Lines,
  ) {}

  async execute(tx: Tx, change: PublishedChange): Promise<void> {
    const { row, draft } = change;
    const starts = this.#affected(change);
    if (starts.size === 0) return;
    await this.runs.markMoved(tx, [...starts.keys()]);
    const soonest = await this.#whom(tx, starts);
    await this.messages.tell(
      tx,
      [...soonest].map(([personId, startsAt]) => ({
        personId,
        kind: 'activity.changed',
        facts: { activityId: row.id, title: draft.title, startsAt, placeName: draft.placeName },
        eventKey: `activity.changed:${row.id}:${row.version + 1}`,
      })),
    );
  }

  /** Whom {@link execute} would tell, and why; nothing is written. */
  async preview(tx: Tx, change: PublishedChange): Promise<{ told: number; moves: ('time' | 'place')[] }> {
    const { size: told } = await this.#whom(tx, this.#affected(change));
    if (told === 0) return { told, moves: [] };
    const moves: ('time' | 'place')[] = [];
    if (change.plan.changed.some(isMoved)) moves.push('time');
    if (isElsewhere(change)) moves.push('place');
    return { told, moves };
  }

  /** Everybody who holds a place in one of these lines, with when the soonest of theirs starts. */
  async #whom(tx: Tx, starts: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> {
    const holders = await new PlaceHolderStore(tx).confirmedIn([...starts.keys()]);
    const soonest = new Map<string, string>();
    for (const { person_id, line_id } of holders) {
      const startsAt = starts.get(line_id) ?? '';
      const known = soonest.get(person_id);
      if (known === undefined || startsAt < known) soonest.set(person_id, startsAt);
    }
    return soonest;
  }

  /** The lines that people must hear of, with when they start now. */
  #affected(change: PublishedChange): ReadonlyMap<string, string> {
    const { plan, lines } = change;
    const moved = new Map(
      plan.changed.filter(isMoved).map(({ id, was, change }) => [id, change.startsAt ?? was.startsAt]),
    );
    if (!isElsewhere(change)) return moved;
    const now = this.clock.instant();
    const coming = lines.filter(({ ends_at }) => ends_at > now);
    return new Map(coming.map(({ id, starts_at }) => [id, moved.get(id) ?? starts_at]));
  }
}

const isElsewhere = ({ row, draft }: PublishedChange): boolean =>
  draft.placeName !== row.place_name || draft.placeDetail !== row.place_detail;
