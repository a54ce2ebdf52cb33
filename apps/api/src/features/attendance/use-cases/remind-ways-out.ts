import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { JobRunner } from '../../../platform/jobs/job-runner.js';
import { Messages } from '../../inbox/index.js';
import { OUT_CLOSES_MINUTES_AFTER_END } from '../rules/attendance-states.js';
import { AttendanceStore } from '../store/attendance.store.js';
import { WayOutStore } from '../store/way-out.store.js';

const EVERY_MS = 20_000;
/** Shifts of one round; what is left is found in the next. */
const SHIFTS_AT_ONCE = 100;

/**
 * At the end of a shift, reminds whoever is still checked in to check out, once. Every process may run it at any time:
 * it only finds shifts, and marks people under the lock of each.
 */
@Injectable()
export class RemindWaysOut implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly messages: Messages,
    private readonly jobs: JobRunner,
  ) {}

  onModuleInit(): void {
    this.jobs.add({ name: 'remind-ways-out', everyMs: EVERY_MS, run: () => this.execute() });
  }

  /** @returns how many people are reminded */
  async execute(): Promise<number> {
    const now = this.clock.now();
    // Later than that, a scan is no way out any more.
    const closed = new Date(now.getTime() - OUT_CLOSES_MINUTES_AFTER_END * 60_000).toISOString();
    const shifts = await this.uow.read((tx) =>
      new WayOutStore(tx).shiftsToRemind(closed, now.toISOString(), SHIFTS_AT_ONCE),
    );
    let reminded = 0;
    for (const shiftId of shifts) reminded += await this.#remind(shiftId);
    return reminded;
  }

  #remind(shiftId: string): Promise<number> {
    return this.uow.run(async (tx) => {
      const shift = await new AttendanceStore(tx).lockShift(shiftId);
      if (shift === undefined) return 0;
      const people = await new WayOutStore(tx).remind(shiftId, this.clock.instant());
      await this.messages.tell(
        tx,
        people.map((personId) => ({
          personId,
          kind: 'attendance.still-in',
          facts: {
            title: shift.activity_title,
            roleName: shift.role_name,
            startsAt: shift.starts_at,
            endsAt: shift.ends_at,
            lineId: shiftId,
          },
          eventKey: `attendance.still-in:${shiftId}`,
        })),
      );
      return people.length;
    });
  }
}
