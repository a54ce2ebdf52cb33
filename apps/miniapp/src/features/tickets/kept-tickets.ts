import type { Ticket } from '@xiaolin/shared-types/admissions/schema';
import type { TextStorage } from '@/shared/platform/storage';

/** Tickets that this phone remembers, so that the door opens without a network. */
export interface KeptTickets {
  /** Only for the person whose ticket it is, and only until its end. */
  read(personId: string, signupId: string, now: Date): Ticket | null;
  keep(personId: string, ticket: Ticket, now: Date): void;
  /** After the place was given up or the run is over. */
  drop(signupId: string): void;
}

interface Kept {
  readonly personId: string;
  readonly ticket: Ticket;
}

export const ticketsKey = 'xiaolin.tickets';
/** About 1 KB each: far below what storage takes, and more than anybody holds at once. */
const MOST = 20;

const isKept = (saved: unknown): saved is Kept => {
  const { personId, ticket } = (saved ?? {}) as Record<string, unknown>;
  const { signupId, code, typed, endsAt, guestNames } = (ticket ?? {}) as Record<string, unknown>;
  return (
    [personId, signupId, code, typed, endsAt].every((each) => typeof each === 'string') &&
    Array.isArray(guestNames)
  );
};

/** What an older version or a strange hand left behind counts as nothing. */
function readKept(text: string | null): Kept[] {
  try {
    const saved: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(saved) ? saved.filter(isKept) : [];
  } catch {
    return [];
  }
}

export function createKeptTickets(storage: TextStorage): KeptTickets {
  const all = () => readKept(storage.getItem(ticketsKey));
  const save = (kept: readonly Kept[]) => storage.setItem(ticketsKey, JSON.stringify(kept));
  const lasts = ({ ticket }: Kept, now: Date) => Date.parse(ticket.endsAt) > now.getTime();
  return {
    read: (personId, signupId, now) =>
      all().find(
        (kept) => kept.personId === personId && kept.ticket.signupId === signupId && lasts(kept, now),
      )?.ticket ?? null,
    keep(personId, ticket, now) {
      const others = all().filter((kept) => kept.ticket.signupId !== ticket.signupId && lasts(kept, now));
      save([{ personId, ticket }, ...others].slice(0, MOST));
    },
    drop: (signupId) => save(all().filter(({ ticket }) => ticket.signupId !== signupId)),
  };
}
