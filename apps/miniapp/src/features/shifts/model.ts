import { districtDay } from '@xiaolin/shared-types/contract/district-time';
import { hoursText } from '@xiaolin/shared-types/hours/wording';
import type { ShiftCard } from '@xiaolin/shared-types/shifts/schema';
import { type Phase, phaseOf } from '@xiaolin/shared-types/signups/phase';
import type { LineView, MySignup } from '@xiaolin/shared-types/signups/schema';
import type { Failure } from '@/shared/api/failure';
import { momentWords } from '@/shared/i18n/moments';
import { actionWords, shiftWords } from '@/shared/i18n/zh-CN/shifts';

export interface ShiftDay {
  readonly day: string;
  readonly shifts: readonly ShiftCard[];
}

/** Shifts come sorted by start; each district day is a heading of the list. */
export function byDay(shifts: readonly ShiftCard[]): ShiftDay[] {
  const days: { day: string; shifts: ShiftCard[] }[] = [];
  for (const shift of shifts) {
    const day = districtDay(new Date(shift.startsAt));
    const last = days[days.length - 1];
    if (last?.day === day) last.shifts.push(shift);
    else days.push({ day, shifts: [shift] });
  }
  return days;
}

export interface SeatWords {
  readonly words: string;
  readonly few: boolean;
}

/** How many are still wanted, or why nobody is. */
export function seatWords(line: LineView, now: Date): SeatWords {
  const left = line.capacity - line.taken;
  const phase = phaseOf(line, now);
  if (phase === 'open') return { words: shiftWords.needs(left, line.capacity), few: left <= 3 };
  if (phase === 'not-open') return { words: actionWords.notOpen(momentWords(line.opensAt, now)), few: false };
  return { words: phase === 'waitlist' ? shiftWords.queued(line.waiting) : phaseWords[phase], few: false };
}

const phaseWords: Record<Exclude<Phase, 'open' | 'waitlist' | 'not-open'>, string> = {
  full: actionWords.full,
  closed: actionWords.closed,
  'in-progress': actionWords.running,
  over: actionWords.over,
  'called-off': actionWords.calledOff,
};

export interface MainAction {
  /** `answer`: seats are kept, to be taken or turned down. `why`: cannot be pressed, the words say why. */
  readonly kind: 'take' | 'queue' | 'scan' | 'answer' | 'why';
  readonly words: string;
  readonly note?: string;
  /** Words of the second button, which gives the place up. */
  readonly giveUp?: string;
}

/**
 * The main button of a shift.
 *
 * @param refusal the latest refusal in this shift: a clash stays on the button until something changes.
 * @param unfit why the person does not meet what the shift asks, as the server said before any form
 */
export function mainAction(
  line: LineView,
  place: Pick<MySignup, 'status' | 'ahead'> | null,
  refusal: Failure | null,
  now: Date,
  unfit: string | null = null,
): MainAction {
  const phase = phaseOf(line, now);
  if (phase === 'called-off' || phase === 'over') return { kind: 'why', words: phaseWords[phase] };
  if (place?.status === 'waitlisted')
    return { kind: 'why', words: actionWords.waiting(place.ahead ?? 0), giveUp: actionWords.leave };
  if (place?.status === 'offered')
    return { kind: 'answer', words: actionWords.offered, giveUp: actionWords.leave };
  if (place !== null) return placeAction(line, now);
  if (refusal?.code === 'signup.clash')
    return { kind: 'why', words: actionWords.clash(String(refusal.facts['title'])) };
  if (unfit !== null && (phase === 'open' || phase === 'waitlist')) return { kind: 'why', words: unfit };
  switch (phase) {
    case 'open':
      return {
        kind: 'take',
        words: actionWords.takeLeft(line.capacity - line.taken),
        note: actionWords.takeNote,
      };
    case 'waitlist':
      return { kind: 'queue', words: actionWords.queue(line.waiting), note: actionWords.queueNote };
    case 'not-open':
      return { kind: 'why', words: actionWords.notOpen(momentWords(line.opensAt, now)) };
    case 'full':
    case 'closed':
    case 'in-progress':
      return { kind: 'why', words: phaseWords[phase] };
  }
}

function placeAction(line: LineView, now: Date): MainAction {
  const begun = now.getTime() >= Date.parse(line.startsAt);
  const giveUp = begun ? undefined : actionWords.cancel;
  return districtDay(new Date(line.startsAt)) <= districtDay(now)
    ? { kind: 'scan', words: actionWords.scan, giveUp }
    : { kind: 'why', words: actionWords.have(momentWords(line.startsAt, now)), giveUp };
}

/** `1小时30分钟`, for the rule beside a shift. */
export function durationWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest}分钟`;
  return rest === 0 ? `${hours}小时` : `${hours}小时${rest}分钟`;
}

/** What a shift can earn at most, minutes. */
export const mostMinutes = (shift: Pick<ShiftCard, 'startsAt' | 'endsAt' | 'breakMinutes'>): number =>
  Math.floor((Date.parse(shift.endsAt) - Date.parse(shift.startsAt)) / 60_000) - shift.breakMinutes;

/** How its hours are counted, or why it earns none (志愿服务记录与证明出具办法 art. 7 and 19). */
export function hoursRuleWords(
  shift: Pick<
    ShiftCard,
    'startsAt' | 'endsAt' | 'breakMinutes' | 'countsAsVolunteerService' | 'notCountedReason'
  >,
): string {
  if (!shift.countsAsVolunteerService) return shiftWords.countsNotWhy(shift.notCountedReason ?? '');
  const most = mostMinutes(shift);
  return shiftWords.hoursRuleText(`${durationWords(most)}（记${hoursText(most)}小时）`, shift.breakMinutes);
}
