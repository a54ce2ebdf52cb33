import type { LineView, MyCourseDate, MySignup, SignupStatus } from '@xiaolin/shared-types/signups/schema';
import { momentWords, nearOrWeekdayWord, partOfDayWord } from '@/shared/i18n/moments';
import { coursesText } from '@/shared/i18n/zh-CN/courses';
import { homeText } from '@/shared/i18n/zh-CN/home';
import { signupsText as words } from '@/shared/i18n/zh-CN/signups';
import type { IconName } from '@/shared/theme/icons';

export interface StateWords {
  readonly words: string;
  readonly tone: 'plain' | 'accent' | 'warm' | 'ok';
  readonly icon: IconName;
}

type Standing = Pick<MySignup, 'status' | 'ahead' | 'calledOff' | 'endsAt'> &
  Partial<Pick<MySignup, 'offerUntil'>>;

type GivenUp = 'cancelled' | 'cancelled-late' | 'declined' | 'lapsed' | 'rejected' | 'not-drawn';
const GIVEN_UP: readonly SignupStatus[] = [
  'cancelled',
  'cancelled-late',
  'declined',
  'lapsed',
  'rejected',
  'not-drawn',
];
const givenUp = (status: SignupStatus): status is GivenUp => GIVEN_UP.includes(status);

/** A place's state as a tag. */
export function stateWords(signup: Standing, now: Date): StateWords {
  const s = words.states;
  if (signup.calledOff || signup.status === 'cancelled-by-organiser')
    return { words: s.calledOff, tone: 'warm', icon: 'close' };
  if (signup.status === 'no-show') return { words: s.noShow, tone: 'plain', icon: 'close' };
  if (givenUp(signup.status)) return { words: s[signup.status], tone: 'plain', icon: 'close' };
  if (now.getTime() >= Date.parse(signup.endsAt)) return { words: s.over, tone: 'plain', icon: 'history' };
  if (signup.status === 'pending-review' || signup.status === 'in-draw')
    return { words: s[signup.status], tone: 'accent', icon: 'clock' };
  if (signup.status === 'offered')
    return {
      words: s.offered(momentWords(signup.offerUntil ?? signup.endsAt, now)),
      tone: 'accent',
      icon: 'ticket',
    };
  if (signup.status === 'attended') return { words: s.attended, tone: 'ok', icon: 'check' };
  return signup.status === 'waitlisted'
    ? { words: s.waitlisted((signup.ahead ?? 0) + 1), tone: 'accent', icon: 'clock' }
    : { words: s.confirmed, tone: 'ok', icon: 'check' };
}

/** A certain place in a run that is not over has a ticket; a shift has codes of its own. */
export const hasTicket = (
  { kind, status, calledOff, endsAt }: Pick<MySignup, 'kind' | 'status' | 'calledOff' | 'endsAt'>,
  now: Date,
): boolean =>
  kind === 'occurrence' &&
  (status === 'confirmed' || status === 'attended') &&
  !calledOff &&
  now.getTime() < Date.parse(endsAt);

/** Whoever came to a run that is over is asked how it was; the server knows whether they said so already. */
export const mayHaveFeedback = (
  { kind, status, endsAt }: Pick<MySignup, 'kind' | 'status' | 'endsAt'>,
  now: Date,
): boolean => kind === 'occurrence' && status === 'attended' && now.getTime() >= Date.parse(endsAt);

/** Nothing is certain yet: leaving costs nothing. */
const WAITING: readonly SignupStatus[] = ['waitlisted', 'offered', 'pending-review', 'in-draw'];

/** A place that is still held, whether it can be given up, and what that would do to whom. */
export interface GivingUp {
  readonly kind: 'none' | 'started' | 'cancel' | 'leave' | 'withdraw' | 'leave-course' | 'leave-draw';
  readonly consequence: string;
}

type Holding = Pick<MySignup, 'status' | 'startsAt' | 'freeExit'> & Partial<Pick<MySignup, 'dates'>>;
type Window = Pick<LineView, 'closesAt' | 'waiting' | 'mode'>;

/** `line` is null where it could not be read: the words then promise nothing particular. The server decides. */
export function givingUp(signup: Holding, line: Window | null, now: Date): GivingUp {
  if (signup.status !== 'confirmed' && !WAITING.includes(signup.status))
    return { kind: 'none', consequence: '' };
  if (signup.dates) return givingUpCourse(signup.dates, signup, line, now);
  if (now.getTime() >= Date.parse(signup.startsAt)) return { kind: 'started', consequence: words.started };
  return givingUpOne(signup, line, now);
}

/** Of a course only the dates to come are given up. */
function givingUpCourse(
  dates: readonly MyCourseDate[],
  signup: Holding,
  line: Window | null,
  now: Date,
): GivingUp {
  const coming = datesToCome(dates, now);
  if (coming === 0) return { kind: 'started', consequence: coursesText.overAll };
  const { kind, consequence } = givingUpOne(signup, line, now);
  if (kind !== 'cancel') return { kind, consequence };
  return { kind: 'leave-course', consequence: `${coursesText.leaveDates(coming)}${consequence}` };
}

function givingUpOne(signup: Holding, line: Window | null, now: Date): GivingUp {
  const c = words.consequence;
  if (signup.status === 'pending-review') return { kind: 'withdraw', consequence: c.withdraw };
  if (signup.status === 'in-draw') return { kind: 'leave-draw', consequence: c.leaveDraw };
  if (signup.status !== 'confirmed') return { kind: 'leave', consequence: c.leave };
  if (signup.freeExit) return { kind: 'cancel', consequence: c.moved };
  if (line === null) return { kind: 'cancel', consequence: c.unknown };
  // Whoever was drawn had no place before entries closed: how near the start is too near is the server's word.
  if (line.mode === 'lottery') return { kind: 'cancel', consequence: c.drawn };
  if (now.getTime() >= Date.parse(line.closesAt)) return { kind: 'cancel', consequence: c.late };
  return { kind: 'cancel', consequence: line.waiting > 0 ? c.next : c.free };
}

/** Dates that can still be given up: they have not begun. */
export const datesToCome = (dates: readonly MyCourseDate[], now: Date): number =>
  dates.filter(({ calledOff, startsAt }) => !calledOff && Date.parse(startsAt) > now.getTime()).length;

/** The next thing to go to: the first confirmed place, else the first one that is waited for. */
export const nextOf = (coming: readonly MySignup[]): MySignup | null =>
  coming.find(({ status, calledOff }) => (status === 'confirmed' || status === 'attended') && !calledOff) ??
  null;

/** A longer title would push the headline into a third line. */
const LONGEST_IN_HEADLINE = 9;

/** 明天上午有太极班: the answer, as the headline of the home page. */
export function headline(next: Pick<MySignup, 'kind' | 'title' | 'startsAt'> | null, now: Date): string {
  if (next === null) return homeText.nothingNext;
  const when = `${nearOrWeekdayWord(next.startsAt, now)}${partOfDayWord(next.startsAt)}`;
  if (next.kind === 'shift') return homeText.nextShift(when);
  return next.title.length > LONGEST_IN_HEADLINE
    ? homeText.nextPlain(when)
    : homeText.nextHas(when, next.title);
}
