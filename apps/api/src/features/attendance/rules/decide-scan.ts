import type { Direction } from '@xiaolin/shared-types/attendance/schema';
import { type ShiftTimes, type StoredState, TRANSITIONS, windowOf } from './attendance-states.js';

export interface ScanFacts {
  readonly direction: Direction;
  /** When the server received it, milliseconds since 1970. */
  readonly at: number;
  readonly shift: ShiftTimes;
  /** Whether the person has a confirmed place in the shift. */
  readonly signedUp: boolean;
  readonly stored: StoredState | null;
}

export type ScanVerdict =
  | { readonly kind: 'accepted'; readonly state: StoredState }
  /** This way was already taken: the first scan stands. */
  | { readonly kind: 'repeated'; readonly state: StoredState }
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
 */
export function decideScan({ direction, at, shift, signedUp, stored }: ScanFacts): ScanVerdict {
  if (!signedUp) return refuse('attendance.not-signed-up');
  const isOut = stored === 'checked-out' || stored === 'computed';
  if (stored !== null && (direction === 'in' ? stored === 'checked-in' : isOut))
    return { kind: 'repeated', state: stored };
  if (isOut) return refuse('attendance.already-checked-out');
  if (direction === 'out' && stored === null) return refuse('attendance.not-checked-in');
  const { opens, closes } = windowOf(direction, shift);
  if (at < opens) return refuse('attendance.too-early', { opensAt: new Date(opens).toISOString() });
  if (at > closes) return refuse('attendance.too-late', { closedAt: new Date(closes).toISOString() });
  return {
    kind: 'accepted',
    state: stored === null ? TRANSITIONS.scheduled.in : TRANSITIONS['checked-in'].out,
  };
}
