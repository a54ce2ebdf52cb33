import type { INestApplicationContext } from '@nestjs/common';
import { ActivityDraft, type StaffActivityView } from '@xiaolin/shared-types/activities/schema';
import { NO_REQUIREMENTS } from '@xiaolin/shared-types/shifts/requirements';
import { RoleDraft } from '@xiaolin/shared-types/shifts/schema';
import * as v from 'valibot';
import { CancelActivity, CreateDraft, PublishActivity } from '../features/activities/index.js';
import { AddRole } from '../features/shifts/index.js';
import { HoldDraws, SignUp } from '../features/signups/index.js';
import { type Tx, UnitOfWork } from '../platform/db/unit-of-work.js';
import { Refusal } from '../platform/http/refusal.js';
import { campusLife, enrol } from './campus.js';
import type { DemoActivity, DemoRole } from './catalogue/activity.js';
import { catalogue } from './catalogue/catalogue.js';
import type { DemoClock } from './demo-clock.js';
import { CROWD, invitePeople } from './people.js';
import { mark } from './standing.js';
import { tellStory } from './story.js';
import { plantCategories, plantTree } from './tree.js';

/** What one activity came to: the ids of its runs and shifts, in the order of the catalogue. */
export interface Published {
  readonly activityId: string;
  readonly runs: readonly string[];
  readonly shifts: readonly string[];
}

const DAY = 24 * 3_600_000;
const before = (moment: string, days: number): string =>
  new Date(Date.parse(moment) - days * DAY).toISOString();

/**
 * Fills an empty database with the story, through the same doors as people use, with a clock that is moved to the
 * moment of each event: every counter, event and record is as the product itself would have made it.
 */
export async function loadDemonstration(app: INestApplicationContext, clock: DemoClock): Promise<void> {
  const uow = app.get(UnitOfWork);
  await uow.run(async (tx) => {
    await mark(tx, 'began', clock.instant());
    await plantTree(tx);
    await plantCategories(tx);
    await invitePeople(tx, clock.day(-60, '9:00'));
    await enrol(tx, clock.day(-60, '9:00'));
  });
  await campusLife(app, clock);
  const director = new Director(app, clock);
  const published = new Map<string, Published>();
  for (const activity of catalogue(clock)) published.set(activity.key, await director.stage(activity));
  await tellStory(app, clock, published);
  await uow.run(async (tx) => {
    await markInvented(tx);
    await mark(tx, 'loaded', clock.instant());
  });
}

/** Everything that was just staged is invented, and says so. */
async function markInvented(tx: Tx): Promise<void> {
  await tx.query('UPDATE activity SET illustrative = 1');
}

