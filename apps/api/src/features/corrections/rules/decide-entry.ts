import type { EntryStatus } from '@xiaolin/shared-types/corrections/schema';

/** So many days after its end a shift may still be entered by hand, or asked for: a term, and the term's holidays. */
export const ENTRY_DAYS = 90;

/** Where an entry may go. */
export const ENTRY_TRANSITIONS = {
  waiting: ['approved', 'rejected'],
  approved: [],
  rejected: [],
} as const satisfies Record<EntryStatus, readonly EntryStatus[]>;

const DAY_MS = 24 * 60 * 60_000;

export interface ShiftToEnter {
  readonly endsAt: string;
  readonly calledOff: boolean;
  /** Whether its role counts as volunteer service (办法 art. 19). */
  readonly counts: boolean;
  /** Whether the volunteer has a record of it, or an entry that waits. */
  readonly recorded: boolean;
}

export type ShiftRefusal =
  'shift.unknown' | 'entry.not-counted' | 'entry.not-over-yet' | 'entry.too-long-ago' | 'entry.already';

/** Why no record of this shift may be asked for or entered now, or null. */
export function refusalOfShift(shift: ShiftToEnter | undefined, now: Date): ShiftRefusal | null {
  if (shift === undefined || shift.calledOff) return 'shift.unknown';
  if (!shift.counts) return 'entry.not-counted';
  const since = now.getTime() - Date.parse(shift.endsAt);
  if (since < 0) return 'entry.not-over-yet';
  if (since > ENTRY_DAYS * DAY_MS) return 'entry.too-long-ago';
  return shift.recorded ? 'entry.already' : null;
}

/** Times by hand stay inside the shift: what was outside of it would not count, and a slip of the pen would hide. */
export const timesFit = (
  times: { readonly inAt: string; readonly outAt: string },
  shift: { readonly startsAt: string; readonly endsAt: string },
): boolean => shift.startsAt <= times.inAt && times.inAt < times.outAt && times.outAt <= shift.endsAt;

export interface EntryFacts {
  readonly status: EntryStatus;
  readonly personId: string;
  readonly authorId: string;
}

export type EntryRefusal =
  'entry.unknown' | 'access.out-of-scope' | 'hours.own-record' | 'entry.own-entry' | 'entry.not-waiting';

/**
 * Why this person may not decide about the entry, or null. Its author never, whatever other role they hold, nor the
 * volunteer; `inScope` means that the unit above the author's is reached (domain, "Hour record").
 */
export function refusalToDecideEntry(
  entry: EntryFacts | undefined,
  actor: { readonly personId: string; readonly inScope: boolean },
  to: 'approved' | 'rejected',
): EntryRefusal | null {
  if (entry === undefined) return 'entry.unknown';
  if (!actor.inScope) return 'access.out-of-scope';
  if (entry.personId === actor.personId) return 'hours.own-record';
  if (entry.authorId === actor.personId) return 'entry.own-entry';
  return (ENTRY_TRANSITIONS[entry.status] as readonly EntryStatus[]).includes(to)
    ? null
    : 'entry.not-waiting';
}
