import { Injectable } from '@nestjs/common';
import type { CourseDraft, OccurrenceDraft } from '@xiaolin/shared-types/activities/schema';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { Random } from '../../../platform/random/random.js';
import { type LineChange, type LineRow, Lines } from '../../signups/index.js';
import { type CourseChange, spanOf } from '../rules/plan-course.js';
import type { ChangedRun, RunPlan } from '../rules/plan-runs.js';
import { PlaceHolderStore } from '../store/place-holder.store.js';

/** What the lines repeat of their activity. */
export interface LineOwner {
  readonly activityId: string;
  readonly organizationId: string;
  readonly title: string;
  readonly published: boolean;
  /** Where the dates are taken as a whole: the id of their course, which is the activity's. */
  readonly courseId?: string | null;
}

/** By occurrence: the token with which the worker agreed to whom fewer seats touch. */
export type Agreed = ReadonlyMap<string, string>;

/** Says which field of the draft asks for too few seats. */
function naming(error: unknown, path: string): unknown {
  if (!(error instanceof Refusal) || error.code !== 'activity.capacity-below-taken') return error;
  return new Refusal(error.code, error.facts, [{ path, message: '名额不能少于已有人数' }]);
}

/** Carries a plan of occurrences out through the door of the lines. */
@Injectable()
export class ApplyRuns {
  constructor(
    private readonly lines: Lines,
    private readonly random: Random,
  ) {}

  /** Opens the lines of new occurrences. */
  open(tx: Tx, owner: LineOwner, runs: readonly OccurrenceDraft[]): Promise<void> {
    return this.lines.open(
      tx,
      runs.map((run) => ({
        id: this.random.id(),
        kind: 'occurrence',
        activityId: owner.activityId,
        organizationId: owner.organizationId,
        title: owner.title,
        published: owner.published,
        startsAt: run.startsAt,
        endsAt: run.endsAt,
        opensAt: run.opensAt,
        closesAt: run.closesAt,
        capacity: run.capacity,
        waitlistLimit: run.waitlistLimit,
        terms: run.terms,
        courseId: owner.courseId,
      })),
    );
  }

  /** Opens the line of a course; its dates name it. */
  openCourse(tx: Tx, owner: LineOwner, course: CourseDraft, runs: readonly OccurrenceDraft[]): Promise<void> {
    return this.lines.open(tx, [
      {
        id: owner.activityId,
        kind: 'course',
        activityId: owner.activityId,
        organizationId: owner.organizationId,
        title: owner.title,
        published: owner.published,
        ...spanOf(runs, course),
        opensAt: course.opensAt,
        closesAt: course.closesAt,
        capacity: course.capacity,
        waitlistLimit: course.waitlistLimit,
        terms: course.terms,
      },
    ]);
  }

  /** @throws Refusal `activity.capacity-below-taken`, or `activity.wrong-state` when a run with signups would go. */
  async execute(
    tx: Tx,
    owner: LineOwner,
    plan: RunPlan,
    personId: string,
    agreed: Agreed = new Map(),
  ): Promise<void> {
    await this.#remove(
      tx,
      plan.removed.map(({ id }) => id),
      personId,
    );
    for (const changed of plan.changed) await this.#change(tx, changed, personId, agreed);
    await this.open(
      tx,
      owner,
      plan.added.map(({ run }) => run),
    );
  }

  /** Title and organization are repeated in every line of the activity, those of its shifts included. */
  async rename(
    tx: Tx,
    lines: readonly LineRow[],
    was: string,
    owner: LineOwner,
    personId: string,
  ): Promise<void> {
    for (const line of lines) {
      const change: LineChange = {
        ...(was !== owner.title &&
          line.title.startsWith(was) && { title: owner.title + line.title.slice(was.length) }),
        ...(line.organization_id !== owner.organizationId && { organizationId: owner.organizationId }),
      };
      if (Object.keys(change).length > 0) await this.lines.change(tx, line.id, change, { personId });
    }
  }

  async #change(tx: Tx, { id, index, change }: ChangedRun, personId: string, agreed: Agreed): Promise<void> {
    try {
      await this.lines.change(tx, id, change, { personId, agreed: agreed.get(id) });
    } catch (error) {
      throw naming(error, `draft.occurrences.${index}.capacity`);
    }
  }

  /** @throws Refusal `activity.capacity-below-taken`. */
  async changeCourse(
    tx: Tx,
    courseId: string,
    change: CourseChange,
    personId: string,
    agreed: Agreed,
  ): Promise<void> {
    try {
      await this.lines.change(tx, courseId, change, { personId, agreed: agreed.get(courseId) });
    } catch (error) {
      throw naming(error, 'draft.course.capacity');
    }
  }

  /**
   * From one by one to all at once, or back: only while nobody ever signed up, for their places would mean something
   * else. The caller holds every line of the activity, so that nobody can meanwhile.
   *
   * @throws Refusal `activity.wrong-state`.
   */
  async bindDates(tx: Tx, activityId: string, courseId: string | null, personId: string): Promise<void> {
    const lines = (await this.lines.ofActivity(tx, activityId)).filter(({ kind }) => kind !== 'shift');
    if (await new PlaceHolderStore(tx).anyIn(lines.map(({ id }) => id)))
      throw new Refusal('activity.wrong-state', {}, [
        { path: 'draft.course', message: '已经有人报名，不能再改“整个课程”还是“一次一次”' },
      ]);
    for (const { id, kind } of lines)
      if (kind === 'occurrence') await this.lines.change(tx, id, { courseId }, { personId });
    if (courseId !== null) return;
    await this.lines.change(tx, activityId, { published: false }, { personId });
    await this.lines.remove(tx, [activityId]);
  }

  async #remove(tx: Tx, ids: readonly string[], personId: string): Promise<void> {
    if (ids.length === 0) return;
    // Withdrawn first, under the line's lock: from here on nobody can sign up, so that what is read next stays true.
    for (const id of ids) await this.lines.change(tx, id, { published: false }, { personId });
    if (await new PlaceHolderStore(tx).anyIn(ids))
      throw new Refusal('activity.wrong-state', {}, [
        { path: 'draft.occurrences', message: '有人报名的场次不能去掉' },
      ]);
    await this.lines.remove(tx, ids);
  }
}
