import type { INestApplicationContext } from '@nestjs/common';
import { AttendanceCodes, ScanSite, SyncScans, TickRoster } from '../features/attendance/index.js';
import { ConfirmHours, RejectHours } from '../features/hours/index.js';
import { KeepDependants } from '../features/people/index.js';
import { CancelSignup, SignUp } from '../features/signups/index.js';
import { UnitOfWork } from '../platform/db/unit-of-work.js';
import { OutboxRunner } from '../platform/outbox/outbox-runner.js';
import { CLASSMATES } from './campus.js';
import type { DemoClock } from './demo-clock.js';
import { Doors } from './doors.js';
import type { Published } from './load.js';
import { Papers } from './papers.js';
import { CROWD } from './people.js';
import { VolunteersAffairs } from './volunteers.js';
import { Proofs } from './proofs.js';

type Stage = ReadonlyMap<string, Published>;

/** What happened to the named people: places taken and given up, shifts served, hours confirmed and refused. */
export async function tellStory(app: INestApplicationContext, clock: DemoClock, stage: Stage): Promise<void> {
  const story = new Story(app, clock, stage);
  await story.eventsAttended();
  await story.residents();
  await story.shiftsServed();
  await new Papers(app, clock).issued();
  await story.disputed();
  await story.shiftsToCome();
  await new VolunteersAffairs(app, clock).happen(story.affairs());
  clock.moveTo(clock.present.toISOString());
  // What the story told people lies in their inbox before the first one opens it.
  const runner = app.get(OutboxRunner);
  while ((await runner.runOnce()) > 0);
}

class Story {
  #keys = 0;
  #granddaughter = '';

  constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: DemoClock,
    private readonly stage: Stage,
  ) {}

  /** 段丽华 came to two of the events that are over; her granddaughter has been in her family since the first. */
  async eventsAttended(): Promise<void> {
    this.#on(-12, '20:00');
    const { id } = await this.#get(KeepDependants).add('duan-lihua', {
      requestKey: this.#key(),
      name: '杨小禾',
      kind: 'child',
      birthYear: Number(this.clock.present.toISOString().slice(0, 4)) - 7,
    });
    this.#granddaughter = id;
    await this.#join('duan-lihua', 'occurrence', this.#run('past-tcm', 0), [id]);
    // A course by its activity: all of its dates at once.
    await this.#join('duan-lihua', 'occurrence', this.#event('brush').activityId);
    this.#on(-7, '20:00');
    await this.#join('duan-lihua', 'occurrence', this.#run('past-phone', 0));
    const doors = new Doors(this.app, this.clock);
    const brush = this.#event('brush');
    await doors.opened(brush, this.clock.day(-10, '15:00'));
    await doors.opened(this.#event('past-tcm'), this.clock.day(-9, '9:00'));
    await doors.opened(this.#event('past-phone'), this.clock.day(-5, '14:00'));
    await doors.opened({ ...brush, runs: brush.runs.slice(1) }, this.clock.day(-3, '15:00'));
    await doors.opened(this.#event('past-night'), this.clock.day(-2, '19:00'));
    await doors.settled();
  }

  /** 段丽华 goes to 太极 tomorrow, waits for the show with her granddaughter, and has a seat offered to her. */
  async residents(): Promise<void> {
    this.#on(-1, '20:00');
    await this.#join('duan-lihua', 'occurrence', this.#run('taichi', 0));
    await this.#join('duan-lihua', 'occurrence', this.#run('dance', 0), [this.#granddaughter]);
    await this.#join('li-guohua', 'occurrence', this.#run('telescope', 0));
    await this.#join('li-guohua', 'occurrence', this.#run('english', 1));
    await this.#get(SignUp).execute('duan-lihua', 'occurrence', this.#run('canteen', 0), {
      requestKey: this.#key(),
      answers: [
        { questionId: 'contact', values: ['13800000068'] },
        { questionId: 'diet', values: ['不吃辣', '低糖'] },
      ],
    });
    await this.#offer('duan-lihua', this.#run('phone', 0));
  }

  /** Fills a run to its last seat, lets her wait, and has the first neighbour give a seat up a moment ago. */
  async #offer(personId: string, lineId: string): Promise<void> {
    const held = await this.#holders(lineId);
    const late = CROWD.filter(({ id }) => !held.some((each) => each.person_id === id)).at(-1);
    if (late !== undefined) await this.#join(late.id, 'occurrence', lineId);
    await this.#join(personId, 'occurrence', lineId);
    const first = held[0];
    if (first === undefined) throw new Error('nobody holds a seat to give up');
    // An offer lives for hours, whenever the story is loaded: it was made just now.
    this.clock.moveTo(new Date(this.clock.present.getTime() - 20 * 60_000).toISOString());
    await this.#get(CancelSignup).execute(first.person_id, first.id, {
      requestKey: this.#key(),
      reason: '要去接孙子',
    });
  }

  /** Past shifts: most scanned, some ticked by hand, one left early; older ones confirmed, one refused. */
  async shiftsServed(): Promise<void> {
    const helpers = (from: number, amount: number) => CROWD.slice(from, from + amount).map(({ id }) => id);
    const classmates = (amount: number) => CLASSMATES.slice(0, amount).map(({ id }) => id);
    await this.#served(
      'past-gulls',
      ['yang-siyuan', 'mu-chunxiao', ...helpers(0, 6), ...classmates(4)],
      -29,
      '8:30',
      '11:00',
    );
    await this.#decide('past-gulls', -27);
    await this.#served(
      'past-dance',
      ['yang-siyuan', ...helpers(6, 5), ...classmates(6)],
      -16,
      '13:00',
      '16:30',
    );
    await this.#decide('past-dance', -14);
    // Nobody at the community has looked at these in time: the street sees it.
    await this.#served('past-library', helpers(26, 4), -25, '14:00', '16:30');
    await this.#served('past-tcm', ['yang-siyuan', 'mu-chunxiao', ...helpers(11, 6)], -9, '9:00', '12:00');
    const forgetful = ['mu-chunxiao', 'neighbour-061'];
    await this.#served('past-phone', ['yang-siyuan', ...helpers(17, 4)], -5, '14:00', '15:00', forgetful);
    await this.#refuse('past-phone', 'yang-siyuan', -4);
    // Three more had a place there; two of them signed on paper, and of the third nobody knows.
    this.#on(-4, '20:00');
    for (const personId of ['mu-chunxiao', CROWD[30]?.id ?? '', CROWD[31]?.id ?? ''])
      await this.#join(personId, 'shift', this.#shift('past-night', 0));
    await this.#served('past-night', helpers(21, 5), -2, '19:00', '21:00');
    await this.#servedWithoutSignal('past-night', helpers(26, 1)[0] ?? '', -2, '19:00', '21:00');
  }

  /** Hours that somebody says are wrong, and an entry by hand. */
  async disputed(): Promise<void> {
    const proofs = new Proofs(this.app, this.clock);
    await proofs.raised(this.#shift('past-gulls', 0));
    await proofs.takenToTheStreet(this.#shift('past-phone', 0));
    const night = [this.clock.day(-2, '19:00'), this.clock.day(-2, '20:50')] as const;
    const shift = this.#shift('past-night', 0);
    await proofs.enteredByHand(shift, 'mu-chunxiao', ...night);
    await proofs.approved(await proofs.enteredByHand(shift, CROWD[31]?.id ?? '', ...night));
  }

  /** The shifts about which volunteers ask and offer something. */
  affairs() {
    return {
      guides: this.#shift('clinic', 1),
      firstAid: this.#shift('clinic', 2),
      missed: this.#shift('past-phone', 0),
      offered: this.#shift('tcm', 0),
    };
  }

  async shiftsToCome(): Promise<void> {
    this.#on(-1, '21:00');
    for (const [who, key] of [
      ['yang-siyuan', 'lecture'],
      ['yang-siyuan', 'dance'],
      ['yang-siyuan', 'gulls'],
      ['mu-chunxiao', 'tcm'],
    ] as const)
      await this.#join(who, 'shift', this.#shift(key, 0));
  }

  async #served(
    key: string,
    volunteers: readonly string[],
    day: number,
    from: string,
    to: string,
    /** Came too, and never checked out. */
    forgetful: readonly string[] = [],
  ): Promise<void> {
    const shift = this.#shift(key, 0);
    this.#on(day - 2, '20:00');
    for (const personId of [...volunteers, ...forgetful]) await this.#join(personId, 'shift', shift);
    for (const [at, personId] of volunteers.entries()) {
      const byHand = at % 5 === 4;
      await this.#pass(shift, personId, 'in', this.#minutes(day, from, at - 3), byHand);
    }
    for (const personId of forgetful)
      await this.#pass(shift, personId, 'in', this.#minutes(day, from, 0), false);
    for (const [at, personId] of volunteers.entries())
      await this.#pass(shift, personId, 'out', this.#minutes(day, to, at === 3 ? -40 : at), false);
  }

  /** Scanned in and out where there was no signal; the phone sent both the next morning. */
  async #servedWithoutSignal(key: string, personId: string, day: number, from: string, to: string) {
    const shift = this.#shift(key, 0);
    this.#on(day - 2, '21:00');
    await this.#join(personId, 'shift', shift);
    const noted = (direction: 'in' | 'out', moment: string) => {
      this.clock.moveTo(moment);
      return {
        requestKey: this.#key(),
        code: this.#get(AttendanceCodes).ofSite(shift, direction).code,
        deviceTime: moment,
      };
    };
    const scans = [noted('in', this.#minutes(day, from, -4)), noted('out', this.#minutes(day, to, 6))];
    const morning = this.#minutes(day + 1, '7:40', 0);
    this.clock.moveTo(morning);
    await this.#get(SyncScans).ofSites(personId, { phoneTime: morning, scans });
  }

  /** In or out by the site's code of that moment, or by the worker's tick. */
  async #pass(
    shiftId: string,
    personId: string,
    direction: 'in' | 'out',
    moment: string,
    byHand: boolean,
  ): Promise<void> {
    this.clock.moveTo(moment);
    if (byHand)
      await this.#get(TickRoster).execute('pu-chunyan', shiftId, {
        requestKey: this.#key(),
        personId,
        direction,
        reason: '手机没电',
      });
    else
      await this.#get(ScanSite).execute(personId, {
        requestKey: this.#key(),
        code: this.#get(AttendanceCodes).ofSite(shiftId, direction).code,
        deviceTime: moment,
      });
  }

  async #decide(key: string, day: number): Promise<void> {
    this.#on(day, '10:00');
    const records = await this.#records(this.#shift(key, 0));
    const confirm = async (recordIds: readonly string[], acknowledgeFlags = false) =>
      this.#get(ConfirmHours).execute('pu-chunyan', {
        requestKey: this.#key(),
        recordIds,
        acknowledgeFlags,
      });
    const { refused } = await confirm(records.map(({ id }) => id));
    // What is flagged was looked at by itself.
    for (const { id } of refused) await confirm([id], true);
  }

  async #refuse(key: string, personId: string, day: number): Promise<void> {
    this.#on(day, '10:00');
    const record = (await this.#records(this.#shift(key, 0))).find((each) => each.person_id === personId);
    if (record === undefined) throw new Error(`${personId} has no record of ${key}`);
    await this.#get(RejectHours).execute('pu-chunyan', record.id, '签到后去了别处，现场没有找到人');
  }

  #join(personId: string, kind: 'occurrence' | 'shift', lineId: string, dependantIds: string[] = []) {
    const party = { dependantIds, companions: [] };
    return this.#get(SignUp).execute(personId, kind, lineId, { requestKey: this.#key(), party });
  }

  #holders(lineId: string) {
    return this.app
      .get(UnitOfWork)
      .read((tx) =>
        tx.query<{ id: string; person_id: string }>(
          `SELECT id, person_id FROM signup WHERE line_id = ? AND status = 'confirmed' ORDER BY position`,
          [lineId],
        ),
      );
  }

  #records(shiftId: string) {
    return this.app
      .get(UnitOfWork)
      .read((tx) =>
        tx.query<{ id: string; person_id: string }>(
          'SELECT id, person_id FROM hour_record WHERE shift_id = ? ORDER BY id',
          [shiftId],
        ),
      );
  }

  #event(key: string): Published {
    const event = this.stage.get(key);
    if (event === undefined) throw new Error(`the catalogue has no ${key}`);
    return event;
  }

  #run(key: string, at: number): string {
    return this.#staged(key, this.stage.get(key)?.runs[at]);
  }

  #shift(key: string, at: number): string {
    return this.#staged(key, this.stage.get(key)?.shifts[at]);
  }

  #staged(key: string, id: string | undefined): string {
    if (id === undefined) throw new Error(`the catalogue has no ${key}`);
    return id;
  }

  #on(day: number, time: string): void {
    this.clock.moveTo(this.clock.day(day, time));
  }

  #minutes(day: number, time: string, minutes: number): string {
    return new Date(Date.parse(this.clock.day(day, time)) + minutes * 60_000).toISOString();
  }

  #key(): string {
    this.#keys += 1;
    return `story-${String(this.#keys).padStart(6, '0')}`;
  }

  #get<T>(token: abstract new (...given: never[]) => T): T {
    return this.app.get(token, { strict: false });
  }
}
