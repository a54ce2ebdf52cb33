import { readMine } from '@/features/signups/api';
import { TicketCard } from '@/features/tickets/ui/ticket-card';
import { useTicket } from '@/features/tickets/use-ticket';
import { ticketsText as words } from '@/shared/i18n/zh-CN/tickets';
import { goTo, replaceWith, useQuery } from '@/shared/platform/navigation';
import { pagePaths } from '@/shared/platform/page-paths';
import { brightenScreen, canBrighten } from '@/shared/platform/screen';
import { signalYes } from '@/shared/platform/signal';
import { Box, Words } from '@/shared/ui/element';
import { Icon } from '@/shared/ui/icon';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { EmptyState, Skeleton } from '@/shared/ui/states';
import { useNow } from '@/shared/ui/use-now';
import { useEffect, useRef, useState } from 'react';

/** How often the page asks whether the door has let the party in. */
const lookMilliseconds = 5_000;

/** The ticket, full screen: from the server when it answers, else from this phone. */
export default function TicketPage() {
  const { id = '' } = useQuery();
  const now = useNow();
  const { ticket, problem, reload } = useTicket(id);
  const cover = useCover(id);
  const shown = ticket !== null;
  useEffect(() => (shown ? brightenScreen() : undefined), [shown]);
  useEffect(() => {
    const timer = setInterval(() => void reload(), lookMilliseconds);
    return () => clearInterval(timer);
  }, [reload]);
  useAdmittedSignal(ticket?.admittedSeats ?? null);
  if (ticket !== null)
    return (
      <Page title={words.title} ownHeading tone="ticket">
        <TicketCard ticket={ticket} cover={cover} now={now} />
        <Box className="t1 mt4 row k-centered k-on-accent">
          <Icon name="sun" className="mr2" />
          <Words>{canBrighten ? words.bright : words.pleaseBright}</Words>
        </Box>
      </Page>
    );
  return (
    <Page title={words.title}>
      {problem === null && <Skeleton shape="detail" />}
      {problem?.code === 'ticket.no-place' && (
        <EmptyState
          title={words.noPlace}
          next={{ label: words.seeSignup, onPress: () => void replaceWith(pagePaths.signup(id)) }}
        >
          {words.noPlaceHint}
        </EmptyState>
      )}
      {problem?.code === 'ticket.over' && (
        <EmptyState
          title={words.over}
          next={{ label: words.seeSignup, onPress: () => void goTo(pagePaths.signup(id)) }}
        />
      )}
      {problem !== null && !problem.code.startsWith('ticket.') && (
        <LoadProblem
          title={words.failed}
          problem={problem}
          onRetry={() => void reload()}
          here={pagePaths.ticket(id)}
          whySignIn={words.signInWhy}
        />
      )}
    </Page>
  );
}

/** The picture of its category: decoration, so its absence is no problem. */
function useCover(signupId: string): string | null {
  const [cover, setCover] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    void readMine(signupId).then((result) => {
      if (!gone && result.ok) setCover(result.value.cover);
    });
    return () => {
      gone = true;
    };
  }, [signupId]);
  return cover;
}

/** A sound and a shake when more of the party are in than a moment ago. */
function useAdmittedSignal(admittedSeats: number | null): void {
  const before = useRef<number | null>(null);
  useEffect(() => {
    if (before.current !== null && admittedSeats !== null && admittedSeats > before.current) signalYes();
    before.current = admittedSeats;
  }, [admittedSeats]);
}
