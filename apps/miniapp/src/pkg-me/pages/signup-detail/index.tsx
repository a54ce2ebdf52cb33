import type { MySignup } from '@xiaolin/shared-types/signups/schema';
import { readMine } from '@/features/signups/api';
import { courseWords, entriesOf, ticketOf } from '@/features/signups/courses';
import { givingUp, mayHaveFeedback } from '@/features/signups/model';
import { isOffered } from '@/features/signups/offer';
import { CancelSheet, doneWords } from '@/features/signups/ui/cancel-sheet';
import { CourseDates } from '@/features/signups/ui/course-dates';
import { State } from '@/features/signups/ui/signup-rows';
import { useCancel } from '@/features/signups/use-cancel';
import { usePageData } from '@/shared/api/use-page-data';
import { dayWords, momentWords, plainSpanWords, spanWords } from '@/shared/i18n/moments';
import { coursesText } from '@/shared/i18n/zh-CN/courses';
import { ownFeedbackText } from '@/shared/i18n/zh-CN/own-feedback';
import { signupsText as words } from '@/shared/i18n/zh-CN/signups';
import { ticketsText } from '@/shared/i18n/zh-CN/tickets';
import { addToCalendar } from '@/shared/platform/calendar';
import { goTo, useQuery } from '@/shared/platform/navigation';
import { pagePaths } from '@/shared/platform/page-paths';
import { useElderMode } from '@/shared/platform/preferences';
import { Button } from '@/shared/ui/button';
import { Cover } from '@/shared/ui/cover';
import { Box, Heading } from '@/shared/ui/element';
import { FactRow } from '@/shared/ui/fact-row';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { LiveNote } from '@/shared/ui/result';
import { OfflineNote, Skeleton } from '@/shared/ui/states';
import { Note } from '@/shared/ui/surfaces';
import { useNow } from '@/shared/ui/use-now';
import { useCallback, useState } from 'react';
import { OfferPage } from './offer-page';
import { StandingNote } from './standing-note';

export default function SignupDetailPage() {
  const { id = '' } = useQuery();
  const load = useCallback(() => readMine(id), [id]);
  const { value, problem, reload } = usePageData(load);
  const [said, setSaid] = useState<string | null>(null);
  if (value !== null && isOffered(value, new Date()))
    return <OfferPage offer={value} reload={reload} onSaid={setSaid} />;
  return (
    <Page title={words.detailTitle}>
      <OfflineNote onRetry={() => void reload()} />
      {value === null && problem === null && <Skeleton shape="detail" />}
      {value === null && problem !== null && (
        <LoadProblem
          title={words.detailFailed}
          problem={problem}
          onRetry={() => void reload()}
          here={pagePaths.signup(id)}
        />
      )}
      {value !== null && <Place signup={value} reload={reload} said={said} onSaid={setSaid} />}
    </Page>
  );
}

interface PlaceProps {
  readonly signup: MySignup;
  readonly reload: () => Promise<void>;
  /** How the latest act ended. */
  readonly said: string | null;
  readonly onSaid: (sentence: string) => void;
}

function Place({ signup, reload, said, onSaid }: PlaceProps) {
  const now = useNow();
  const elder = useElderMode();
  const cancelling = useCancel((status) => {
    onSaid(
      signup.dates !== null && signup.status === 'confirmed'
        ? coursesText.left
        : doneWords(status, signup.status),
    );
    void reload();
  });
  const shift = signup.kind === 'shift';
  const ticket = ticketOf(signup, now);
  const activity = pagePaths.activity(signup.activityId, signup.lineId);
  const to = ticket !== null ? pagePaths.ticket(ticket) : shift ? pagePaths.shift(signup.lineId) : activity;
  return (
    <>
      <LiveNote>{said !== null && <Note tone="ok">{said}</Note>}</LiveNote>
      <Box as="section" className="x-tk mt3" label={signup.title}>
        {!elder && <Cover category={signup.cover} className="x-tk__pic" />}
        <Box className="x-tk__b">
          <Box className="row wrap">
            <State signup={signup} now={now} />
          </Box>
          <Heading level={2} className={elder ? 't4 mt2' : 't3 mt2'}>
            {signup.title}
          </Heading>
          <Box className="mt2">
            <FactRow
              icon="calendar"
              title={
                courseWords(signup, now) ??
                (elder
                  ? `${dayWords(signup.startsAt, now)} ${plainSpanWords(signup.startsAt, signup.endsAt)}`
                  : spanWords(signup.startsAt, signup.endsAt, now))
              }
              note={words.decidedAt(momentWords(signup.decidedAt, now))}
            />
            <FactRow
              icon="pin"
              title={signup.placeName ?? signup.organizationName}
              note={signup.placeName === null ? undefined : signup.organizationName}
            />
          </Box>
          <StandingNote signup={signup} now={now} />
        </Box>
        <Box className="x-tk__tear" decorative />
        <Box className="x-tk__f">
          <Button block icon={ticket === null ? undefined : 'qr'} href={to} onPress={() => void goTo(to)}>
            {ticket !== null ? ticketsText.show : shift ? words.seeShift : words.seeActivity}
          </Button>
        </Box>
      </Box>
      {signup.dates !== null && <CourseDates dates={signup.dates} now={now} />}
      {ticket !== null && (
        <Button block look="line" className="mt4" href={activity} onPress={() => void goTo(activity)}>
          {words.seeActivity}
        </Button>
      )}
      {(signup.status === 'in-draw' || signup.status === 'not-drawn') && (
        <Button
          block
          look="line"
          className="mt4"
          icon="shield"
          href={pagePaths.draw(signup.lineId)}
          onPress={() => void goTo(pagePaths.draw(signup.lineId))}
        >
          {words.seeDraw}
        </Button>
      )}
      {mayHaveFeedback(signup, now) && (
        <Button
          block
          look="line"
          className="mt4"
          icon="message"
          href={pagePaths.feedback(signup.id)}
          onPress={() => void goTo(pagePaths.feedback(signup.id))}
        >
          {ownFeedbackText.title}
        </Button>
      )}
      <Below signup={signup} now={now} onGiveUp={() => cancelling.ask(signup)} />
      <CancelSheet cancelling={cancelling} now={now} />
    </>
  );
}

const giveUpWords = {
  cancel: words.cancel,
  leave: words.leaveLine,
  withdraw: words.withdraw,
  'leave-draw': words.leaveDraw,
  'leave-course': coursesText.leave,
} as const;

interface BelowProps {
  readonly signup: MySignup;
  readonly now: Date;
  readonly onGiveUp: () => void;
}

function Below({ signup, now, onGiveUp }: BelowProps) {
  const { kind, consequence } = givingUp(signup, null, now);
  if (kind === 'none') return null;
  if (kind === 'started')
    return (
      <Note className="mt4" icon="info">
        {consequence}
      </Note>
    );
  return (
    <Box className="mt4">
      {signup.status === 'confirmed' && (
        <Button block look="line" icon="calendar" onPress={() => void addToCalendar(entriesOf(signup, now))}>
          {signup.dates === null ? words.addToCalendar : coursesText.calendar}
        </Button>
      )}
      <Button block look="bare" className="mt2" onPress={onGiveUp}>
        {giveUpWords[kind]}
      </Button>
    </Box>
  );
}
