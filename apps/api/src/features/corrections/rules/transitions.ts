import type { CorrectionAction, CorrectionStatus, Verdict } from '@xiaolin/shared-types/corrections/schema';

/** Where a correction may go; every change stands here and nowhere else (domain, "Correction"). */
export const TRANSITIONS = {
  /** The recording unit replies. */
  open: ['accepted', 'rejected', 'withdrawn'],
  accepted: [],
  /** The volunteer may take it to the unit above, once. */
  rejected: ['escalated'],
  escalated: ['final'],
  final: [],
  withdrawn: [],
} as const satisfies Record<CorrectionStatus, readonly CorrectionStatus[]>;

/** Who decides: the recording unit, or the unit above it after the volunteer asked. */
export type Level = 'reply' | 'decision';

/** What each decision makes of a correction, and how the trail calls it. */
export const DECISIONS = {
  reply: {
    accept: { to: 'accepted', action: 'accepted' },
    reject: { to: 'rejected', action: 'rejected' },
  },
  decision: { accept: { to: 'final', action: 'upheld' }, reject: { to: 'final', action: 'denied' } },
} as const satisfies Record<
  Level,
  Record<Verdict, { readonly to: CorrectionStatus; readonly action: CorrectionAction }>
>;

export const mayBecome = (from: CorrectionStatus, to: CorrectionStatus): boolean =>
  (TRANSITIONS[from] as readonly CorrectionStatus[]).includes(to);

/** Whether there is room for another about the same record: one that was taken back says nothing any more. */
export const takesTheRoom = (status: CorrectionStatus): boolean => status !== 'withdrawn';

/** Whose turn it is; null when nobody's. */
export const levelOf = (status: CorrectionStatus): Level | null =>
  (
    ({
      open: 'reply',
      escalated: 'decision',
      accepted: null,
      rejected: null,
      final: null,
      withdrawn: null,
    }) as const
  )[status];
