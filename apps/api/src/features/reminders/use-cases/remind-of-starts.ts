import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { JobRunner } from '../../../platform/jobs/job-runner.js';
import { Messages } from '../../inbox/index.js';
import { FARTHEST_MS, isReminderDue, type Reminder, REMINDERS } from '../rules/reminder-times.js';
import { ReminderStore, type StartRow } from '../store/reminder.store.js';

const EVERY_MS = 60_000;

/** Reminds whoever has a place the evening before and two hours before it begins; each start once in either way. */
@Injectable()
export class RemindOfStarts implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly jobs: JobRunner,
    private readonly messages: Messages,
  ) {}

  onModuleInit(): void {
    this.jobs.add({ name: 'remind-of-starts', everyMs: EVERY_MS, run: () => this.execute() });
  }

  /** @returns how many lines were reminded of */
  async execute(): Promise<number> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + FARTHEST_MS).toISOString();
    let told = 0;
    for (const reminder of REMINDERS) {
      const rows = await this.uow.read((tx) =>
        new ReminderStore(tx).coming(reminder, now.toISOString(), until),
      );
      for (const { id } of rows.filter(({ starts_at }) => isReminderDue(reminder, new Date(starts_at), now)))
        if (await this.uow.run((tx) => this.#tell(tx, reminder, id))) told += 1;
    }
    return told;
  }

  /** Decides again under the lock: another process may have told them, or somebody moved it in between. */
  async #tell(tx: Tx, reminder: Reminder, lineId: string): Promise<boolean> {
    const store = new ReminderStore(tx);
    const line = await store.lock(lineId);
    if (line === undefined || line.published === 0 || line.called_off === 1) return false;
    if (!isReminderDue(reminder, new Date(line.starts_at), this.clock.now())) return false;
    if (await store.wasRun(lineId, reminder, line.starts_at)) return false;
    await store.keep(lineId, reminder, line.starts_at, this.clock.instant());
    const places = await store.confirmed(lineId);
    await this.messages.tell(
      tx,
      places.map(({ id, person_id: personId, course_signup_id }) => ({
        personId,
        kind: `reminder.${reminder}` as const,
        // A date of a course is shown with its course.
        facts: factsOf(line, course_signup_id ?? id),
        eventKey: `${reminder}:${lineId}:${line.starts_at}`,
      })),
    );
    return true;
  }
}

const factsOf = (line: StartRow, signupId: string) => ({
  title: line.title,
  startsAt: line.starts_at,
  placeName: line.place_name ?? '',
  lineId: line.id,
  kind: line.kind,
  signupId,
});
