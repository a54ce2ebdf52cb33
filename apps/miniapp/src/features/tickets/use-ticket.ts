import type { Ticket } from '@xiaolin/shared-types/admissions/schema';
import { useCallback, useEffect } from 'react';
import type { Result } from '@/shared/api/failure';
import { usePageData } from '@/shared/api/use-page-data';
import { useSession } from '@/shared/session/session';
import { readTicket } from './api';
import { keptTickets } from './ticket-storage';

/** Reads the ticket and keeps it on the phone; one that no longer holds is forgotten there as well. */
async function refreshTicket(personId: string, signupId: string): Promise<Result<Ticket>> {
  const result = await readTicket(signupId);
  if (result.ok) keptTickets.keep(personId, result.value, new Date());
  else if (['ticket.no-place', 'ticket.over', 'signup.unknown'].includes(result.problem.code))
    keptTickets.drop(signupId);
  return result;
}

/** The ticket as the server has it now, else as this phone remembers it. */
export function useTicket(signupId: string) {
  const personId = useSession(({ person }) => person?.id ?? '');
  const load = useCallback(() => refreshTicket(personId, signupId), [personId, signupId]);
  const { value, problem, reload } = usePageData(load);
  const kept = value === null ? keptTickets.read(personId, signupId, new Date()) : null;
  return { ticket: value ?? kept, problem, reload };
}

/** Fetches the ticket of the next place ahead of time, so that it is there when the network is not. */
export function useTicketAhead(signupId: string | null): void {
  const personId = useSession(({ person }) => person?.id ?? '');
  useEffect(() => {
    if (signupId === null || personId === '') return;
    if (keptTickets.read(personId, signupId, new Date()) === null) void refreshTicket(personId, signupId);
  }, [personId, signupId]);
}
