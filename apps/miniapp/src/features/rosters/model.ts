import type { RosterEntry, SignupMode, SignupStatus } from '@xiaolin/shared-types/signups/schema';
import { rosterWords as words } from '@/shared/i18n/zh-CN/managing';

const FILTERS = [
  'all',
  'pending-review',
  'in-draw',
  'confirmed',
  'waitlisted',
  'not-drawn',
  'cancelled',
] as const;
export type RosterFilter = (typeof FILTERS)[number];

/** Applications are asked for only where the organiser decides, and who is in the draw only where places are drawn. */
const ONLY_IN: Partial<Record<RosterFilter, SignupMode>> = {
  'pending-review': 'approval',
  'in-draw': 'lottery',
  'not-drawn': 'lottery',
};
export const filtersFor = (mode: SignupMode): readonly RosterFilter[] =>
  FILTERS.filter((filter) => ONLY_IN[filter] === undefined || ONLY_IN[filter] === mode);

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
  'in-draw': 'earth',
  'not-drawn': 'void',
};

/** Where somebody stands, with the place in line of whoever waits. */
export function stateOf({ status, ahead }: Pick<RosterEntry, 'status' | 'ahead'>): EntryState {
  const place = status === 'waitlisted' && ahead !== null ? words.place(ahead) : '';
  return { words: `${words.status[status]}${place}`, tone: tones[status] };
}

/** `*2047，同行杨国荣、杨小宝` */
export const noteOf = ({ maskedPhone, guests }: Pick<RosterEntry, 'maskedPhone' | 'guests'>): string =>
  [
    maskedPhone ?? words.noPhone,
    guests.length > 0 ? words.guests(guests.map(({ name }) => name).join('、')) : null,
  ]
    .filter(Boolean)
    .join('，');
