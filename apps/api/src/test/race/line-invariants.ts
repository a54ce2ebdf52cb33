import type { UnitOfWork } from '../../platform/db/unit-of-work.js';

/** Whose seats are taken: an offer keeps its seats, and so does a place after the door has seen its owner or not. */
const SEATED = ['confirmed', 'offered', 'attended', 'no-show'];

const seatsOf = (rows: readonly { readonly seats: number }[]): number =>
  rows.reduce((sum, { seats }) => sum + seats, 0);

/** What must be true of a line after any storm; each entry of the answer is a broken promise. */
export async function brokenPromises(uow: UnitOfWork, lineId: string, capacity: number): Promise<string[]> {
  return uow.read(async (tx) => {
    const [line] = await tx.query<{ taken: number; waiting: number; next_position: number }>(
      'SELECT taken, waiting, next_position FROM line WHERE id = ?',
      [lineId],
    );
    const rows = await tx.query<{ person_id: string; status: string; position: number; seats: number }>(
      'SELECT person_id, status, position, seats FROM signup WHERE line_id = ? ORDER BY position',
      [lineId],
    );
    const seated = rows.filter(({ status }) => SEATED.includes(status));
    const waiting = rows.filter(({ status }) => status === 'waitlisted');
    const taken = seatsOf(seated);
    const smallest = Math.min(...waiting.map(({ seats }) => seats));
    const broken: string[] = [];
    const promise = (kept: boolean, text: string) => kept || broken.push(text);
    promise(taken <= capacity, `${taken} of ${capacity} seats sold`);
    promise(smallest > capacity - taken, 'somebody waits although a seat is free');
    promise(new Set(rows.map(({ person_id }) => person_id)).size === rows.length, 'a person has two rows');
    promise(
      rows.every(({ position }, at) => position === at + 1),
      'positions have gaps or doubles',
    );
    promise(line?.taken === taken, `counter taken is ${line?.taken}, rows say ${taken}`);
    promise(
      line?.waiting === seatsOf(waiting),
      `counter waiting is ${line?.waiting}, rows say ${seatsOf(waiting)}`,
    );
    promise(
      line?.next_position === (rows.at(-1)?.position ?? 0) + 1,
      'next position does not follow the last row',
    );
    const lastSeat = seated.at(-1)?.position ?? 0;
    promise(
      waiting.every(({ position }) => position > lastSeat),
      'somebody waits in front of somebody who has a seat',
    );
    return broken;
  });
}
