import { Injectable } from '@nestjs/common';
import type { ActivityStatus } from '@xiaolin/shared-types/activities/schema';
import type { FieldProblem } from '@xiaolin/shared-types/contract/problem';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { writeJournal } from '../../../platform/journal/journal.js';
import { Random } from '../../../platform/random/random.js';
import { type ActingAs, Scope } from '../../organizations/index.js';
import { type LineRow, Lines } from '../../signups/index.js';
import { missingToPublish } from '../rules/publishable.js';
import { standingOf } from '../rules/standing.js';
import { type ActivityAction, transition } from '../rules/transitions.js';
import { type ActivityRow, ActivityStore, type NamedActivityRow } from '../store/activity.store.js';
import { draftOf } from './activity-columns.js';

/** An activity under its lock, with the membership through which the caller may touch it. */
export interface HeldActivity {
  readonly row: ActivityRow;
  readonly lines: readonly LineRow[];
  readonly standing: ActivityStatus;
  readonly through: ActingAs;
}

/** An activity as its staff sees it. */
export interface StaffActivity {
  readonly activity: NamedActivityRow;
  readonly standing: ActivityStatus;
  readonly occurrences: readonly LineRow[];
  /** The line of all of them together; null where they are taken date by date. */
  readonly course: LineRow | null;
  /** What stops it from being published; empty where that is not the next step. */
  readonly missing: readonly FieldProblem[];
}

/** What every staff verb on an activity begins with (lock, scope) and ends with (journal, view). */
@Injectable()
export class StaffActivities {
  constructor(
    private readonly scope: Scope,
    private readonly lines: Lines,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  /**
   * Locks the activity and checks that the caller may touch it.
   *
   * @throws Refusal `activity.unknown` or `access.out-of-scope`.
   */
  async hold(tx: Tx, personId: string, activityId: string): Promise<HeldActivity> {
    const row = await new ActivityStore(tx).lock(activityId);
    if (row === undefined) throw new Refusal('activity.unknown');
    const through = await this.scope.require(tx, personId, row.organization_id);
    const lines = await this.lines.ofActivity(tx, activityId);
    return { row, lines, through, standing: standingOf(row.status, lastEndOf(lines), this.clock.now()) };
  }

  /**
   * The activity with its draft, in the same transaction as whatever changed it.
   *
   * @throws Refusal `activity.unknown`.
   */
  async view(tx: Tx, activityId: string): Promise<StaffActivity> {
    const activity = await new ActivityStore(tx).find(activityId);
    if (activity === undefined) throw new Refusal('activity.unknown');
    const lines = await this.lines.ofActivity(tx, activityId);
    const occurrences = lines.filter(({ kind }) => kind === 'occurrence');
    const now = this.clock.now();
    const mayBePublished = transition('publish', activity.status) !== null;
    return {
      activity,
      occurrences,
      course: lines.find(({ kind }) => kind === 'course') ?? null,
      standing: standingOf(activity.status, lastEndOf(lines), now),
      missing: mayBePublished ? missingToPublish(draftOf(activity, occurrences), now) : [],
    };
  }

  /** Appends to the trail who did what through which membership. */
  async note(
    tx: Tx,
    entry: {
      readonly activityId: string;
      readonly personId: string;
      readonly through: ActingAs;
      readonly action: ActivityAction | 'create' | 'change' | 'call-off';
      readonly before: ActivityStatus | null;
      readonly after: ActivityStatus;
      readonly reason?: string;
    },
  ): Promise<void> {
    await writeJournal(
      tx,
      [
        {
          subjectKind: 'activity',
          subjectId: entry.activityId,
          actorId: entry.personId,
          actorRole: entry.through.role,
          scopeId: entry.through.organizationId,
          action: entry.action,
          before: entry.before,
          after: entry.after,
          reason: entry.reason ?? null,
        },
      ],
      { nextId: () => this.random.id(), at: this.clock.instant() },
    );
  }
}

/** When everything of an activity is over; null when nothing is planned. */
export const lastEndOf = (lines: readonly LineRow[]): string | null =>
  lines.reduce<string | null>(
    (last, { ends_at }) => (last === null || ends_at > last ? ends_at : last),
    null,
  );

/**
 * The state that an action leads to.
 *
 * @throws Refusal `activity.wrong-state` with the `status` that forbids it.
 */
export function nextState(action: ActivityAction, standing: ActivityStatus): ActivityStatus {
  const next = transition(action, standing);
  if (next === null) throw new Refusal('activity.wrong-state', { status: standing });
  return next;
}
