import { Injectable } from '@nestjs/common';
import type { OccurrenceDraft } from '@xiaolin/shared-types/activities/schema';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { Random } from '../../../platform/random/random.js';
import { type LineChange, type LineRow, Lines } from '../../signups/index.js';
import type { ChangedRun, RunPlan } from '../rules/plan-runs.js';
import { PlaceHolderStore } from '../store/place-holder.store.js';

/** What the lines repeat of their activity. */
export interface LineOwner {
  readonly activityId: string;
  readonly organizationId: string;
  readonly title: string;
  readonly published: boolean;
}

/** By occurrence: the token with which the worker agreed to whom fewer seats touch. */
export type Agreed = ReadonlyMap<string, string>;

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
      })),
    );
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
      if (!(error instanceof Refusal) || error.code !== 'activity.capacity-below-taken') throw error;
      throw new Refusal(error.code, error.facts, [
        { path: `draft.occurrences.${index}.capacity`, message: '名额不能少于已有人数' },
      ]);
    }
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
