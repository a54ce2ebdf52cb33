import type { BroadcastAudience } from '@xiaolin/shared-types/broadcasts/schema';
import type { SignupStatus } from '@xiaolin/shared-types/signups/schema';

const CONFIRMED = ['confirmed', 'attended'] as const satisfies readonly SignupStatus[];
const WAITING = [
  'waitlisted',
  'offered',
  'pending-review',
  'in-draw',
] as const satisfies readonly SignupStatus[];

/** Who belongs to an audience, by where their place stands; whoever left or was turned down belongs to none. */
export const STATUSES_OF = {
  confirmed: CONFIRMED,
  waiting: WAITING,
  everyone: [...CONFIRMED, ...WAITING],
} as const satisfies Record<BroadcastAudience, readonly SignupStatus[]>;

/** `phone`: somebody has to call, there is no account and nobody who would open the inbox. */
export type Way = 'inbox' | 'phone';

/** Whoever was signed up by hand has neither come through WeChat nor is a try-out person. */
export const wayTo = (person: {
  readonly wechat_open_id: string | null;
  readonly demo_kind: string | null;
}): Way => (person.wechat_open_id === null && person.demo_kind === null ? 'phone' : 'inbox');
