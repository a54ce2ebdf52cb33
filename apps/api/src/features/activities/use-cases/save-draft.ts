import { Injectable } from '@nestjs/common';
import type { ActivityDraft } from '@xiaolin/shared-types/activities/schema';
import { Clock } from '../../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { invalidField, Refusal } from '../../../platform/http/refusal.js';
import { Scope } from '../../organizations/index.js';
import { type LineRow, Lines } from '../../signups/index.js';
import { asDates, type CoursePlan, planCourse } from '../rules/plan-course.js';
import { checkRunning, planRuns, type RunPlan } from '../rules/plan-runs.js';
import { missingTexts } from '../rules/publishable.js';
import { isEditable } from '../rules/standing.js';
import { ActivityStore } from '../store/activity.store.js';
import { columnsOf, courseOf, runOf } from './activity-columns.js';
import { type Agreed, ApplyRuns, type LineOwner } from './apply-runs.js';
import { type HeldActivity, type StaffActivity, StaffActivities } from './staff-activities.js';
import { TellChanges } from './tell-changes.js';

interface Save {
  readonly version: number;
  readonly draft: ActivityDraft;
  readonly agreed?: readonly { readonly occurrenceId: string; readonly token: string }[] | undefined;
}

@Injectable()
export class SaveDraft {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly scope: Scope,
    private readonly runs: ApplyRuns,
    private readonly lines: Lines,
    private readonly activities: StaffActivities,
    private readonly tell: TellChanges,
  ) {}

  /**
   * Saves a draft, or changes a published activity and tells everyone who holds a place when time or place moved.
   * All or nothing.
   *
   * @throws Refusal `activity.changed-meanwhile` with the current `version`, and what the rules refuse.
   */
  execute(
    personId: string,
    activityId: string,
    { version, draft, agreed = [] }: Save,
  ): Promise<StaffActivity> {
    return this.uow.run(async (tx) => {
      const { held, plan, coursePlan } = await this.#plan(tx, personId, activityId, { version, draft });
      if (held.standing === 'published') this.#checkPublished(draft, plan);
      await this.#write(
        tx,
        personId,
        held,
        draft,
        { plan, coursePlan },
        new Map(agreed.map(({ occurrenceId, token }) => [occurrenceId, token])),
      );
      return this.activities.view(tx, activityId);
    });
  }

  /**
   * What saving would do to people who hold a place, before it is done. Nothing is written, so whoever saves later may
   * tell others: the count is what stands now.
   *
   * @throws Refusal as {@link execute}, but for what is missing and for seats below what is taken.
   */
  preview(personId: string, activityId: string, save: Pick<Save, 'version' | 'draft'>) {
    return this.uow.run(async (tx) => {
      const { held, plan, coursePlan } = await this.#plan(tx, personId, activityId, save);
      if (held.standing !== 'published') return { told: 0, moves: [] };
      const lines = keptOf(held, plan, coursePlan);
      return this.tell.preview(tx, { row: held.row, draft: save.draft, plan, lines });
    });
  }

  async #plan(
    tx: Tx,
    personId: string,
    activityId: string,
    { version, draft }: Pick<Save, 'version' | 'draft'>,
  ): Promise<{ readonly held: HeldActivity; readonly plan: RunPlan; readonly coursePlan: CoursePlan }> {
    const held = await this.activities.hold(tx, personId, activityId);
    if (!isEditable(held.standing)) throw new Refusal('activity.wrong-state', { status: held.standing });
    if (held.row.version !== version)
      throw new Refusal('activity.changed-meanwhile', { version: held.row.version });
    await this.#checkOrganization(tx, personId, held, draft);
    const course = courseIn(held.lines);
    const coursePlan = planCourse(course && courseOf(course), draft.course);
    return { held, plan: planOf(held, draft, coursePlan), coursePlan };
  }

  async #write(
    tx: Tx,
    personId: string,
    held: HeldActivity,
    draft: ActivityDraft,
    { plan, coursePlan }: { readonly plan: RunPlan; readonly coursePlan: CoursePlan },
    agreed: Agreed,
  ): Promise<void> {
    const { row, standing, through } = held;
    const owner: LineOwner = {
      activityId: row.id,
      organizationId: draft.organizationId,
      title: draft.title,
      published: standing === 'published',
      courseId: coursePlan.kind === 'open' || coursePlan.kind === 'keep' ? row.id : null,
    };
    // More than one line is written together: all of them are locked first, in their order.
    if (coursePlan.kind !== 'none') await this.lines.hold(tx, row.id);
    await this.#writeCourse(tx, owner, coursePlan, { draft, personId, agreed });
    await this.runs.execute(tx, owner, plan, personId, agreed);
    if (owner.courseId && (coursePlan.kind === 'open' || touchesDates(plan)))
      await this.lines.carryCourse(tx, owner.courseId);
    const kept = keptOf(held, plan, coursePlan);
    await this.runs.rename(tx, kept, row.title, owner, personId);
    await new ActivityStore(tx).update(row.id, {
      ...(await columnsOf(tx, draft)),
      version: row.version + 1,
      updated_at: this.clock.instant(),
    });
    if (standing !== 'published') return;
    await this.tell.execute(tx, { row, draft, plan, lines: kept });
    await this.activities.note(tx, {
      activityId: row.id,
      personId,
      through,
      action: 'change',
      before: standing,
      after: standing,
    });
  }

  /** The line of the course itself, before its dates. */
  async #writeCourse(
    tx: Tx,
    owner: LineOwner,
    plan: CoursePlan,
    { draft, personId, agreed }: { draft: ActivityDraft; personId: string; agreed: Agreed },
  ): Promise<void> {
    switch (plan.kind) {
      case 'none':
        return;
      case 'open':
        await this.runs.bindDates(tx, owner.activityId, owner.activityId, personId);
        return this.runs.openCourse(tx, owner, plan.course, draft.occurrences);
      case 'keep':
        return this.runs.changeCourse(tx, owner.activityId, plan.change, personId, agreed);
      case 'close':
        return this.runs.bindDates(tx, owner.activityId, null, personId);
    }
  }

  /** Who takes a draft to another organization must be staff of both. */
  async #checkOrganization(
    tx: Tx,
    personId: string,
    { row, standing }: HeldActivity,
    draft: ActivityDraft,
  ): Promise<void> {
    if (draft.organizationId === row.organization_id) return;
    await this.scope.require(tx, personId, draft.organizationId);
    // Hours are recorded by the unit that organises (办法 art. 26): it cannot change under those who signed up.
    if (standing === 'published')
      throw new Refusal('activity.wrong-state', { status: standing }, [
        { path: 'draft.organizationId', message: '发布后不能换主办组织' },
      ]);
  }

  #checkPublished(draft: ActivityDraft, plan: RunPlan): void {
    const missing = missingTexts(draft);
    if (draft.occurrences.length === 0) missing.push({ path: 'draft.occurrences', message: '至少留一场' });
    const verdict = checkRunning(plan, this.clock.now());
    if (!verdict.ok && verdict.why === 'over')
      throw new Refusal('activity.wrong-state', {}, [
        { path: 'draft.occurrences', message: '已经结束的场次不能改' },
      ]);
    if (!verdict.ok && verdict.why === 'incomplete') missing.push(...verdict.missing);
    if (missing.length > 0) throw new Refusal('activity.incomplete', {}, missing);
  }
}

