import type { CorrectionStatus, Verdict, Wrong } from '@xiaolin/shared-types/corrections/schema';
import type { HourStatus } from '@xiaolin/shared-types/hours/schema';
import { DECISIONS, type Level, mayBecome } from './transitions.js';

export interface CorrectionFacts {
  readonly status: CorrectionStatus;
  /** The volunteer. */
  readonly personId: string;
  /** Who decided at the recording unit; null before. */
  readonly repliedBy: string | null;
  /** A district day; null when nothing is due. */
  readonly dueOn: string | null;
}

export type DecisionRefusal =
  | 'correction.unknown'
  | 'access.out-of-scope'
  | 'hours.own-record'
  | 'correction.same-person'
  | 'correction.not-waiting';

/**
 * Why this person may not decide about the correction at this level, or null. Never the volunteer, and never above
 * whoever decided below: an appeal to oneself is none (办法 art. 13, art. 26).
 */
export function refusalToDecide(
  correction: CorrectionFacts | undefined,
  actor: { readonly personId: string; readonly inScope: boolean },
  level: Level,
  verdict: Verdict,
): DecisionRefusal | null {
  if (correction === undefined) return 'correction.unknown';
  if (!actor.inScope) return 'access.out-of-scope';
  if (correction.personId === actor.personId) return 'hours.own-record';
  if (level === 'decision' && correction.repliedBy === actor.personId) return 'correction.same-person';
  return mayBecome(correction.status, DECISIONS[level][verdict].to) ? null : 'correction.not-waiting';
}

export type EscalationRefusal = 'correction.unknown' | 'correction.not-rejected' | 'correction.appeal-over';

/** @param today a district day, e.g. `2026-11-28` */
export function refusalToEscalate(
  correction: CorrectionFacts | undefined,
  personId: string,
  today: string,
): EscalationRefusal | null {
  if (correction === undefined || correction.personId !== personId) return 'correction.unknown';
  if (!mayBecome(correction.status, 'escalated')) return 'correction.not-rejected';
  return correction.dueOn !== null && today > correction.dueOn ? 'correction.appeal-over' : null;
}

/** Only the volunteer takes it back, and only while nobody has decided. */
export function refusalToWithdraw(
  correction: CorrectionFacts | undefined,
  personId: string,
): 'correction.unknown' | 'correction.not-waiting' | null {
  if (correction === undefined || correction.personId !== personId) return 'correction.unknown';
  return mayBecome(correction.status, 'withdrawn') ? null : 'correction.not-waiting';
}

/** What accepting does to the ledger: `none` where what was wrong stands beside the minutes (a name, a place). */
export type Effect = 'amend' | 'void' | 'enter' | 'none';

const CONFIRMED: readonly HourStatus[] = ['confirmed', 'certified'];
/** Nothing of it is credited: to credit it after all is an entry by hand, with a second yes from another level. */
const CREDITS_NOTHING: readonly HourStatus[] = ['rejected', 'voided'];

/**
 * @param record what is said to be wrong, as it is now; null where it is missing
 * @param minutes what it should hold; null where the decision names none
 */
export function effectOf(
  wrong: Wrong,
  record: { readonly status: HourStatus; readonly minutes: number } | null,
  minutes: number | null,
): Effect {
  if (record === null) return 'enter';
  if (CREDITS_NOTHING.includes(record.status)) return wrong === 'not-me' ? 'none' : 'enter';
  if (wrong === 'not-me') return 'void';
  return CONFIRMED.includes(record.status) && (minutes ?? record.minutes) === record.minutes
    ? 'none'
    : 'amend';
}

/** What whoever accepts has to say beside the reason. */
export type Needs = 'minutes' | 'times' | 'nothing';

export function needsOf(wrong: Wrong, record: { readonly status: HourStatus } | null): Needs {
  const effect = effectOf(wrong, record && { status: record.status, minutes: 0 }, 1);
  return ({ amend: 'minutes', enter: 'times', void: 'nothing', none: 'nothing' } as const)[effect];
}
