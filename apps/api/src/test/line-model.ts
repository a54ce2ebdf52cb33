/** What a line must be, said as plainly as possible and without the product's rules. */

interface Party {
  readonly who: number;
  status: string;
  position: number;
  seats: number;
  until: number | null;
}

const HOUR = 3_600_000;
const SEATED = ['confirmed', 'offered'];
const GONE = ['cancelled', 'declined', 'lapsed'];

/** A first-come line whose window is open until its start, with a cut-off of two hours. */
export class LineModel {
  readonly #parties = new Map<number, Party>();
  readonly #start: number;
  readonly #waitlistLimit: number;
  #capacity: number;
  #next = 1;

  constructor(line: { capacity: number; waitlistLimit: number; startsAt: string }) {
    this.#capacity = line.capacity;
    this.#waitlistLimit = line.waitlistLimit;
    this.#start = Date.parse(line.startsAt);
  }

  signUp(who: number, seats: number, now: Date): string {
    this.#lapse(now);
    const outcome = this.#place(who, seats, now);
    this.#offer(now);
    // What they are told is what they have at the end.
    return outcome === 'ok' ? (this.#parties.get(who)?.status ?? '') : outcome;
  }

  cancel(who: number, now: Date): string {
    this.#lapse(now);
    const party = this.#parties.get(who);
    let outcome: string;
    if (party === undefined) return 'signup.unknown';
    if (GONE.includes(party.status) || now.getTime() >= this.#start) outcome = 'signup.not-cancellable';
    else {
      party.status = 'cancelled';
      party.until = null;
      outcome = 'cancelled';
    }
    this.#offer(now);
    return outcome;
  }

  answer(who: number, kind: 'accept' | 'decline', now: Date): string {
    const party = this.#parties.get(who);
    if (party === undefined) return 'signup.unknown';
    this.#lapse(now);
    let outcome: string;
    if (party.status === 'lapsed') outcome = 'signup.offer-lapsed';
    else if (party.status !== 'offered') outcome = 'signup.no-offer';
    else {
      outcome = kind === 'accept' ? 'confirmed' : 'declined';
      party.status = outcome;
      party.until = null;
    }
    this.#offer(now);
    return outcome;
  }

  setCapacity(to: number, now: Date): string {
    const lapsed = [...this.#parties.values()].filter((party) => this.#isOver(party, now));
    const taken = this.#seats(SEATED) - lapsed.reduce((sum, { seats }) => sum + seats, 0);
    // A refusal undoes everything, the lapsing too.
    if (to < taken) return 'activity.capacity-below-taken';
    this.#lapse(now);
    this.#capacity = to;
    this.#offer(now);
    return 'ok';
  }

  /** By hand: seats are added for the first so many parties, and offered like any other. */
  promote(parties: number, now: Date): string {
    this.#lapse(now);
    this.#offer(now);
    if (this.#start - 2 * HOUR <= now.getTime()) return 'signup.offers-over';
    const next = [...this.#parties.values()]
      .filter(({ status }) => status === 'waitlisted')
      .sort((a, b) => a.position - b.position)
      .slice(0, parties);
    if (next.length === 0) return 'signup.nobody-waits';
    const needed = this.#seats(SEATED) + next.reduce((sum, { seats }) => sum + seats, 0);
    this.#capacity = Math.max(this.#capacity, needed);
    this.#offer(now);
    return `offered ${next.length}`;
  }

  /** The job looks only at lines in which an offer has ended. */
  sweep(now: Date): void {
    if (![...this.#parties.values()].some((party) => this.#isOver(party, now))) return;
    this.#lapse(now);
    this.#offer(now);
  }

  state(idOf: (who: number) => string) {
    const line = {
      capacity: this.#capacity,
      taken: this.#seats(SEATED),
      waiting: this.#seats(['waitlisted']),
      next_position: this.#next,
    };
    const rows = [...this.#parties.values()].sort((a, b) => a.position - b.position);
    if (rows.length === 0)
      return [{ ...line, person_id: null, status: null, position: null, seats: null, offer_until: null }];
    return rows.map((party) => ({
      ...line,
      person_id: idOf(party.who),
      status: party.status,
      position: party.position,
      seats: party.seats,
      offer_until: party.until === null ? null : new Date(party.until).toISOString(),
    }));
  }

  /** One of those who are in this state, so that a sequence does something; anybody when there is none. */
  someone(nth: number, state: 'offered' | 'live'): number {
    const among = [...this.#parties.values()].filter(({ status }) =>
      state === 'offered' ? status === state : !GONE.includes(status),
    );
    return among[nth % among.length]?.who ?? nth;
  }

  #place(who: number, seats: number, now: Date): string {
    const before = this.#parties.get(who);
    // A party larger than all the seats is refused before anything else is looked at.
    if (seats > 1 && seats > Math.min(3, this.#capacity)) return 'signup.party-too-large';
    if (before !== undefined && !GONE.includes(before.status)) return 'signup.already';
    if (now.getTime() >= this.#start) return 'signup.closed';
    const waiting = this.#seats(['waitlisted']);
    const free = this.#capacity - this.#seats(SEATED);
    const full = free <= 0 || waiting > 0;
    if (full && waiting >= this.#waitlistLimit) return 'signup.full';
    const fits = waiting === 0 && seats <= free;
    if (!fits && waiting + seats > this.#waitlistLimit) return 'signup.full';
    const status = fits ? 'confirmed' : 'waitlisted';
    this.#parties.set(who, { who, status, position: this.#next, seats, until: null });
    this.#next += 1;
    return 'ok';
  }

  #isOver(party: Party, now: Date): boolean {
    return party.status === 'offered' && party.until !== null && party.until <= now.getTime();
  }

  #lapse(now: Date): void {
    for (const party of this.#parties.values())
      if (this.#isOver(party, now)) {
        party.status = 'lapsed';
        party.until = null;
      }
  }

  #offer(now: Date): void {
    const left = this.#start - 2 * HOUR - now.getTime();
    if (left <= 0) return;
    const length = Math.min(Math.max(Math.min(left / 4, 24 * HOUR), HOUR / 2), left);
    const waiting = [...this.#parties.values()]
      .filter(({ status }) => status === 'waitlisted')
      .sort((a, b) => a.position - b.position);
    for (const party of waiting)
      if (this.#seats(SEATED) + party.seats <= this.#capacity) {
        party.status = 'offered';
        party.until = now.getTime() + length;
      }
  }

  #seats(statuses: readonly string[]): number {
    return [...this.#parties.values()]
      .filter(({ status }) => statuses.includes(status))
      .reduce((sum, { seats }) => sum + seats, 0);
  }
}
