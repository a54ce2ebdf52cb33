import type { MySignup } from '@xiaolin/shared-types/signups/schema';
import { readMine } from '@/features/signups/api';
import { TicketCard } from '@/features/tickets/ui/ticket-card';
import { useTicket } from '@/features/tickets/use-ticket';
import { coursesText } from '@/shared/i18n/zh-CN/courses';
import { ticketsText as words } from '@/shared/i18n/zh-CN/tickets';
import { goTo, replaceWith, useQuery } from '@/shared/platform/navigation';
import { pagePaths } from '@/shared/platform/page-paths';
import { brightenScreen, canBrighten } from '@/shared/platform/screen';
import { signalYes } from '@/shared/platform/signal';
import { Button } from '@/shared/ui/button';
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
  const place = usePlace(id);
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
        <TicketCard ticket={ticket} cover={place?.cover ?? null} now={now} />
        {place?.courseSignupId && <OtherDates signupId={place.courseSignupId} />}
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

/** A course has a ticket for each date: the way to the others. */
function OtherDates({ signupId }: { readonly signupId: string }) {
  const to = pagePaths.signup(signupId);
  return (
    <Button block look="line" className="mt4" href={to} onPress={() => void replaceWith(to)}>
      {coursesText.otherDates}
    </Button>
  );
}

/** The picture of its category, and the course it belongs to: the ticket works without them. */
function usePlace(signupId: string): MySignup | null {
  const [place, setPlace] = useState<MySignup | null>(null);
  useEffect(() => {
    let gone = false;
    void readMine(signupId).then((result) => {
      if (!gone && result.ok) setPlace(result.value);
    });
    return () => {
      gone = true;
    };
  }, [signupId]);
  return place;
}

/** A sound and a shake when more of the party are in than a moment ago. */
function useAdmittedSignal(admittedSeats: number | null): void {
  const before = useRef<number | null>(null);
  useEffect(() => {
    if (before.current !== null && admittedSeats !== null && admittedSeats > before.current) signalYes();
    before.current = admittedSeats;
  }, [admittedSeats]);
}
