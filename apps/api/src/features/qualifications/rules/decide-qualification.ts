import { addDistrictDays } from '@xiaolin/shared-types/contract/district-time';
import type {
  DecideQualification,
  QualificationKind,
  QualificationState,
} from '@xiaolin/shared-types/qualifications/schema';

/** Where a qualification may go; every change stands here and nowhere else. */
export const TRANSITIONS = {
  asked: ['confirmed', 'refused', 'withdrawn'],
  // A guardian may think better of it at any time.
  confirmed: ['withdrawn'],
  refused: [],
  withdrawn: [],
} as const satisfies Record<QualificationState, readonly QualificationState[]>;

const AFTER = {
  confirm: 'confirmed',
  refuse: 'refused',
  withdraw: 'withdrawn',
} as const satisfies Record<DecideQualification['verdict'], QualificationState>;

/** A consent is asked for anew every year: what a child is able to do changes. Days. */
export const CONSENT_DAYS = 365;

export const mayBecome = (from: QualificationState, to: QualificationState): boolean =>
  (TRANSITIONS[from] as readonly QualificationState[]).includes(to);

export type QualificationVerdict =
  | { readonly kind: 'decided'; readonly state: QualificationState; readonly validUntil: string | null }
  | { readonly kind: 'refused'; readonly code: 'qualification.own' | 'qualification.not-waiting' };

/** The staff's word. Nobody's word counts about themselves. @param today the district day */
export function decideQualification(
  row: {
    readonly kind: QualificationKind;
    readonly state: QualificationState;
    readonly personId: string;
    readonly validUntil: string | null;
  },
  actorId: string,
  { verdict, validUntil }: Pick<DecideQualification, 'verdict' | 'validUntil'>,
  today: string,
): QualificationVerdict {
  if (row.personId === actorId) return { kind: 'refused', code: 'qualification.own' };
  const state = AFTER[verdict];
  if (!mayBecome(row.state, state)) return { kind: 'refused', code: 'qualification.not-waiting' };
  if (state !== 'confirmed') return { kind: 'decided', state, validUntil: row.validUntil };
  const ends = row.kind === 'guardian-consent' ? addDistrictDays(today, CONSENT_DAYS) : (validUntil ?? null);
  return { kind: 'decided', state, validUntil: ends };
}