const courseIn = (lines: readonly LineRow[]): LineRow | null =>
  lines.find(({ kind }) => kind === 'course') ?? null;

const touchesDates = ({ added, changed, removed }: RunPlan): boolean =>
  added.length + changed.length + removed.length > 0;

function planOf({ lines }: HeldActivity, draft: ActivityDraft, coursePlan: CoursePlan): RunPlan {
  const standing = lines.filter(({ kind }) => kind === 'occurrence').map(runOf);
  const course = courseIn(lines);
  const whole =
    coursePlan.kind === 'open' ? coursePlan.course : coursePlan.kind === 'keep' && course && courseOf(course);
  const verdict = planRuns(standing, whole ? asDates(draft.occurrences, standing, whole) : draft.occurrences);
  if (verdict.ok) return verdict.plan;
  if (verdict.why === 'repeated')
    throw invalidField(`body.draft.occurrences.${verdict.index}.id`, 'each occurrence once');
  throw new Refusal('occurrence.unknown');
}

/** The lines that stay. */
function keptOf({ row, lines }: HeldActivity, plan: RunPlan, coursePlan: CoursePlan): HeldActivity['lines'] {
  const gone = new Set(plan.removed.map(({ id }) => id));
  // A course has its activity's id.
  if (coursePlan.kind === 'close') gone.add(row.id);
  return lines.filter(({ id }) => !gone.has(id));
}
