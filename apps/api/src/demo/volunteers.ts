import type { INestApplicationContext } from '@nestjs/common';
import { WaysOut } from '../features/attendance/index.js';
import { DecideQualifications, KeepQualifications } from '../features/qualifications/index.js';
import { Swaps } from '../features/shifts/index.js';
import { UnitOfWork } from '../platform/db/unit-of-work.js';
import type { DemoClock } from './demo-clock.js';

/** Shifts by what they are of. */
interface Stage {
  readonly guides: string;
  readonly firstAid: string;
  readonly missed: string;
  readonly offered: string;
}

/** What volunteers ask for and offer: a guardian's consent, a training, a way out that was missed, an open swap. */
export class VolunteersAffairs {
  #keys = 0;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: DemoClock,
  ) {}

  async happen(stage: Stage): Promise<void> {
    this.#on(-2, '10:00');
    await this.#get(KeepQualifications).declareSkills('yang-siyuan', ['普通话', '民族舞']);
    await this.#get(KeepQualifications).declareSkills('mu-chunxiao', ['量血压', '昆明话']);
    const { id } = await this.#get(KeepQualifications).askTraining('mu-chunxiao', {
      requestKey: this.#key(),
      shiftId: stage.firstAid,
      name: '急救培训',
      doneOn: this.#day(-40),
    });
    this.#on(-1, '9:30');
    await this.#get(DecideQualifications).decide('pu-chunyan', id, {
      requestKey: this.#key(),
      verdict: 'confirm',
      validUntil: this.#day(325),
    });
    await this.#get(KeepQualifications).askTraining('yang-siyuan', {
      requestKey: this.#key(),
      shiftId: stage.firstAid,
      name: '急救培训',
      doneOn: this.#day(-15),
    });
    await this.#get(KeepQualifications).askConsent('he-xiaoman', {
      requestKey: this.#key(),
      shiftId: stage.guides,
      guardianName: '和建华',
      // No mobile number begins with 100.
      guardianPhone: '10000000016',
    });
    this.#on(-1, '20:10');
    await this.#get(WaysOut).propose('mu-chunxiao', stage.missed, {
      requestKey: this.#key(),
      outAt: this.clock.day(-5, '15:40'),
      reason: '下课又帮两位老人装软件，弄好就回学校了，忘了扫',
    });
    this.#on(-1, '21:30');
    await this.#offerSwap('mu-chunxiao', stage.offered);
  }

  async #offerSwap(personId: string, shiftId: string): Promise<void> {
    const [place] = await this.#get(UnitOfWork).read((tx) =>
      tx.query<{ id: string }>('SELECT id FROM signup WHERE person_id = ? AND line_id = ?', [
        personId,
        shiftId,
      ]),
    );
    if (place === undefined) throw new Error(`${personId} has no place to offer`);
    await this.#get(Swaps).offer(personId, place.id, { requestKey: this.#key(), kind: 'hand-over' });
  }

  #on(day: number, time: string): void {
    this.clock.moveTo(this.clock.day(day, time));
  }

  /** The district day so many days from the present one. */
  #day(days: number): string {
    return new Date(Date.parse(this.clock.day(days, '12:00'))).toISOString().slice(0, 10);
  }

  #key(): string {
    this.#keys += 1;
    return `volunteers-${String(this.#keys).padStart(4, '0')}`;
  }

  #get<T>(token: abstract new (...given: never[]) => T): T {
    return this.app.get(token, { strict: false });
  }
}
