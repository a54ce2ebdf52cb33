import type { UnitOfWork } from '../../platform/db/unit-of-work.js';

/** What must be true of a line after any storm; each entry of the answer is a broken promise. */
export async function brokenPromises(uow: UnitOfWork, lineId: string, capacity: number): Promise<string[]> {
  return uow.read(async (tx) => {
    const [line] = await tx.query<{ taken: number; waiting: number; next_position: number }>(
      'SELECT taken, waiting, next_position FROM line WHERE id = ?',
      [lineId],
    );
    const rows = await tx.query<{ person_id: string; status: string; position: number }>(
      'SELECT person_id, status, position FROM signup WHERE line_id = ? ORDER BY position',
      [lineId],
    );
    const confirmed = rows.filter(({ status }) => status === 'confirmed');
    const waiting = rows.filter(({ status }) => status === 'waitlisted');
    const broken: string[] = [];
    const promise = (kept: boolean, text: string) => kept || broken.push(text);
    promise(confirmed.length <= capacity, `${confirmed.length} of ${capacity} seats sold`);
    promise(waiting.length === 0 || confirmed.length === capacity, 'somebody waits although a seat is free');
    promise(new Set(rows.map(({ person_id }) => person_id)).size === rows.length, 'a person has two rows');
    promise(
      rows.every(({ position }, at) => position === at + 1),
      'positions have gaps or doubles',
    );
    promise(
      line?.taken === confirmed.length,
      `counter taken is ${line?.taken}, rows say ${confirmed.length}`,
    );
    promise(
      line?.waiting === waiting.length,
      `counter waiting is ${line?.waiting}, rows say ${waiting.length}`,
    );
    promise(line?.next_position === rows.length + 1, 'next position does not follow the last row');
    const lastSeat = confirmed.at(-1)?.position ?? 0;
    promise(
      waiting.every(({ position }) => position > lastSeat),
      'somebody waits in front of somebody who has a seat',
    );
    return broken;
  });
}
