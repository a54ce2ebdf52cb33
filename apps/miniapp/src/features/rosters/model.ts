import type { RosterEntry, SignupStatus } from '@xiaolin/shared-types/signups/schema';
import { rosterWords as words } from '@/shared/i18n/zh-CN/managing';

export const FILTERS = ['all', 'confirmed', 'waitlisted', 'cancelled'] as const;
export type RosterFilter = (typeof FILTERS)[number];

export interface EntryState {
  readonly words: string;
  readonly tone: 'ok' | 'earth' | 'void' | 'warm';
}

const tones: Readonly<Record<SignupStatus, EntryState['tone']>> = {
  confirmed: 'ok',
  attended: 'ok',
  waitlisted: 'earth',
  offered: 'earth',
  'pending-review': 'earth',
  'cancelled-late': 'warm',
  'no-show': 'warm',
  cancelled: 'void',
  'cancelled-by-organiser': 'void',
  declined: 'void',
  lapsed: 'void',
  rejected: 'void',
};

/** Where somebody stands, with the place in line of whoever waits. */
export function stateOf({ status, ahead }: Pick<RosterEntry, 'status' | 'ahead'>): EntryState {
  const place = status === 'waitlisted' && ahead !== null ? words.place(ahead) : '';
  return { words: `${words.status[status]}${place}`, tone: tones[status] };
}
