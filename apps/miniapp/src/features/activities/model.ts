import type { ActivityView, OccurrenceCard, OccurrenceView } from '@xiaolin/shared-types/activities/schema';
import { addDistrictDays, districtDay } from '@xiaolin/shared-types/contract/district-time';
import { phaseOf } from '@xiaolin/shared-types/signups/phase';
import type { LineView, SignupView } from '@xiaolin/shared-types/signups/schema';
import { dateWords, momentWords, nearDayWord, partsOf } from '@/shared/i18n/moments';
import { coursesText } from '@/shared/i18n/zh-CN/courses';
import { activitiesText as words } from '@/shared/i18n/zh-CN/activities';
import type { StripDay } from '@/shared/ui/choosers';

export interface DayGroup {
  readonly day: string;
  readonly heading: string;
  readonly items: readonly OccurrenceCard[];
}

/** `今天 11月23日 周一`: near days by their word and their date. */
export const dayHeading = (day: string, now: Date): string => {
  const near = nearDayWord(day, now);
  const date = dateWords(`${day}T04:00:00.000Z`);
  return near === '' ? date : `${near} ${date}`;
};

/** Occurrences under the day on which they begin in the district; the order within is kept. */
export function groupByDay(items: readonly OccurrenceCard[], now: Date): readonly DayGroup[] {
  const groups: { day: string; heading: string; items: OccurrenceCard[] }[] = [];
  for (const item of items) {
    const { day } = partsOf(item.startsAt);
    const last = groups[groups.length - 1];
    if (last?.day === day) last.items.push(item);
    else groups.push({ day, heading: dayHeading(day, now), items: [item] });
  }
  return groups;
}

/** Days of the strip: two weeks, or up to the chosen day where that lies later. */
export function stripDays(
  now: Date,
  counts: readonly { readonly day: string; readonly occurrences: number }[],
  length = 14,
): readonly StripDay[] {
  const today = districtDay(now);
  const of = new Map(counts.map(({ day, occurrences }) => [day, occurrences]));
  return Array.from({ length }, (_, index) => {
    const date = addDistrictDays(today, index);
    const parts = partsOf(`${date}T04:00:00.000Z`);
    return {
      date,
      weekday: index === 0 ? '今天' : parts.weekday,
      day: String(parts.date),
      count: of.get(date) ?? 0,
    };
  });
}

/** What the list says about seats where a bar would mislead; null where the bar says it all. */
export function seatsNote(line: LineView, now: Date): string | null {
  switch (phaseOf(line, now)) {
    case 'not-open':
      return words.opensAt(momentWords(line.opensAt, now));
    case 'closed':
      return words.signUpClosed;
    case 'in-progress':
      return words.inProgress;
    case 'over':
      return words.over;
    case 'called-off':
      return words.button.calledOff;
    case 'full':
      return words.button.full;
    case 'open':
      return line.mode === 'lottery' ? words.note.draw(momentWords(line.closesAt, now)) : null;
    case 'waitlist':
      return null;
  }
}

export interface SeatFacts {
  readonly title: string;
  readonly note: string;
  /** Beside the bar. */
  readonly bar: string;
  readonly level: 'some' | 'few' | 'full';
  readonly percent: number;
}

/** From here on the bar warns. */
const FEW = 3;

/** Seats as the detail page says them. */
export function seatFacts(line: LineView, now: Date): SeatFacts {
  const { capacity, taken, waiting, waitlistLimit } = line;
  const left = Math.max(0, capacity - taken);
  const percent = capacity === 0 ? 100 : Math.min(100, Math.round((taken / capacity) * 100));
  const s = words.seats;
  switch (phaseOf(line, now)) {
    case 'not-open':
      return {
        title: s.total(capacity),
        note: (line.mode === 'lottery' ? s.drawLater : s.openLater)(momentWords(line.opensAt, now)),
        bar: s.notOpen,
        level: 'some',
        percent: 0,
      };
    case 'open':
      if (line.mode === 'lottery')
        return {
          title: s.total(capacity),
          note: s.drawn,
          bar: s.noSeatYet,
          level: 'some',
          percent: 0,
        };
      return {
        title: s.left(left),
        note: waitlistLimit > 0 ? s.thenWait(capacity) : s.noWaitlist(capacity),
        bar: s.taken(taken),
        level: left <= FEW ? 'few' : 'some',
        percent,
      };
    case 'waitlist':
      return {
        title: s.allTaken(capacity),
        note: s.waiting(waiting),
        bar: s.full,
        level: 'full',
        percent: 100,
      };
    case 'full':
      return { title: s.allTaken(capacity), note: s.nobodyMore, bar: s.full, level: 'full', percent: 100 };
    case 'closed':
      return {
        title: words.signUpClosed,
        note: s.ofTotal(taken, capacity),
        bar: s.taken(taken),
        level: 'full',
        percent,
      };
    case 'in-progress':
    case 'over':
    case 'called-off':
      return {
        title: seatsNote(line, now) ?? '',
        note: s.ofTotal(taken, capacity),
        bar: s.taken(taken),
        level: 'full',
        percent,
      };
  }
}

/**
 * The main button. `sign-up` and `wait` lead to the form, `mine` to the person's own place, and `why` cannot be pressed
 * and says why.
 */
