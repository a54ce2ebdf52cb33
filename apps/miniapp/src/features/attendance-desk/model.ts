import type { Direction, ScanOutcome, ShiftRosterEntry } from '@xiaolin/shared-types/attendance/schema';
import { hoursText } from '@xiaolin/shared-types/hours/wording';
import type { TodayItem } from '@xiaolin/shared-types/workbench/routes';
import { isPassing, type Failure } from '@/shared/api/failure';
import { clockWords } from '@/shared/i18n/moments';
import { problemText } from '@/shared/i18n/problem-text';
import {
  deskListWords,
  deskRefusals,
  deskRefusalTodo,
  deskResultWords,
  tickWords,
} from '@/shared/i18n/zh-CN/attendance-desk';
import type { IconName } from '@/shared/theme/icons';
import type { Answer } from '@/shared/ui/answer-card';
import { isTypedCode, plainCode } from '@/shared/ui/typed-code';

/** The shift of a desk, from the server or from the roster that was loaded. */
export interface DeskShift {
  readonly id: string;
  readonly activityTitle: string;
  readonly roleName: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly where: string | null;
}

export interface TodayShift {
  readonly id: string;
  readonly activityTitle: string;
  readonly placeName: string | null;
  readonly roleName: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly taken: number;
  readonly needed: number;
}

/** The shifts of the day (of one activity, if said), soonest first; what was called off needs no desk. */
export const shiftsOf = (today: readonly TodayItem[], activityId?: string): TodayShift[] =>
  today
    .filter((item) => !item.line.calledOff && (activityId === undefined || item.activityId === activityId))
    .flatMap(({ title, placeName, shifts }) =>
      shifts.map((shift) => ({ ...shift, activityTitle: title, placeName })),
    )
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt) || a.id.localeCompare(b.id));

/** Before the end people may already be leaving: from here on the way out is the likelier one. */
const leavingMilliseconds = 15 * 60_000;

/** The way that the desk starts with; the switch is always there. */
export const usualWay = ({ endsAt }: { readonly endsAt: string }, now: Date): Direction =>
  now.getTime() >= Date.parse(endsAt) - leavingMilliseconds ? 'out' : 'in';

/** A whole code, from a handheld scanner that types what it reads. */
const looksScanned = (text: string): boolean => /^\S{20,300}$/.test(text);

/** What is sent for the text in the field; null when it cannot be a code. */
export function codeOf(text: string): string | null {
  if (isTypedCode(text)) return plainCode(text);
  const bare = text.trim();
  return looksScanned(bare) ? bare : null;
}

export interface DeskResult {
  /** `offline`: written down, and not yet checked by anybody. */
  readonly tone: 'ok' | 'no' | 'offline';
  readonly title: string;
  /** Who it was; null where the code did not say. */
  readonly who: string | null;
  readonly lead: string;
  readonly todo: string | null;
  /** Sending the same once more makes sense. */
  readonly again: boolean;
  /** Only what went well may go away by itself. */
  readonly passes: boolean;
}

/** The same for the scanner's own card, which knows no fourth face: what was only written down is to be looked at. */
export const answerOfResult = ({ tone, title, who, lead, todo }: DeskResult): Answer => ({
  tone: tone === 'offline' ? 'flag' : tone,
  title: who === null ? title : `${who} ${title}`,
  lead,
  more: todo,
});

export function resultOfOutcome(outcome: ScanOutcome): DeskResult {
  const { direction, repeated, personName, roleName, at, minutes } = outcome;
  const clock = clockWords(at);
  const isIn = direction === 'in';
  const done = isIn ? deskResultWords.okIn : deskResultWords.okOut;
  const twice = isIn ? deskResultWords.repeatedIn : deskResultWords.repeatedOut;
  return {
    tone: 'ok',
    title: repeated ? twice : done,
    who: personName,
    lead: repeated ? deskResultWords.repeated(clock) : deskResultWords.at(roleName, clock),
    todo: minutes === null || repeated ? null : deskResultWords.credited(hoursText(minutes)),
    again: false,
    passes: !repeated,
  };
}

export function resultOfRefusal(problem: Failure, way: Direction, who: string | null, now: Date): DeskResult {
  const known = deskRefusals[problem.code];
  const opensAt = problem.facts['opensAt'];
  const todo =
    problem.code === 'attendance.too-early' && typeof opensAt === 'string'
      ? deskRefusalTodo.opensAt(clockWords(opensAt))
      : (known?.todo ?? deskRefusalTodo.other);
  return {
    tone: 'no',
    title: way === 'in' ? deskResultWords.refusedIn : deskResultWords.refusedOut,
    who,
    lead: known?.lead ?? problemText(problem, now),
    todo,
    again: isPassing(problem),
    passes: false,
  };
}

export interface EntryTag {
  readonly words: string;
  readonly tone: 'plain' | 'ok' | 'warm' | 'earth';
  readonly icon?: IconName;
}

const clockOr = (instant: string | null): string => (instant === null ? '' : clockWords(instant));

export function tagOf(entry: ShiftRosterEntry): EntryTag {
  if (entry.status === 'waitlisted')
    return { words: deskListWords.waiting(entry.ahead ?? 0), tone: 'earth', icon: 'clock' };
  switch (entry.state) {
    case 'scheduled':
      return { words: deskListWords.scheduled, tone: 'plain' };
    case 'checked-in':
      return { words: deskListWords.checkedIn(clockOr(entry.checkedInAt)), tone: 'ok', icon: 'check' };
    case 'checked-out':
    case 'computed':
      return { words: deskListWords.checkedOut(clockOr(entry.checkedOutAt)), tone: 'ok', icon: 'check' };
    case 'absent':
      return { words: deskListWords.absent, tone: 'warm', icon: 'alert' };
    case 'missing-out':
      return { words: deskListWords.missingOut, tone: 'earth', icon: 'flag' };
  }
}

/** Whether a tick this way would change anything: who is already there needs none, who waits has no place. */
export const mayTick = ({ status, state }: ShiftRosterEntry, way: Direction): boolean =>
  status === 'confirmed' && state === (way === 'in' ? 'scheduled' : 'checked-in');

/** Who still has to come this way first, then the rest, who waits last; the server's order within each. */
export const arrange = (entries: readonly ShiftRosterEntry[], way: Direction): ShiftRosterEntry[] => {
  const rank = (entry: ShiftRosterEntry): number =>
    entry.status === 'waitlisted' ? 2 : mayTick(entry, way) ? 0 : 1;
  return [...entries].sort((a, b) => rank(a) - rank(b));
};

/** By a part of the name, or the end of the phone. */
export const findPeople = (
  entries: readonly ShiftRosterEntry[],
  text: string,
): readonly ShiftRosterEntry[] => {
  const wanted = text.replace(/\s/g, '');
  if (wanted === '') return entries;
  return entries.filter(
    ({ displayName, maskedPhone }) => displayName.includes(wanted) || (maskedPhone ?? '').endsWith(wanted),
  );
};

export type TickReason = keyof typeof tickWords.reasons;

export const tickReasons = Object.keys(tickWords.reasons) as readonly TickReason[];

/** `手机没电或没带：充电宝也没带`; null while something is missing. */
export function reasonText(reason: TickReason | null, more: string): string | null {
  const added = more.trim();
  if (reason === null || (reason === 'other' && added === '')) return null;
  if (reason === 'other') return added;
  return added === '' ? tickWords.reasons[reason] : `${tickWords.reasons[reason]}：${added}`;
}
