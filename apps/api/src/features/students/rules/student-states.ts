import type { StudentDecision, StudentRefusal, StudentState } from '@xiaolin/shared-types/students/schema';

/** What a decision makes of a student's word; every change stands here and nowhere else. */
export const TRANSITIONS = {
  waiting: { verify: 'verified', reject: 'rejected' },
  verified: { withdraw: 'withdrawn' },
  // A mistake of the campus is mended without asking the student to type it all again.
  rejected: { verify: 'verified' },
  withdrawn: { verify: 'verified' },
} as const satisfies Record<StudentState, Partial<Record<StudentDecision, StudentState>>>;

export const nextState = (state: StudentState, decision: StudentDecision): StudentState | null =>
  (TRANSITIONS[state] as Partial<Record<StudentDecision, StudentState>>)[decision] ?? null;

export interface DecidedStudent {
  readonly personId: string;
  readonly state: StudentState;
  readonly submittedAt: string | null;
  /** Whether somebody else was verified with the same number at the same university. */
  readonly numberTaken: boolean;
}

/** Why this coordinator may not decide so, or null. Nobody vouches for themselves. */
export function refusalToDecide(
  student: DecidedStudent | undefined,
  actor: {
    readonly personId: string;
    readonly inScope: boolean;
    /** When what they looked at had been sent. */
    readonly seen: string | null;
  },
  decision: StudentDecision,
): StudentRefusal | null {
  if (student === undefined) return 'student.unknown';
  if (!actor.inScope) return 'access.out-of-scope';
  if (student.personId === actor.personId) return 'student.own';
  if (student.submittedAt !== actor.seen) return 'student.changed-meanwhile';
  if (nextState(student.state, decision) === null) return 'student.wrong-state';
  return decision === 'verify' && student.numberTaken ? 'student.number-taken' : null;
}
