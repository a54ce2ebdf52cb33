import type { Direction, SiteCodeView } from '@xiaolin/shared-types/attendance/schema';
import type { Failure } from '@/shared/api/failure';

/** A code as it came, with what the device's clock said then: only the difference of the server's two times counts. */
export interface ShownCode {
  readonly view: SiteCodeView;
  /** Milliseconds to add to the device's clock to get the server's. */
  readonly ahead: number;
  /** How long this code had to live when it was first seen, milliseconds. */
  readonly life: number;
}

export function showCode(view: SiteCodeView, deviceNow: number, before: ShownCode | null): ShownCode {
  const serverNow = Date.parse(view.serverTime);
  return {
    view,
    ahead: serverNow - deviceNow,
    life: before?.view.code === view.code ? before.life : Date.parse(view.validUntil) - serverNow,
  };
}

/** Milliseconds that the code still stands; negative once the server has the next one. */
export const leftOf = ({ view, ahead }: ShownCode, deviceNow: number): number =>
  Date.parse(view.validUntil) - (deviceNow + ahead);

const lookMilliseconds = 5_000;
const retryMilliseconds = 2_000;
/** Just after the change: a question that arrives a hair early would bring the old code again. */
const marginMilliseconds = 150;

/** When to ask again: for the counts every few seconds, for the next code when it is there, after a failure soon. */
export function nextLook(shown: ShownCode | null, failed: boolean, deviceNow: number): number {
  if (failed || shown === null) return retryMilliseconds;
  return Math.max(
    marginMilliseconds,
    Math.min(lookMilliseconds, leftOf(shown, deviceNow) + marginMilliseconds),
  );
}

/** `holding`: not reached, but the code on the screen still works. `over`: it does not, and must not be scanned. */
export type ProjectorState = 'loading' | 'live' | 'holding' | 'over' | 'failed';

/** How late the next code may be before the old one is taken down: an answer takes its time. */
const graceMilliseconds = 3_000;

export function stateOf(shown: ShownCode | null, failure: Failure | null, deviceNow: number): ProjectorState {
  // A refusal (another organisation's shift, signed out) does not pass by waiting, however good the old code looks.
  if (failure !== null && isFinal(failure)) return 'failed';
  if (shown === null) return failure === null ? 'loading' : 'failed';
  if (leftOf(shown, deviceNow) < -graceMilliseconds) return 'over';
  return failure === null ? 'live' : 'holding';
}

/** A code of the other way must never stand under this way's name. */
export const ofWay = (shown: ShownCode | null, way: Direction): ShownCode | null =>
  shown?.view.direction === way ? shown : null;

export const isFinal = ({ code }: Failure): boolean =>
  code === 'shift.unknown' || code.startsWith('access.') || code.startsWith('session.');

export interface LiveCount {
  readonly done: number;
  /** Of how many; 0 where nobody is expected. */
  readonly of: number;
  /** 0 to 100, for the bar. */
  readonly percent: number;
}

/** In: of those who have a place. Out: of those who came. */
export function countOf({ direction, checkedIn, checkedOut, expected }: SiteCodeView): LiveCount {
  const [done, of] = direction === 'in' ? [checkedIn, expected] : [checkedOut, checkedIn];
  return { done, of, percent: of === 0 ? 0 : Math.min(100, Math.round((done / of) * 100)) };
}

/** How many came between two looks at the same way. */
export const arrivedSince = (before: SiteCodeView | null, view: SiteCodeView): number =>
  before === null || before.direction !== view.direction
    ? 0
    : Math.max(0, countOf(view).done - countOf(before).done);
