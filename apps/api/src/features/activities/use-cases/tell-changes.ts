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
    const { row, draft, lines } = change;
    await this.#tellAdded(tx, change);
    const starts = this.#affected(change);
    if (starts.size === 0) return;
    const courses = lines.filter(({ kind }) => kind === 'course').map(({ id }) => id);
    await this.runs.markMoved(tx, [...starts.keys(), ...courses]);
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

  /** Whom {@link execute} would tell, each once, and why; nothing is written. */
  async preview(
    tx: Tx,
    change: PublishedChange,
  ): Promise<{ told: number; moves: ('time' | 'place' | 'added')[] }> {
    const moved = await this.#whom(tx, this.#affected(change));
    const added = addedDates(change);
    const inCourse = added === null ? [] : await new PlaceHolderStore(tx).confirmedIn([added.courseId]);
    const moves: ('time' | 'place' | 'added')[] = [];
    if (moved.size > 0 && change.plan.changed.some(isMoved)) moves.push('time');
    if (moved.size > 0 && isElsewhere(change)) moves.push('place');
    if (inCourse.length > 0) moves.push('added');
    return { told: new Set([...moved.keys(), ...inCourse.map((each) => each.person_id)]).size, moves };
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

  /** Whoever has a place in a course has one in a date that is added, and must hear of it. */
  async #tellAdded(tx: Tx, change: PublishedChange): Promise<void> {
    const { row, draft, plan } = change;
    const added = addedDates(change);
    if (added === null) return;
    const holders = await new PlaceHolderStore(tx).confirmedIn([added.courseId]);
    await this.messages.tell(
      tx,
      holders.map(({ person_id }) => ({
        personId: person_id,
        kind: 'course.date-added',
        facts: {
          activityId: row.id,
          title: draft.title,
          startsAt: added.soonest,
          count: plan.added.length,
        },
        eventKey: `course.date-added:${row.id}:${row.version + 1}`,
      })),
    );
  }

  /** The lines that people must hear of, with when they start now. */
  #affected(change: PublishedChange): ReadonlyMap<string, string> {
    const { plan, lines } = change;
    const moved = new Map(
      plan.changed.filter(isMoved).map(({ id, was, change }) => [id, change.startsAt ?? was.startsAt]),
    );
    if (!isElsewhere(change)) return moved;
    const now = this.clock.instant();
    const coming = lines.filter(({ kind, ends_at }) => kind !== 'course' && ends_at > now);
    return new Map(coming.map(({ id, starts_at }) => [id, moved.get(id) ?? starts_at]));
  }
}

const isElsewhere = ({ row, draft }: PublishedChange): boolean =>
  draft.placeName !== row.place_name || draft.placeDetail !== row.place_detail;

/** The course that gets dates added, and the first of them. */
function addedDates({ plan, lines }: PublishedChange): { courseId: string; soonest: string } | null {
  const course = lines.find(({ kind }) => kind === 'course');
  const [soonest] = plan.added.map(({ run }) => run.startsAt).sort();
  return course === undefined || soonest === undefined ? null : { courseId: course.id, soonest };
}
