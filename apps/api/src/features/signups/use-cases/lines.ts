import { Injectable } from '@nestjs/common';
import type { LineKind } from '@xiaolin/shared-types/signups/schema';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { Random } from '../../../platform/random/random.js';
import { Messages } from '../../inbox/index.js';
import { stateOf } from '../store/line-state.js';
import { type LineRow, LineStore } from '../store/line.store.js';
import { type SignupRow, SignupStore } from '../store/signup.store.js';
import { Promote } from './promote.js';

interface NewLine {
  readonly id: string;
  readonly kind: LineKind;
  readonly activityId: string;
  readonly organizationId: string;
  readonly title: string;
  readonly published: boolean;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly capacity: number;
  readonly waitlistLimit: number;
}

export type LineChange = Partial<Omit<NewLine, 'id' | 'kind' | 'activityId'>>;

const COLUMN_OF = {
  organizationId: 'organization_id',
  title: 'title',
  published: 'published',
  startsAt: 'starts_at',
  endsAt: 'ends_at',
  opensAt: 'opens_at',
  closesAt: 'closes_at',
  capacity: 'capacity',
  waitlistLimit: 'waitlist_limit',
} as const satisfies Record<keyof LineChange, string>;

/** What the owners of occurrences and shifts do to their lines, each in the owner's transaction. */
@Injectable()
export class Lines {
  constructor(
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly promote: Promote,
    private readonly messages: Messages,
  ) {}

  open(tx: Tx, lines: readonly NewLine[]): Promise<void> {
    return new LineStore(tx).insert(
      lines.map((line) => ({
        id: line.id,
        kind: line.kind,
        activity_id: line.activityId,
        organization_id: line.organizationId,
        title: line.title,
        published: line.published,
        called_off: false,
        starts_at: line.startsAt,
        ends_at: line.endsAt,
        opens_at: line.opensAt,
        closes_at: line.closesAt,
        capacity: line.capacity,
        waitlist_limit: line.waitlistLimit,
        taken: 0,
        waiting: 0,
        next_position: 1,
      })),
    );
  }

  find(tx: Tx, lineId: string): Promise<LineRow | undefined> {
    return new LineStore(tx).find(lineId);
  }

  ofActivity(tx: Tx, activityId: string, kind?: LineKind): Promise<LineRow[]> {
    return new LineStore(tx).ofActivity(activityId, kind);
  }

  /**
   * Changes a line under its lock; seats that are added go to those who wait.
   *
   * @throws Refusal `activity.capacity-below-taken` with `taken`, when fewer seats are asked for than are held.
   */
  async change(
    tx: Tx,
    lineId: string,
    change: LineChange,
    actor: { readonly personId: string },
  ): Promise<void> {
    const store = new LineStore(tx);
    const row = await store.lock(lineId);
    if (row === undefined) throw new Refusal('occurrence.unknown');
    if (change.capacity !== undefined && change.capacity < row.taken)
      throw new Refusal('activity.capacity-below-taken', { taken: row.taken, capacity: change.capacity });
    const set = Object.fromEntries(
      Object.entries(change).map(([field, value]) => [COLUMN_OF[field as keyof LineChange], value]),
    );
    if (Object.keys(set).length === 0) return;
    await store.update(lineId, set);
    const changed = (await store.find(lineId)) as LineRow;
    const { line, promoted } = await this.promote.execute(tx, changed, stateOf(changed), actor.personId);
    if (promoted.length > 0) await store.saveCounters(lineId, line);
  }

  async publish(tx: Tx, activityId: string): Promise<void> {
    const store = new LineStore(tx);
    for (const row of await store.lockActivity(activityId)) await store.update(row.id, { published: true });
  }

  /** Takes back lines that were never published. */
  remove(tx: Tx, lineIds: readonly string[]): Promise<void> {
    return new LineStore(tx).remove(lineIds);
  }

  /**
   * Calls off every line of an activity: each place is freed and each of its holders told once.
   *
   * @returns how many people are told
   */
  async callOff(
    tx: Tx,
    activityId: string,
    by: { readonly personId: string; readonly reason: string },
  ): Promise<number> {
    const lines = new LineStore(tx);
    const rows = await lines.lockActivity(activityId);
    const signups = new SignupStore(tx);
    const live = await signups.live(rows.map(({ id }) => id));
    const at = this.clock.instant();
    for (const row of rows) {
      await lines.update(row.id, { called_off: true });
      await lines.saveCounters(row.id, { taken: 0, waiting: 0, nextPosition: row.next_position });
    }
    await signups.cancel(
      live.map(({ id }) => id),
      'cancelled-by-organiser',
      at,
      by.reason,
    );
    await signups.appendEvents(live.map((signup) => this.#calledOff(signup, by, at)));
    await this.messages.tell(tx, tidings(rows, live, by.reason));
    return new Set(live.map(({ person_id }) => person_id)).size;
  }

  #calledOff(signup: SignupRow, by: { personId: string; reason: string }, at: string) {
    return {
      id: this.random.id(),
      signup_id: signup.id,
      line_id: signup.line_id,
      actor_id: by.personId,
      action: 'called-off' as const,
      before_status: signup.status,
      after_status: 'cancelled-by-organiser' as const,
      position: signup.position,
      reason: by.reason,
      at,
    };
  }
}

/** One message for each place that was held. */
function tidings(rows: readonly LineRow[], live: readonly SignupRow[], reason: string) {
  const lines = new Map(rows.map((row) => [row.id, row]));
  return live.flatMap((signup) => {
    const line = lines.get(signup.line_id);
    if (line === undefined) return [];
    return {
      personId: signup.person_id,
      kind: 'signup.called-off' as const,
      facts: { title: line.title, startsAt: line.starts_at, reason, kind: line.kind },
      eventKey: `called-off:${line.id}`,
    };
  });
}