export interface MainAction {
  readonly kind: 'sign-up' | 'wait' | 'mine' | 'why';
  readonly words: string;
  /** Above the button: what happens next. */
  readonly note: string | null;
}

type Mine = Pick<SignupView, 'status' | 'ahead'>;

export interface MainActionFacts {
  readonly line: LineView;
  /** The person's own place in this line, if any. */
  readonly mine: Mine | null;
  /** Title of the other place, after the server has named it. */
  readonly clash: string | null;
  /** Elder mode says it shorter. */
  readonly plain: boolean;
  /** All dates are taken at once. */
  readonly course?: boolean;
  /** People who have entered a lottery, where that is known. */
  readonly entered?: number | null;
}

const why = (text: string, note: string | null = null): MainAction => ({ kind: 'why', words: text, note });

const mineAction = (mine: Mine | null): MainAction | null => {
  const b = words.button;
  if (mine?.status === 'confirmed') return { kind: 'mine', words: b.mine, note: null };
  if (mine?.status === 'pending-review') return { kind: 'mine', words: b.minePending, note: null };
  if (mine?.status === 'in-draw') return { kind: 'mine', words: b.mineInDraw, note: null };
  if (mine?.status === 'offered') return { kind: 'mine', words: b.mineOffered, note: words.note.offered };
  if (mine?.status === 'waitlisted')
    return { kind: 'mine', words: b.mineWaiting((mine.ahead ?? 0) + 1), note: words.note.waitlist };
  return null;
};

export function mainAction(facts: MainActionFacts, now: Date): MainAction {
  const { line, mine, clash, plain, course } = facts;
  const b = words.button;
  const phase = phaseOf(line, now);
  if (phase === 'called-off') return why(b.calledOff);
  const own = mineAction(mine);
  if (own !== null) return mine?.status === 'in-draw' ? { ...own, note: drawNote(facts, now) } : own;
  if (clash !== null && (phase === 'open' || phase === 'waitlist')) return why(b.clash(clash));
  switch (phase) {
    case 'not-open':
      return why(
        b.notOpen(momentWords(line.opensAt, now)),
        line.mode === 'lottery'
          ? words.note.drawNotOpen(momentWords(line.closesAt, now))
          : words.note.notOpen(line.capacity),
      );
    case 'open':
      if (line.mode === 'approval')
        return { kind: 'sign-up', words: plain ? b.applyPlain : b.apply, note: words.note.apply };
      if (line.mode === 'lottery')
        return { kind: 'sign-up', words: plain ? b.enterPlain : b.enter, note: drawNote(facts, now) };
      return {
        kind: 'sign-up',
        words: signUpWords(line.capacity - line.taken, plain, course ?? false),
        note: closingSoon(line, now),
      };
    case 'waitlist':
      return {
        kind: 'wait',
        words: plain ? b.waitPlain(line.waiting) : b.wait(line.waiting),
        note: words.note.waitlist,
      };
    case 'full':
      return why(b.full);
    case 'closed':
      return why(line.mode === 'lottery' ? b.drawClosed : b.closed);
    case 'in-progress':
      return why(b.inProgress);
    case 'over':
      return why(b.over);
  }
}

/** Of a course it is said that all of it is taken. */
function signUpWords(left: number, plain: boolean, course: boolean): string {
  const b = course ? coursesText : words.button;
  return plain ? b.signUpPlain : b.signUp(left);
}

/** What can be signed up for: each run, or a course as one, which stands at its next date. */
export function takeable(
  { course, occurrences }: Pick<ActivityView, 'course' | 'occurrences'>,
  now: Date,
): readonly OccurrenceView[] {
  if (course === null) return occurrences;
  const { startsAt, endsAt } = nextDate(occurrences, now) ?? course.line;
  return [{ ...course, startsAt, endsAt }];
}

/** The next date of a course that takes place, else its last one. */
export function nextDate<Run extends { readonly endsAt: string; readonly line: LineView }>(
  dates: readonly Run[],
  now: Date,
): Run | null {
  const held = dates.filter(({ line }) => !line.calledOff);
  return held.find(({ endsAt }) => Date.parse(endsAt) > now.getTime()) ?? held[held.length - 1] ?? null;
}

/** When the draw is, and how many are in it. */
const drawNote = ({ line, entered }: MainActionFacts, now: Date): string => {
  const moment = momentWords(line.closesAt, now);
  return entered ? words.note.drawEntered(moment, entered) : words.note.draw(moment);
};

/** The end of sign-up is worth a line only when it is near: within two days. */
const closingSoon = (line: LineView, now: Date): string | null =>
  Date.parse(line.closesAt) - now.getTime() < 48 * 3_600_000
    ? words.note.closes(momentWords(line.closesAt, now))
    : null;

/** Which run a detail page shows first: the one that was asked for, else the next that is not over. */
export function firstRun<Run extends { readonly id: string; readonly line: LineView }>(
  runs: readonly Run[],
  asked: string | undefined,
  now: Date,
): Run | null {
  const named = runs.find((run) => run.id === asked);
  const coming = runs.find((run) => !['over', 'called-off'].includes(phaseOf(run.line, now)));
  return named ?? coming ?? runs[runs.length - 1] ?? null;
}
