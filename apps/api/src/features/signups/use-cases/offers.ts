import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { isOverdue, lapse } from '../rules/decide-offer.js';
import type { Refused } from '../rules/decide-place.js';
import { freeSeats, offerSeats, seatsToPromote, type Waiting } from '../rules/offer-seats.js';
import { type SignupRow, SignupStore } from '../store/signup.store.js';
import type { LineBook } from './line-book.js';

/** Who acts when time does. */
export const SYSTEM = 'system';

/**
 * The one way in which somebody who waits gets a seat, whatever freed it: by an offer, which lapses. Runs in the
 * transaction that holds the line's lock; the caller writes the book.
 */
@Injectable()
export class Offers {
  /** Ends the offers that nobody answered in time; costs nothing while none can have ended. */
  async lapse(tx: Tx, book: LineBook): Promise<void> {
    const { offersUntil } = book.line;
    if (offersUntil === null || offersUntil > book.at) return;
    let next: string | null = null;
    for (const read of await new SignupStore(tx).offered(book.row.id)) {
      const signup = book.know(read);
      if (!isOverdue(offerOf(signup), book.now)) {
        if (next === null || (signup.offer_until ?? '') < next) next = signup.offer_until;
        continue;
      }
      const after: SignupRow = { ...signup, status: 'lapsed', decided_at: book.at, offer_until: null };
      book.line = lapse(book.line, offerOf(signup));
      book.put(after, { actorId: SYSTEM, action: 'lapsed' });
      book.tell(after, 'signup.offer-lapsed');
    }
    book.line = { ...book.line, offersUntil: next };
  }

  /** Offers free seats to those whom the rule names; what was decided before must be written by then. */
  async make(tx: Tx, book: LineBook, actorId: string = SYSTEM): Promise<readonly Waiting[]> {
    if (freeSeats(book.line, book.now) === 0) return [];
    const { waiting, clashing } = await this.#candidates(new SignupStore(tx), book);
    const { line, offered, until } = offerSeats(book.line, waiting.map(partyOf), clashing, book.now);
    book.line = line;
    const chosen = new Set(offered.map(({ signupId }) => signupId));
    for (const signup of waiting.filter(({ id }) => chosen.has(id))) {
      const after: SignupRow = { ...signup, status: 'offered', decided_at: book.at, offer_until: until };
      book.put(after, { actorId, action: 'offered' });
      book.tell(after, 'signup.offered', { until: until ?? '' });
    }
    return offered;
  }

  /**
   * Promotion by hand: adds the seats that the next in line lack and goes the way of all offers. What was decided
   * before must be written by then.
   */
  async promote(
    tx: Tx,
    book: LineBook,
    { actorId, parties }: { readonly actorId: string; readonly parties: number },
  ): Promise<{ readonly kind: 'promoted'; readonly offered: readonly Waiting[] } | Refused> {
    const seats = await this.#seatsFor(tx, book, parties);
    if (seats.kind === 'refused') return seats;
    book.line = { ...book.line, capacity: seats.capacity };
    return { kind: 'promoted', offered: await this.make(tx, book, actorId) };
  }

  async #seatsFor(tx: Tx, book: LineBook, parties: number) {
    const store = new SignupStore(tx);
    for (let most = parties; ; most *= 4) {
      const waiting = await store.waiting(book.row.id, most);
      const clashing = await this.#clashing(store, book, waiting);
      const next = waiting.filter(({ person_id }) => !clashing.has(person_id));
      if (next.length < parties && waiting.length === most) continue;
      return seatsToPromote(book.line, waiting.map(partyOf), clashing, parties, book.now);
    }
  }

  /**
   * The head of the line, long enough that seats are left only if nobody behind it could take them. People are
   * locked before their clashes are read.
   */
  async #candidates(store: SignupStore, book: LineBook) {
    for (let most = freeSeats(book.line, book.now); ; most *= 4) {
      const waiting = await store.waiting(book.row.id, most);
      const clashing = await this.#clashing(store, book, waiting);
      const { line } = offerSeats(book.line, waiting.map(partyOf), clashing, book.now);
      if (waiting.length < most || freeSeats(line, book.now) === 0) {
        waiting.forEach((signup) => book.know(signup));
        return { waiting, clashing };
      }
    }
  }

  /** Which of them have meanwhile a confirmed place elsewhere at that time; read under their locks. */
  async #clashing(store: SignupStore, book: LineBook, waiting: readonly SignupRow[]): Promise<Set<string>> {
    const personIds = waiting.map(({ person_id }) => person_id);
    await store.lockPeople(personIds);
    const clashes = await store.clashes(personIds, book.row, book.now);
    return new Set(clashes.map(({ person_id }) => person_id));
  }
}

export const offerOf = ({ status, seats, offer_until }: SignupRow) => ({
  status,
  seats,
  offerUntil: offer_until,
});

const partyOf = (signup: SignupRow): Waiting => ({
  signupId: signup.id,
  personId: signup.person_id,
  position: signup.position,
  seats: signup.seats,
});