/** Puts one activity of the catalogue on, as its worker would. */
class Director {
  #keys = 0;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: DemoClock,
  ) {}

  async stage(activity: DemoActivity): Promise<Published> {
    const first = activity.runs[0]?.from ?? this.clock.day(10, '9:00');
    this.clock.moveTo(before(first, 15));
    const created = await this.#get(CreateDraft).execute(activity.by, {
      requestKey: this.#key(),
      draft: v.parse(ActivityDraft, draftOf(activity)),
    });
    const activityId = created.activity.id;
    const shifts: string[] = [];
    for (const role of activity.roles ?? [])
      shifts.push(...(await this.#addRole(activity, activityId, role)));
    const runs = created.occurrences.map(({ id }) => id);
    if (activity.state === 'draft') return { activityId, runs, shifts };
    await this.#get(PublishActivity).execute(activity.by, activityId);
    await this.#fill(activity, { activityId, runs, shifts });
    if (activity.state !== undefined) {
      this.clock.moveTo(this.clock.present.toISOString());
      await this.#get(CancelActivity).execute(activity.by, activityId, activity.state.cancelled);
    }
    return { activityId, runs, shifts };
  }

  async #addRole(activity: DemoActivity, activityId: string, role: DemoRole): Promise<string[]> {
    const draft = v.parse(RoleDraft, {
      requestKey: this.#key(),
      name: role.name,
      description: role.description,
      countsAsVolunteerService: role.earnsNothing === undefined,
      notCountedReason: role.earnsNothing ?? '',
      requirements: { ...NO_REQUIREMENTS, ...role.asks },
      shifts: role.shifts.map((shift) => ({
        startsAt: shift.from,
        endsAt: shift.to,
        breakMinutes: shift.breakMinutes ?? 0,
        needed: shift.needed,
        waitlistLimit: 5,
        opensAt: before(shift.from, 14),
        closesAt: shift.to,
        meetingPoint: shift.meetAt ?? '',
      })),
    });
    const { shifts } = await this.#get(AddRole).execute(activity.by, activityId, draft);
    return shifts.map(({ id }) => id);
  }

  async #fill(activity: DemoActivity, { activityId, runs, shifts }: Published): Promise<void> {
    const [first] = activity.runs;
    if (activity.course !== undefined && first !== undefined)
      await this.#crowd('occurrence', activityId, activity.course.ask, first.from, activity.key.length * 7);
    for (const [at, run] of activity.runs.entries()) {
      const offset = activity.key.length * 7 + at * 31;
      await this.#crowd('occurrence', runs[at] ?? '', run.ask ?? 0, run.closes ?? run.from, offset);
      if (run.terms?.mode === 'lottery') await this.#draw(run.closes ?? run.from);
    }
    const wanted = (activity.roles ?? []).flatMap((role) => role.shifts);
    for (const [at, shift] of wanted.entries())
      await this.#crowd('shift', shifts[at] ?? '', shift.taken ?? 0, shift.from, 120 + at * 13);
  }

  /** Neighbours sign up two days before, or as late as the present allows. */
  async #crowd(
    kind: 'occurrence' | 'shift',
    lineId: string,
    amount: number,
    from: string,
    offset: number,
  ): Promise<void> {
    this.clock.moveTo(before(from, 2));
    const signUp = this.#get(SignUp);
    const people = Array.from({ length: amount }, (_, at) => CROWD[(offset + at) % CROWD.length]?.id ?? '');
    await Promise.all(
      people.map((personId) =>
        signUp.execute(personId, kind, lineId, { requestKey: this.#key() }).catch(unlessClashing),
      ),
    );
  }

  /** Holds the draw at its hour, if that is past. */
  async #draw(closes: string): Promise<void> {
    this.clock.moveTo(closes);
    await this.#get(HoldDraws).execute();
  }

  #key(): string {
    this.#keys += 1;
    return `demo-${String(this.#keys).padStart(6, '0')}`;
  }

  #get<T>(token: abstract new (...given: never[]) => T): T {
    return this.app.get(token, { strict: false });
  }
}

/** A neighbour who is somewhere else at that time, or has enough to do that day, simply does not come. */
function unlessClashing(error: unknown): void {
  if (!(error instanceof Refusal && ['signup.clash', 'signup.overwork'].includes(error.code))) throw error;
}

function draftOf(activity: DemoActivity): Record<keyof StaffActivityView['draft'], unknown> {
  const [placeName, placeDetail, latitude, longitude] = activity.place;
  const draft = activity.state === 'draft';
  return {
    organizationId: activity.at,
    title: activity.title,
    summary: activity.summary,
    categoryId: activity.category,
    responsibleName: draft ? '' : responsible(activity),
    responsiblePhone: draft ? '' : '0871-00009999',
    placeName,
    placeDetail,
    coordinates: { latitude, longitude },
    riskText: activity.risk,
    hazardous: activity.hazardous ?? false,
    insuranceText: activity.insurance ?? '',
    audienceText: activity.audience,
    cover: null,
    course: courseOf(activity),
    occurrences: activity.runs.map((run) => ({
      startsAt: run.from,
      endsAt: run.to,
      capacity: run.seats,
      waitlistLimit: run.waitlist ?? 10,
      opensAt: run.opens ?? before(run.from, 14),
      closesAt: run.closes ?? run.from,
      terms: run.terms,
    })),
  };
}

function courseOf({ course, runs: [first] }: DemoActivity) {
  if (course === undefined || first === undefined) return null;
  return {
    capacity: course.seats,
    waitlistLimit: 10,
    opensAt: before(first.from, 14),
    closesAt: first.from,
  };
}

const responsible = (activity: DemoActivity): string =>
  activity.at === 'wanxichong' ? '普春燕' : activity.at === 'lianda' ? '李文秀' : '值班员（示意）';
