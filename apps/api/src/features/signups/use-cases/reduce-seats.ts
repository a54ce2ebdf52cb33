import type { Tx } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { hashBody } from '../../../platform/idempotency/request-answers.js';
import { touchedBy } from '../rules/decide-reduction.js';
import { SignupStore } from '../store/signup.store.js';
import type { LineBook } from './line-book.js';

/** So many are named before the rest is only counted. */
const NAMES = 30;

/**
 * Fewer seats than are held, under the line's lock: the first try names whom it touches, the second carries it out if
 * it still touches exactly those. They go back to the head of the line and are told.
 *
 * @param agreed the token of the refusal that named them; undefined before anybody has agreed
 * @throws Refusal `activity.capacity-below-taken` with `taken`, `people`, `names` and the `token` to agree with.
 */
export async function reduceSeats(
  tx: Tx,
  book: LineBook,
  capacity: number,
  { personId, agreed }: { readonly personId: string; readonly agreed: string | undefined },
): Promise<void> {
  const seated = await new SignupStore(tx).seatedLast(book.row.id);
  const touched = touchedBy(
    capacity,
    seated.map((row) => ({ signupId: row.id, position: row.position, seats: row.seats, row })),
  );
  const ids = touched.map(({ signupId }) => signupId);
  const token = hashBody('reduce-seats', { lineId: book.row.id, capacity, ids });
  if (agreed !== token)
    throw new Refusal('activity.capacity-below-taken', {
      occurrenceId: book.row.id,
      taken: book.line.taken,
      capacity,
      people: touched.length,
      names: touched
        .slice(0, NAMES)
        .map(({ row }) => row.display_name)
        .join('、'),
      token,
    });
  for (const { row, seats } of touched) {
    const { display_name: _, ...signup } = row;
    book.know(signup);
    const back = { ...signup, status: 'waitlisted' as const, decided_at: book.at, offer_until: null };
    book.line = { ...book.line, taken: book.line.taken - seats, waiting: book.line.waiting + seats };
    book.put(back, { actorId: personId, action: 'returned' });
    book.tell(back, 'signup.returned');
  }
}
