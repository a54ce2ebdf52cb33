import type { ActivityStatus } from '@xiaolin/shared-types/activities/schema';

/**
 * Every way in which an activity changes its state (domain, "States"). Nothing else moves one: a use case asks
 * {@link transition} and writes the answer to the journal.
 *
 * An organization publishes directly unless it wants the street's approval, so `publish` starts from a draft too.
 */
export const TRANSITIONS = {
  submit: { from: ['draft', 'returned'], to: 'submitted' },
  return: { from: ['submitted'], to: 'returned' },
  approve: { from: ['submitted'], to: 'approved' },
  publish: { from: ['draft', 'returned', 'approved'], to: 'published' },
  end: { from: ['published'], to: 'ended' },
  settle: { from: ['ended'], to: 'settled' },
  archive: { from: ['settled'], to: 'archived' },
  cancel: { from: ['draft', 'submitted', 'returned', 'approved', 'published'], to: 'cancelled' },
} as const satisfies Record<
  string,
  { readonly from: readonly ActivityStatus[]; readonly to: ActivityStatus }
>;

export type ActivityAction = keyof typeof TRANSITIONS;

/** The state after this action, or null where the action does not apply. */
export function transition(action: ActivityAction, status: ActivityStatus): ActivityStatus | null {
  const { from, to }: { readonly from: readonly ActivityStatus[]; readonly to: ActivityStatus } =
    TRANSITIONS[action];
  return from.includes(status) ? to : null;
}
