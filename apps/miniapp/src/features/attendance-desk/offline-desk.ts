import type { Direction, OfflineRosterContent } from '@xiaolin/shared-types/attendance/schema';
import { clockWords } from '@/shared/i18n/moments';
import {
  deskRefusals,
  deskRefusalTodo,
  deskResultWords,
  deskWords,
} from '@/shared/i18n/zh-CN/attendance-desk';
import {
  offlineDeskWords,
  offlineEndTodo,
  offlineEndWords,
  offlineResultWords as words,
} from '@/shared/i18n/zh-CN/attendance-offline';
import { problemText } from '@/shared/i18n/problem-text';
import type { QueuedDeskScan } from './desk-queue';
import type { DeskResult } from './model';
import type { OfflineCheck } from './offline-roster';

/** Where somebody stands as far as this device knows. */
export type OfflineState = keyof typeof offlineDeskWords.states;

type Noted = Pick<QueuedDeskScan, 'passId' | 'direction' | 'nonce' | 'end'>;

const counts = ({ end }: Pick<Noted, 'end'>): boolean => end?.kind !== 'refused';

/** The roster as it was loaded, with what this device has scanned since. */
export function offlineStates(
  roster: OfflineRosterContent,
  items: readonly Noted[],
): ReadonlyMap<string, OfflineState> {
  const states = new Map<string, OfflineState>(
    roster.volunteers.map(({ passId, state }) => [
      passId,
      state === 'checked-in' ? 'in' : state === 'checked-out' || state === 'computed' ? 'out' : 'scheduled',
    ]),
  );
  for (const item of items) {
    if (item.passId === null || !counts(item)) continue;
    if (item.direction === 'out' || states.get(item.passId) !== 'out')
      states.set(item.passId, item.direction);
  }
  return states;
}

export type OfflineDecision =
  | { readonly kind: 'queue'; readonly result: DeskResult }
  | { readonly kind: 'show'; readonly result: DeskResult };

const result = (part: Pick<DeskResult, 'tone' | 'title' | 'lead'> & Partial<DeskResult>): DeskResult => ({
  who: null,
  todo: null,
  again: false,
  passes: part.tone === 'ok',
  ...part,
});

/** Yes or no without a network: what is written down, and what is said. Everything else is the server's to decide. */
export function decideOffline(
  check: OfflineCheck,
  way: Direction,
  at: {
    readonly roster: OfflineRosterContent | null;
    readonly items: readonly Noted[];
    readonly now: string;
  },
): OfflineDecision {
  const clock = clockWords(at.now);
  if (check.kind === 'refused') return { kind: 'show', result: refused(check.code, way, null) };
  if (check.kind === 'unchecked') {
    const todo = at.roster === null ? words.notedNoRoster : check.typed ? words.notedTyped : words.notedOther;
    return {
      kind: 'queue',
      result: result({ tone: 'offline', title: words.notedTitle, lead: words.lead(clock), todo }),
    };
  }
  const { passId, maskedName: who, nonce } = check;
  if (at.items.some((item) => item.nonce === nonce && counts(item)))
    return { kind: 'show', result: refused('attendance.code-used', way, who) };
  const state = at.roster === null ? 'scheduled' : offlineStates(at.roster, at.items).get(passId);
  const title = way === 'in' ? words.okIn : words.okOut;
  if (way === 'in' ? state !== 'scheduled' : state === 'out')
    return {
      kind: 'show',
      result: result({
        tone: 'ok',
        title: way === 'in' && state === 'in' ? words.repeatedIn : words.repeatedOut,
        who,
        lead: words.repeatedLead,
        passes: false,
      }),
    };
  const todo = way === 'out' && state === 'scheduled' ? words.noInHere : null;
  return { kind: 'queue', result: result({ tone: 'ok', title, who, lead: words.lead(clock), todo }) };
}

function refused(
  code: 'attendance.code-invalid' | 'attendance.code-expired' | 'attendance.code-used',
  way: Direction,
  who: string | null,
): DeskResult {
  return result({
    tone: 'no',
    title: way === 'in' ? deskResultWords.refusedIn : deskResultWords.refusedOut,
    who,
    lead: deskRefusals[code]?.lead ?? '',
    todo: deskRefusals[code]?.todo ?? deskRefusalTodo.other,
  });
}

export interface EndLine {
  readonly tone: 'ok' | 'warm' | 'accent';
  readonly title: string;
  readonly note: string;
}

/** How a scan of the dark time ended, and what is left to do about it. */
export function endLine(item: QueuedDeskScan, now: Date): EndLine | null {
  const { end, deviceTime } = item;
  const clock = clockWords(deviceTime);
  const who = item.maskedName ?? offlineDeskWords.unknown;
  if (end === null) return null;
  if (end.kind === 'held')
    return { tone: 'accent', title: offlineEndWords.held(who), note: offlineEndWords.heldTodo };
  if (end.kind === 'refused')
    return {
      tone: 'warm',
      title: offlineEndWords.refused(who),
      note: `${clock}，${offlineEndTodo[end.code] ?? problemText({ ...end, errors: [], instance: null }, now)}`,
    };
  const { outcome } = end;
  const way = deskWords[outcome.direction];
  return {
    tone: 'ok',
    title: outcome.repeated
      ? offlineEndWords.repeated(outcome.personName)
      : offlineEndWords.recorded(outcome.personName, way, clockWords(outcome.at)),
    note: outcome.minutes === null ? clock : offlineEndWords.minutes(outcome.minutes),
  };
}
