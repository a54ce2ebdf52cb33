import type { WayOutSide } from '@xiaolin/shared-types/attendance/ways-out';
import type { AttendanceState } from '@xiaolin/shared-types/attendance/schema';
import type { ShiftTimes } from './attendance-states.js';

/** A proposal goes from `open` to one of the others, once. */
export type WayOutState = 'open' | 'confirmed' | 'refused';

export type WayOutRefusal =
  | 'way-out.not-missing'
  | 'way-out.already'
  | 'way-out.before-in'
  | 'way-out.own'
  | 'way-out.not-yours'
  | 'way-out.over';

/** Somebody who acts; of staff, through which organization. */
export interface Actor {
  readonly personId: string;
  /** Null: nobody of the staff, or out of scope. */
  readonly scopeId: string | null;
}

export interface Stay {
  readonly personId: string;
  readonly state: AttendanceState;
  readonly inAt: string;
  readonly shift: ShiftTimes;
  /** Whether a proposal waits for its answer. */
  readonly waits: boolean;
}

export interface Proposal {
  readonly state: WayOutState;
  readonly side: WayOutSide;
  readonly personId: string;
  readonly proposedBy: string;
  /** The organization through which staff proposed; null for the volunteer's own. */
  readonly scopeId: string | null;
  /** Working days since it was proposed. */
  readonly workingDays: number;
  /** How many must pass before other staff may answer for a silent volunteer. */
  readonly patience: number;
}

export type ProposeVerdict =
  | { readonly kind: 'proposed'; readonly outAt: string }
  | {
      readonly kind: 'refused';
      readonly code: WayOutRefusal;
      readonly facts: Readonly<Record<string, string>>;
    };

const refuse = (code: WayOutRefusal, facts: Readonly<Record<string, string>> = {}): ProposeVerdict => ({
  kind: 'refused',
  code,
  facts,
});

/**
 * A time of leaving for a stay without an end (domain, "Missed check-out"): never before the way in, and whatever is
 * later than the planned end is the planned end.
 */
export function decideProposal(stay: Stay, side: WayOutSide, actor: Actor, outAt: string): ProposeVerdict {
  if (side === 'staff' && actor.personId === stay.personId) return refuse('way-out.own');
  if (stay.state !== 'missing-out') return refuse('way-out.not-missing');
  if (stay.waits) return refuse('way-out.already');
  if (Date.parse(outAt) < Date.parse(stay.inAt)) return refuse('way-out.before-in', { inAt: stay.inAt });
  return {
    kind: 'proposed',
    outAt: Date.parse(outAt) > Date.parse(stay.shift.endsAt) ? stay.shift.endsAt : outAt,
  };
}

/**
 * Why this person may not answer a proposal, or null when they may: always the other side. Of a proposal by staff that
 * the volunteer left unanswered for long, staff of another organization may answer in the end. Nobody answers their
 * own, and no volunteer answers as staff for themselves.
 */
export function refusalToAnswer(proposal: Proposal, actor: Actor): WayOutRefusal | null {
  if (proposal.proposedBy === actor.personId) return 'way-out.own';
  const isVolunteer = actor.personId === proposal.personId;
  if (proposal.state !== 'open') return 'way-out.over';
  if (proposal.side === 'staff') {
    if (isVolunteer) return null;
    const otherLevel = actor.scopeId !== null && actor.scopeId !== proposal.scopeId;
    return otherLevel && proposal.workingDays > proposal.patience ? null : 'way-out.not-yours';
  }
  return actor.scopeId !== null && !isVolunteer ? null : 'way-out.not-yours';
}
