import type {
  AdmissionOutcome,
  DoorEntry,
  DoorState,
  DoorView,
} from '@xiaolin/shared-types/admissions/schema';
import { readTyped } from '@xiaolin/shared-types/contract/typed-code';
import { type Failure, isPassing } from '@/shared/api/failure';
import { clockWords } from '@/shared/i18n/moments';
import { problemText } from '@/shared/i18n/problem-text';
import { doorAnswers as words, doorListWords } from '@/shared/i18n/zh-CN/door';
import type { IconName } from '@/shared/theme/icons';
import type { Answer } from '@/shared/ui/answer-card';

/** `settling`: over, and mistakes may still be mended; `final`: absences are decided. */
export type DoorPhase = 'early' | 'open' | 'settling' | 'final';

export function doorPhaseOf(
  { opensAt, closesAt, finalAt }: Pick<DoorView, 'opensAt' | 'closesAt' | 'finalAt'>,
  now: Date,
): DoorPhase {
  const at = now.getTime();
  if (at < Date.parse(opensAt)) return 'early';
  if (at < Date.parse(closesAt)) return 'open';
  return at < Date.parse(finalAt) ? 'settling' : 'final';
}

/** A whole ticket, from a handheld scanner that types what it reads. */
const looksScanned = (text: string): boolean => /^\S{20,300}$/.test(text);

/** What is sent for the text in the field; null when it cannot be a ticket. */
export function ticketOf(text: string): string | null {
  const bare = text.trim();
  return readTyped(bare) ?? (looksScanned(bare) ? bare : null);
}

export interface DoorAnswer extends Answer {
  /** Sending the same once more makes sense. */
  readonly again: boolean;
  /** Only what went well may go away by itself. */
  readonly passes: boolean;
  /** Just let in as several: some of them may not be there. */
  readonly party: AdmissionOutcome | null;
}

const namesOf = (names: readonly string[]): string => names.join('、');

function seatsWords({ seats, admittedSeats }: Pick<AdmissionOutcome, 'seats' | 'admittedSeats'>): string {
  if (admittedSeats === 0) return words.none;
  if (admittedSeats < seats) return words.part(admittedSeats, seats);
  return seats === 1 ? words.one : words.all(seats);
}

const recordedBy = ({ at, byName }: Pick<AdmissionOutcome, 'at' | 'byName'>): string | null => {
  if (at === null) return null;
  return byName === null ? words.at(clockWords(at)) : words.by(clockWords(at), byName);
};

/** A scan or a tick, or their undoing. */
export function answerOf(outcome: AdmissionOutcome, act: 'admit' | 'undo'): DoorAnswer {
  const { personName, guestNames, repeated, changedSeats } = outcome;
  const guests = guestNames.length > 0 ? words.guests(namesOf(guestNames)) : null;
  const seats = seatsWords(outcome);
  const shared = { again: false, party: null };
  if (act === 'undo')
    return {
      ...shared,
      tone: 'ok',
      title: outcome.admittedSeats > 0 ? words.mended(personName) : words.undone(personName),
      lead: seats,
      more: null,
      passes: true,
    };
  if (repeated)
    return {
      ...shared,
      tone: 'flag',
      title: words.repeated(personName),
      lead: recordedBy(outcome) ?? seats,
      more: [seats, guests].filter(Boolean).join('，'),
      passes: false,
    };
  return {
    ...shared,
    tone: 'ok',
    title: words.in(personName),
    lead: seats,
    more: guests,
    passes: true,
    party: changedSeats > 1 ? outcome : null,
  };
}

export const refusalOf = (problem: Failure, now: Date): DoorAnswer => ({
  tone: 'no',
  title: words.refused,
  lead: problemText(problem, now),
  more: words.todo[problem.code] ?? null,
  again: isPassing(problem),
  passes: false,
  party: null,
});

export interface StateTag {
  readonly words: string;
  readonly tone: 'plain' | 'ok' | 'earth' | 'warm' | 'void';
  readonly icon?: IconName;
}

const tones: Readonly<Record<DoorState, Omit<StateTag, 'words'>>> = {
  expected: { tone: 'plain' },
  'partly-admitted': { tone: 'earth', icon: 'people' },
  admitted: { tone: 'ok', icon: 'check' },
  'absent-proposed': { tone: 'warm', icon: 'alert' },
  absent: { tone: 'warm', icon: 'alert' },
  excused: { tone: 'void' },
  'not-recorded': { tone: 'void' },
};

export function tagOf({
  state,
  seats,
  admittedSeats,
}: Pick<DoorEntry, 'state' | 'seats' | 'admittedSeats'>): StateTag {
  const text = state === 'partly-admitted' ? words.part(admittedSeats, seats) : doorListWords.states[state];
  return { words: text, ...tones[state] };
}

export type DoorAct = 'tick' | 'undo' | 'excuse';

/**
 * What staff may do with a place now. Ticks go on until absences are final: a proposal that nobody can mend would be
 * none. An excuse is taken before and after.
 */
export function actsFor({ state }: Pick<DoorEntry, 'state'>, phase: DoorPhase): readonly DoorAct[] {
  if (phase === 'early') return [];
  const mendable = phase !== 'final';
  switch (state) {
    case 'expected':
    case 'not-recorded':
      return mendable ? ['tick'] : [];
    case 'partly-admitted':
      return mendable ? ['tick', 'undo'] : [];
    case 'admitted':
      return mendable ? ['undo'] : [];
    case 'absent-proposed':
      return mendable ? ['tick', 'excuse'] : ['excuse'];
    case 'absent':
      return ['excuse'];
    case 'excused':
      return [];
  }
}

export const FILTERS = ['all', 'missing', 'there'] as const;
export type DoorFilter = (typeof FILTERS)[number];

/** A party that came in part is both: some are there, some are waited for. */
export const inFilter = (
  { seats, admittedSeats }: Pick<DoorEntry, 'seats' | 'admittedSeats'>,
  filter: DoorFilter,
): boolean => filter === 'all' || (filter === 'there' ? admittedSeats > 0 : admittedSeats < seats);

/** `手机 *2047，13:41 王芳登记` and who comes along. */
export function noteOf(entry: DoorEntry): string {
  const { maskedPhone, guestNames, admittedAt, admittedBy, excuseReason } = entry;
  return [
    maskedPhone === null ? doorListWords.noPhone : doorListWords.phone(maskedPhone),
    guestNames.length > 0 ? doorListWords.guests(namesOf(guestNames)) : null,
    recordedBy({ at: admittedAt, byName: admittedBy }),
    excuseReason === null ? null : doorListWords.excusedFor(excuseReason),
  ]
    .filter(Boolean)
    .join('，');
}

/** The words of a chosen reason, or the person's own; null while something is missing. */
export function reasonOf(
  reasons: Readonly<Record<string, string>>,
  chosen: string | null,
  written: string,
): string | null {
  if (chosen === null) return null;
  if (chosen !== 'other') return reasons[chosen] ?? null;
  return written.trim() === '' ? null : written.trim();
}
