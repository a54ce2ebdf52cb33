import type { Ticket } from '@xiaolin/shared-types/admissions/schema';
import { momentWords } from '@/shared/i18n/moments';
import { ticketsText as words } from '@/shared/i18n/zh-CN/tickets';

/** Everybody whom this ticket lets in. */
export const namesOf = ({ personName, guestNames }: Pick<Ticket, 'personName' | 'guestNames'>): string =>
  [personName, ...guestNames].join('、');

export interface DoorWords {
  readonly words: string;
  readonly tone: 'ok' | 'accent';
}

/** Where the party stands at the door; null while there is nothing to say. */
export function doorWords(
  { seats, admittedSeats, opensAt }: Pick<Ticket, 'seats' | 'admittedSeats' | 'opensAt'>,
  now: Date,
): DoorWords | null {
  if (admittedSeats >= seats) return { words: words.admittedAll, tone: 'ok' };
  if (admittedSeats > 0) return { words: words.admittedSome(admittedSeats, seats), tone: 'ok' };
  if (now.getTime() < Date.parse(opensAt))
    return { words: words.opens(momentWords(opensAt, now)), tone: 'accent' };
  return null;
}
