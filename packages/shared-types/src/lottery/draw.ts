import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';

/*
 * The draw itself, once: the server draws with it and anybody's browser replays with it. It must give the same list
 * on every machine and for ever, so it uses nothing but SHA-256 and the order of characters. Why this scheme:
 * docs/decisions/0012-the-draw.md.
 */

/** An entry under its public number, which says nothing about whose it is or when it came. */
export interface Entry {
  readonly number: string;
  /** The person and those who come along: all of them are drawn, or none. */
  readonly seats: number;
}

export const DRAW_OUTCOMES = ['confirmed', 'waitlisted', 'not-drawn'] as const;
export type DrawOutcome = (typeof DRAW_OUTCOMES)[number];

/** An entry in its place of the drawn order, with what came of it. */
export interface DrawnEntry extends Entry {
  /** It would have fitted, but its owner had a confirmed place elsewhere at that time. */
  readonly busy: boolean;
  readonly outcome: DrawOutcome;
}

/** What is given away. */
export interface Room {
  readonly seats: number;
  /** People who may wait, in the drawn order. */
  readonly waitlistLimit: number;
}

/** Bytes, then ASCII. WeChat has no TextEncoder; a loop, because a hundred thousand of them are wanted at once. */
function joined(head: Uint8Array, text: string): Uint8Array {
  const bytes = new Uint8Array(head.length + text.length);
  bytes.set(head);
  for (let at = 0; at < text.length; at += 1) bytes[head.length + at] = text.charCodeAt(at);
  return bytes;
}
const NOTHING = new Uint8Array(0);
const ascii = (text: string): Uint8Array => joined(NOTHING, text);
const fingerprint = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));
const byCharacters = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function byBytes(a: Uint8Array, b: Uint8Array): number {
  for (let at = 0; at < a.length; at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * The public number of an entry: 64 bits of a hash of its identifier. The identifier is random and given by the
 * server, and stays when somebody withdraws and enters again, so nobody can try for a better number.
 */
export const entryNumber = (signupId: string): string =>
  fingerprint(ascii(`xiaolin-draw-entry:${signupId}`)).slice(0, 16);

/** What is published before entries open: it binds the seed and does not tell it. @param seed 64 hex digits */
export const commitmentOf = (seed: string): string => fingerprint(hexToBytes(seed));

/** One value for all entries, in whatever order they came: one line each, sorted by number. */
export const digestOf = (entries: readonly Entry[]): string =>
  fingerprint(
    ascii(
      entries
        .map(({ number, seats }) => `${number} ${seats}\n`)
        .sort(byCharacters)
        .join(''),
    ),
  );

/**
 * The entries in the order in which they are drawn. The key mixes the seed, which was fixed first, with all entries,
 * which were fixed last: whoever learned the seed early could not tell what it will do until nobody can enter.
 *
 * @param seed 64 hex digits
 * @param digest of these entries, see {@link digestOf}
 */
export function drawOrder<E extends Entry>(
  seed: string,
  digest: string,
  entries: readonly E[],
): readonly E[] {
  const key = sha256(hexToBytes(seed + digest));
  return entries
    .map((entry) => ({ entry, ticket: sha256(joined(key, entry.number)) }))
    .sort((a, b) => byBytes(a.ticket, b.ticket))
    .map(({ entry }) => entry);
}

/** Gives seats in the drawn order. */
export class Allotment {
  #seats: number;
  #waitlist: number;

  constructor(room: Room) {
    this.#seats = room.seats;
    this.#waitlist = room.waitlistLimit;
  }

  /** Seats that are still free. */
  get left(): number {
    return this.#seats;
  }

  /**
   * Seats if the whole party fits what is left and its owner is free at that time, else a place in the waitlist while
   * the party fits it. A party that does not fit is passed over: those behind it are not.
   */
  give<E extends Entry>(entry: E, isBusy: boolean): E & DrawnEntry {
    const fits = entry.seats <= this.#seats;
    const busy = fits && isBusy;
    if (fits && !busy) {
      this.#seats -= entry.seats;
      return { ...entry, busy, outcome: 'confirmed' };
    }
    if (entry.seats > this.#waitlist) return { ...entry, busy, outcome: 'not-drawn' };
    this.#waitlist -= entry.seats;
    return { ...entry, busy, outcome: 'waitlisted' };
  }
}

/** A draw as it was published. */
export interface PublishedDraw {
  readonly commitment: string;
  readonly seed: string;
  readonly digest: string;
  readonly room: Room;
  readonly entries: readonly DrawnEntry[];
}

/** What a replay found, in the order in which it looks; `first` is the place (from 1) of the first difference. */
export type Replay =
  | { readonly same: true }
  | { readonly same: false; readonly what: 'commitment' | 'entries' }
  | { readonly same: false; readonly what: 'list'; readonly first: number };

/**
 * Draws again from what was published and compares: is the seed the one that was committed to, are the entries the
 * ones that were drawn, and does every entry stand where it must with what it must get?
 */
export function replay({ commitment, seed, digest, room, entries }: PublishedDraw): Replay {
  if (commitmentOf(seed) !== commitment) return { same: false, what: 'commitment' };
  if (digestOf(entries) !== digest) return { same: false, what: 'entries' };
  const allotment = new Allotment(room);
  const again = drawOrder(seed, digest, entries).map((entry) => allotment.give(entry, entry.busy));
  const first = again.findIndex((entry, place) => {
    const published = entries[place];
    return (
      entry.number !== published?.number ||
      entry.outcome !== published.outcome ||
      entry.busy !== published.busy
    );
  });
  return first === -1 ? { same: true } : { same: false, what: 'list', first: first + 1 };
}
