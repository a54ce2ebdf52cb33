import type { Direction } from '@xiaolin/shared-types/attendance/schema';
import { type ShiftTimes, type StoredState, TRANSITIONS, windowOf } from './attendance-states.js';

export interface ScanFacts {
  readonly direction: Direction;
  /** When it was scanned, milliseconds since 1970; for all but late scans that is when the server received it. */
  readonly at: number;
  /** Whether it waited on a device: what came before it may still be on its way. */
  readonly late: boolean;
  /** The way in that stands, milliseconds since 1970. */
  readonly inAt: number | null;
  readonly shift: ShiftTimes;
  /** Whether the person has a confirmed place in the shift. */
  readonly signedUp: boolean;
  readonly stored: StoredState | null;
}

export type ScanVerdict =
  | { readonly kind: 'accepted'; readonly state: StoredState }
  /** This way was already taken: the first scan stands. */
  | { readonly kind: 'repeated'; readonly state: StoredState }
  /** A late way in, before the one that stands: it counts from here. */
  | { readonly kind: 'earlier'; readonly state: StoredState }
  /** A late way out whose way in is not here yet. */
  | { readonly kind: 'held' }
  | {
      readonly kind: 'refused';
      readonly code: ScanRefusal;
      readonly facts: Readonly<Record<string, string>>;
    };

export type ScanRefusal =
  | 'attendance.not-signed-up'
  | 'attendance.not-checked-in'
  | 'attendance.already-checked-out'
  | 'attendance.too-early'
  | 'attendance.too-late';

const refuse = (code: ScanRefusal, facts: Readonly<Record<string, string>> = {}): ScanVerdict => ({
  kind: 'refused',
  code,
  facts,
});

/**
 * What a scan comes to. Repeating a way is no refusal whatever the time: a volunteer who is in wants to hear that
 * they are in.
 *
 * Late scans arrive in any order, so an out waits for its in, and the earliest in counts; once minutes were credited
 * only a correction changes them.
 */
export function decideScan({ direction, at, late, inAt, shift, signedUp, stored }: ScanFacts): ScanVerdict {
  if (!signedUp) return refuse('attendance.not-signed-up');
  const isOut = stored === 'checked-out' || stored === 'computed';
  const beforeIn = late && inAt !== null && at < inAt;
  const { opens, closes } = windowOf(direction, shift);
  if (direction === 'in' && stored === 'checked-in' && beforeIn && at >= opens)
    return { kind: 'earlier', state: stored };
  if (stored !== null && (direction === 'in' ? stored === 'checked-in' : isOut))
    return { kind: 'repeated', state: stored };
  // Live, somebody stands there and scans the wrong way; late, it is only an older scan of the same stay.
  if (isOut) return late ? { kind: 'repeated', state: stored } : refuse('attendance.already-checked-out');
  if (direction === 'out' && stored === null && !late) return refuse('attendance.not-checked-in');
  if (at < opens) return refuse('attendance.too-early', { opensAt: new Date(opens).toISOString() });
  if (at > closes) return refuse('attendance.too-late', { closedAt: new Date(closes).toISOString() });
  if (direction === 'out' && (stored === null || beforeIn)) return { kind: 'held' };
  return {
    kind: 'accepted',
    state: stored === null ? TRANSITIONS.scheduled.in : TRANSITIONS['checked-in'].out,
  };
}
