import type { HourStatus } from '@xiaolin/shared-types/hours/schema';

/** Where an hour record may go; every change stands here and nowhere else (domain, "Hour record"). */
export const TRANSITIONS = {
  pending: ['confirmed', 'rejected'],
  confirmed: ['certified', 'amended', 'voided'],
  certified: ['amended', 'voided'],
  rejected: [],
  amended: [],
  voided: [],
} as const satisfies Record<HourStatus, readonly HourStatus[]>;

export interface RecordFacts {
  readonly status: HourStatus;
  readonly personId: string;
  /** Whether it is the latest version. */
  readonly current: boolean;
}

interface DecidableFacts extends RecordFacts {
  /** Whether something about it wants a second look. */
  readonly flagged: boolean;
}

/** What somebody who decides says about it. */
interface Deciding {
  readonly to: 'confirmed' | 'rejected';
  /** Records that are decided together with it, itself included. */
  readonly together: number;
  readonly acknowledgesFlags: boolean;
}

export type DecisionRefusal =
  | 'hours.unknown'
  | 'hours.own-record'
  | 'hours.not-pending'
  | 'hours.flags-unacknowledged'
  | 'access.out-of-scope';

/**
 * Why this person may not confirm or reject the record, or null when they may. Whoever decides is not the
 * volunteer: 谁组织谁记录、谁记录谁证明 (art. 26) would be worth nothing otherwise. What is flagged is confirmed by
 * itself, by somebody who says that they looked: a bulk is decided by its first line.
 */
export function refusalToDecide(
  record: DecidableFacts | undefined,
  actor: { readonly personId: string; readonly inScope: boolean },
  deciding: Deciding,
): DecisionRefusal | null {
  if (record === undefined) return 'hours.unknown';
  if (!actor.inScope) return 'access.out-of-scope';
  if (record.personId === actor.personId) return 'hours.own-record';
  const allowed: readonly HourStatus[] = TRANSITIONS[record.status];
  if (!record.current || !allowed.includes(deciding.to)) return 'hours.not-pending';
  const lookedAt = deciding.acknowledgesFlags && deciding.together === 1;
  return deciding.to === 'confirmed' && record.flagged && !lookedAt ? 'hours.flags-unacknowledged' : null;
}

/** Why the record may not stand on a certificate, or null; one that already does may stand on another. */
export function refusalToCertify({
  status,
  current,
}: Omit<RecordFacts, 'personId'>): 'hours.not-certifiable' | null {
  const allowed: readonly HourStatus[] = TRANSITIONS[status];
  return current && (status === 'certified' || allowed.includes('certified'))
    ? null
    : 'hours.not-certifiable';
}
