import type { RosterEntry } from '@xiaolin/shared-types/signups/schema';
import { rosterWords as words } from '@/shared/i18n/zh-CN/managing';

export const FILTERS = ['all', 'confirmed', 'waitlisted', 'cancelled'] as const;
export type RosterFilter = (typeof FILTERS)[number];

export interface EntryState {
  readonly words: string;
  readonly tone: 'ok' | 'earth' | 'void' | 'warm';
}

/** Where somebody stands, with the place in line of whoever waits. */
export function stateOf({ status, ahead }: Pick<RosterEntry, 'status' | 'ahead'>): EntryState {
  if (status === 'confirmed') return { words: words.status.confirmed, tone: 'ok' };
  if (status === 'waitlisted')
    return {
      words: ahead === null ? words.status.waitlisted : `${words.status.waitlisted}${words.place(ahead)}`,
      tone: 'earth',
    };
  return { words: words.status[status], tone: status === 'cancelled-late' ? 'warm' : 'void' };
}
