import type { INestApplicationContext } from '@nestjs/common';
import {
  DecideCorrection,
  DecideEntry,
  EnterByHand,
  EscalateCorrection,
  RaiseCorrection,
} from '../features/corrections/index.js';
import { UnitOfWork } from '../platform/db/unit-of-work.js';
import { Pictures } from '../platform/pictures/pictures.js';
import type { DemoClock } from './demo-clock.js';
import { drawSheet } from './sheet.js';

/** Hours that are disputed: one correction waits for the community, one for the street, and an entry by hand as well. */
export class Proofs {
  #keys = 0;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: DemoClock,
  ) {}

  /** 杨思远 says that the place of the wetland morning is wrong; nobody has answered yet. */
  async raised(shiftId: string): Promise<void> {
    this.#on(-3, '20:10');
    await this.#get(RaiseCorrection).againstRecord('yang-siyuan', await this.#record(shiftId), {
      requestKey: this.#key(),
      wrong: 'details',
      words: '那天临时改到了5号码头，地点还写着原来的地方。',
      pictureIds: [await this.#sheet('yang-siyuan')],
    });
  }

  /** His record of the phone class was turned down, and he takes that to the street. */
  async takenToTheStreet(shiftId: string): Promise<void> {
    this.#on(-3, '20:20');
    const id = await this.#get(RaiseCorrection).againstRecord('yang-siyuan', await this.#record(shiftId), {
      requestKey: this.#key(),
      wrong: 'other',
      words: '我没有去别处，在二楼帮王奶奶装软件，签退也扫了。',
      pictureIds: [await this.#sheet('yang-siyuan')],
    });
    this.#on(-2, '10:30');
    await this.#get(DecideCorrection).execute('pu-chunyan', id, 'reply', {
      requestKey: this.#key(),
      verdict: 'reject',
      reason: '当时在一楼教室没有看到人，二楼那天没有安排志愿者。',
      pictureIds: [],
    });
    this.#on(-1, '12:40');
    await this.#get(EscalateCorrection).execute('yang-siyuan', id, {
      requestKey: this.#key(),
      reason: '二楼是活动老师让去的，王奶奶可以作证。',
    });
  }

  /** Somebody signed on paper; the community entered it, and the street has to say yes. */
  async enteredByHand(shiftId: string, personId: string, from: string, to: string): Promise<string> {
    this.#on(-1, '9:30');
    return this.#get(EnterByHand).execute('pu-chunyan', shiftId, {
      requestKey: this.#key(),
      personId,
      inAt: from,
      outAt: to,
      reason: '楼道里没有信号，码扫不上，用纸签到的。',
      pictureIds: [await this.#sheet('pu-chunyan')],
    });
  }

  /** The street has looked at one of them: it stands in the ledger, and in the sample that anybody may draw. */
  async approved(entryId: string): Promise<void> {
    this.#on(-1, '10:15');
    await this.#get(DecideEntry).execute('he-liqiong', entryId, {
      requestKey: this.#key(),
      verdict: 'accept',
      reason: '签到表清楚，和名单对得上。',
    });
  }

  async #sheet(personId: string): Promise<string> {
    const { id } = await this.#get(Pictures).keep(personId, this.#key(), await drawSheet());
    return id;
  }

  async #record(shiftId: string): Promise<string> {
    const [row] = await this.app
      .get(UnitOfWork)
      .read((tx) =>
        tx.query<{ id: string }>(
          `SELECT id FROM hour_record WHERE shift_id = ? AND person_id = 'yang-siyuan' AND is_current = 1`,
          [shiftId],
        ),
      );
    if (row === undefined) throw new Error('he has no record of this shift');
    return row.id;
  }

  #on(day: number, time: string): void {
    this.clock.moveTo(this.clock.day(day, time));
  }

  #key(): string {
    this.#keys += 1;
    return `proof-${String(this.#keys).padStart(6, '0')}`;
  }

  #get<T>(token: abstract new (...given: never[]) => T): T {
    return this.app.get(token, { strict: false });
  }
}
