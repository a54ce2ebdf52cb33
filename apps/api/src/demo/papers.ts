import type { INestApplicationContext } from '@nestjs/common';
import { addDistrictDays, districtDay } from '@xiaolin/shared-types/contract/district-time';
import { IssueCertificate } from '../features/certificates/index.js';
import { HourVersions } from '../features/hours/index.js';
import { UnitOfWork } from '../platform/db/unit-of-work.js';
import type { DemoClock } from './demo-clock.js';

/** Certificates of the two students: one that stands, one that was issued anew, one whose record was mended since. */
export class Papers {
  #keys = 0;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: DemoClock,
  ) {}

  async issued(): Promise<void> {
    await this.#issue('mu-chunxiao', -20);
    await this.#issue('yang-siyuan', -13);
    await this.#mend('mu-chunxiao', -12);
    // The same period again: the first one gives way to a new number.
    await this.#issue('yang-siyuan', -13, -11);
  }

  async #issue(personId: string, lastDay: number, day = lastDay): Promise<void> {
    this.clock.moveTo(this.clock.day(day, '19:30'));
    const to = districtDay(new Date(this.clock.day(lastDay, '12:00')));
    await this.#get(IssueCertificate).execute(personId, {
      requestKey: `demo-paper-${(this.#keys += 1)}`,
      unitId: 'wanxichong',
      from: addDistrictDays(to, -120),
      to,
    });
  }

  async #mend(personId: string, day: number): Promise<void> {
    this.clock.moveTo(this.clock.day(day, '10:00'));
    await this.#get(UnitOfWork).run(async (tx) => {
      const [record] = await tx.query<{ id: string; minutes: number }>(
        `SELECT id, minutes FROM hour_record WHERE person_id = ? AND status = 'certified' AND is_current = 1`,
        [personId],
      );
      if (record === undefined) throw new Error(`${personId} has no certified record`);
      await this.#get(HourVersions).amend(tx, record.id, {
        minutes: record.minutes - 20,
        reason: '现场核对：当天提前20分钟收工',
        source: 'review',
        by: { actorId: 'pu-chunyan', role: 'worker', scopeId: 'wanxichong' },
      });
    });
  }

  #get<T>(token: abstract new (...given: never[]) => T): T {
    return this.app.get(token, { strict: false });
  }
}
