import { Injectable } from '@nestjs/common';
import {
  Allotment,
  commitmentOf,
  digestOf,
  type DrawnEntry,
  drawOrder,
  entryNumber,
} from '@xiaolin/shared-types/lottery/draw';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { writeJournal } from '../../../platform/journal/journal.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { Random } from '../../../platform/random/random.js';
import { isDrawDue } from '../rules/draw-due.js';
import { type LineRow, LineStore } from '../store/line.store.js';
import { CourseStore } from '../store/course.store.js';
import { type EnteredRow, LotteryStore, type PlacedRow } from '../store/lottery.store.js';
import { SignupStore } from '../store/signup.store.js';
import { SYSTEM } from './offers.js';
import { carryToDates } from './course-dates.js';

const SEED_BYTES = 32;
/** Entries whose other places are looked at together, in the drawn order, while seats are left. */
const AT_ONCE = 1_000;

/** The outbox topic that carries what came of a draw, some entries at a time. */
export const DRAWN = 'signups.drawn';
/** With 36 characters for each identifier this stays well below MySQL's TEXT of 65,535 bytes. */
const TOLD_AT_ONCE = 400;

/** Where an entry came out; what the outbox carries about it. */
export interface Drawn {
  readonly signupId: string;
  readonly personId: string;
  readonly outcome: DrawnEntry['outcome'];
  readonly position: number;
  /** People in front, of those who wait. */
  readonly ahead: number;
}

type Ordered = DrawnEntry & { readonly entered: EnteredRow };

/**
 * The draw of a lottery: committed to before anybody can enter, held once, under the line's lock, in the transaction
 * that publishes its list. A process that dies in it leaves a lottery that is not drawn, for any other to draw; the
 * seed is fixed, so it comes out the same.
 */
@Injectable()
export class Draws {
  constructor(
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly outbox: Outbox,
  ) {}

  /** Fixes a seed for each of these lines that has none, and what is published of it. */
  async commit(tx: Tx, lineIds: readonly string[]): Promise<void> {
    const rows = lineIds.map((lineId) => {
      const seed = this.random.bytes(SEED_BYTES).toString('hex');
      return {
        line_id: lineId,
        seed,
        commitment: commitmentOf(seed),
        committed_at: this.clock.instant(),
      };
    });
    await new LotteryStore(tx).commit(rows);
  }

  /** Holds the draw if its time has come. @param row locked in this transaction @returns the line as it is then */
  async ifDue(tx: Tx, row: LineRow): Promise<LineRow> {
    // A date is drawn with its course.
    if (row.course_id !== null || !isDrawDue(row, this.clock.now())) return row;
    const store = new LotteryStore(tx);
    const lottery = await store.find(row.id);
    if (lottery === undefined) throw new Error(`lottery ${row.id} has no seed`);
    const at = this.clock.instant();
    const entries = (await store.entered(row.id)).map((entered) => ({
      number: entryNumber(entered.id),
      seats: entered.seats,
      entered,
    }));
    const digest = digestOf(entries);
    const room = { seats: row.capacity - row.taken, waitlistLimit: row.waitlist_limit };
    const list = await this.#allot(tx, row, room, drawOrder(lottery.seed, digest, entries));
    await store.publish(row.id, list, { at, digest, ...room });
    return this.#carryOut(tx, row, list, at);
  }

  /** People are locked before their other places are read, so that two lines cannot seat somebody at one time. */
  async #allot(
    tx: Tx,
    row: LineRow,
    room: { seats: number; waitlistLimit: number },
    order: readonly (Ordered | Omit<Ordered, 'busy' | 'outcome'>)[],
  ): Promise<readonly Ordered[]> {
    const signups = new SignupStore(tx);
    const allotment = new Allotment(room);
    const list: Ordered[] = [];
    for (let from = 0; from < order.length; from += AT_ONCE) {
      const some = order.slice(from, from + AT_ONCE);
      const people = allotment.left > 0 ? some.map(({ entered }) => entered.person_id) : [];
      await signups.lockPeople(people);
      const clashes = await signups.clashes(people, row, this.clock.now());
      const busy = new Set(clashes.map(({ person_id }) => person_id));
      for (const entry of some) list.push(allotment.give(entry, busy.has(entry.entered.person_id)));
    }
    return list;
  }

  async #carryOut(tx: Tx, row: LineRow, list: readonly Ordered[], at: string): Promise<LineRow> {
    let [taken, waiting] = [row.taken, 0];
    const placed: PlacedRow[] = [];
    // The drawn order is the order of the line from here on: offers follow it. The others stand behind.
    const behind = row.next_position + list.filter(({ outcome }) => outcome !== 'not-drawn').length;
    const drawn: Drawn[] = list.map(({ entered, outcome }) => {
      const { id: signupId, person_id: personId, seats } = entered;
      const ahead = waiting;
      if (outcome === 'not-drawn')
        return { signupId, personId, outcome, position: behind + entered.position, ahead };
      const position = row.next_position + placed.length;
      placed.push({ ...entered, status: outcome, position });
      if (outcome === 'confirmed') taken += seats;
      else waiting += seats;
      return { signupId, personId, outcome, position, ahead };
    });
    await new LotteryStore(tx).settle(row.id, placed, behind, at);
    const last = drawn.reduce((most, { position }) => Math.max(most, position), row.next_position - 1);
    const line = { taken, waiting, next_position: last + 1, drawn_at: at };
    await new LineStore(tx).update(row.id, line);
    if (row.kind === 'course') await this.#carryToDates(tx, row.id, line);
    await this.#tell(tx, row, drawn, at);
    return { ...row, ...line };
  }

  /** Whoever is drawn for a course has a place in each of its dates. */
  async #carryToDates(
    tx: Tx,
    courseId: string,
    { taken, waiting }: { readonly taken: number; readonly waiting: number },
  ): Promise<void> {
    await new CourseStore(tx).repeat(courseId, { taken, waiting });
    const places = await new SignupStore(tx).confirmed(courseId);
    await carryToDates(tx, courseId, places, { now: this.clock.now(), nextId: () => this.random.id() });
  }

  /** The published list is the record; each place's own event and message follow it through the outbox. */
  async #tell(tx: Tx, row: LineRow, drawn: readonly Drawn[], at: string): Promise<void> {
    const parts = Array.from({ length: Math.ceil(drawn.length / TOLD_AT_ONCE) }, (_, part) =>
      drawn.slice(part * TOLD_AT_ONCE, (part + 1) * TOLD_AT_ONCE),
    );
    for (const part of parts)
      await this.outbox.put(tx, [{ topic: DRAWN, payload: { lineId: row.id, at, drawn: part } }]);
    await writeJournal(
      tx,
      [
        {
          subjectKind: 'occurrence',
          subjectId: row.id,
          actorId: SYSTEM,
          actorRole: SYSTEM,
          scopeId: row.organization_id,
          action: 'draw',
          before: 'in-draw',
          after: 'drawn',
          reason: null,
        },
      ],
      { nextId: () => this.random.id(), at },
    );
  }
}
