import type { MySignup } from '@xiaolin/shared-types/signups/schema';
import { readMine } from '@/features/signups/api';
import { entriesOf, takenWords } from '@/features/signups/courses';
import { usePageData } from '@/shared/api/use-page-data';
import { momentWords, spanWords } from '@/shared/i18n/moments';
import { coursesText } from '@/shared/i18n/zh-CN/courses';
import { signingUpText as formWords } from '@/shared/i18n/zh-CN/signing-up';
import { signupsText as words } from '@/shared/i18n/zh-CN/signups';
import { addToCalendar, type CalendarOutcome } from '@/shared/platform/calendar';
import { goTo, replaceWith, useQuery } from '@/shared/platform/navigation';
import { pagePaths } from '@/shared/platform/page-paths';
import { Button } from '@/shared/ui/button';
import { Box } from '@/shared/ui/element';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { LiveNote, Result } from '@/shared/ui/result';
import { ShareButton } from '@/shared/ui/share-button';
import { Skeleton } from '@/shared/ui/states';
import { Fact, Note } from '@/shared/ui/surfaces';
import { useNow } from '@/shared/ui/use-now';
import { useShareAppMessage } from '@tarojs/taro';
import { useCallback, useState } from 'react';

export default function ResultPage() {
  const { id = '' } = useQuery();
  const load = useCallback(() => readMine(id), [id]);
  const { value, problem, reload } = usePageData(load);
  if (value !== null) return <Outcome signup={value} />;
  return (
    <Page title={formWords.resultTitle}>
      {problem === null ? (
        <Skeleton shape="detail" />
      ) : (
        <LoadProblem
          title={words.detailFailed}
          problem={problem}
          onRetry={() => void reload()}
          here={pagePaths.signUpResult(id)}
        />
      )}
    </Page>
  );
}

function Outcome({ signup }: { readonly signup: MySignup }) {
  const now = useNow();
  const waiting = signup.status !== 'confirmed';
  const names = signup.guests.map(({ name }) => name).join('、');
  const [copied, setCopied] = useState(false);
  const shared = pagePaths.activity(signup.activityId, signup.lineId);
  useShareAppMessage(() => ({
    title: `${signup.title}，${momentWords(signup.startsAt, now)}`,
    path: shared,
  }));
  return (
    <Page title={formWords.resultTitle} ownHeading flush tone={waiting ? 'wait' : 'ok'}>
      <Result tone={waiting ? 'wait' : 'ok'} title={faceOf(signup).title} lead={faceOf(signup).lead}>
        {waiting && <Box className="t3">{signup.title}</Box>}
        <Fact name={formWords.when}>
          {signup.dates === null
            ? spanWords(signup.startsAt, signup.endsAt, now)
            : takenWords(signup.dates, now)}
        </Fact>
        {signup.placeName !== null && <Fact name={formWords.where}>{signup.placeName}</Fact>}
        <Fact name={formWords.organiser}>{signup.organizationName}</Fact>
        {signup.seats > 1 && (
          <Fact name={formWords.people}>{formWords.peopleValue(signup.seats, names)}</Fact>
        )}
        <Box className="t1 dim mt3">{faceOf(signup).next}</Box>
        {!waiting && <Calendar signup={signup} />}
        <Button
          block
          look={waiting ? 'solid' : 'line'}
          className="mt3"
          onPress={() => void replaceWith(pagePaths.signup(signup.id))}
        >
          {formWords.seeSignup}
        </Button>
        <Box className="mt3">
          <ShareButton
            wide
            label={formWords.bringNeighbours}
            path={shared}
            onCopied={() => setCopied(true)}
          />
        </Box>
        <LiveNote>
          {copied && (
            <Note tone="ok" className="mt3">
              {formWords.linkCopied}
            </Note>
          )}
        </LiveNote>
        <Button block look="bare" className="mt1" onPress={() => void goTo(pagePaths.home)}>
          {formWords.goHome}
        </Button>
      </Result>
    </Page>
  );
}

interface Face {
  readonly title: string;
  readonly lead: string;
  readonly next: string;
}

function faceOf(signup: MySignup): Face {
  if (signup.status === 'pending-review')
    return { title: formWords.applied, lead: formWords.appliedLead, next: words.pendingNext };
  if (signup.status === 'in-draw')
    return { title: formWords.entered, lead: formWords.enteredLead, next: words.inDrawNext };
  return signup.status === 'confirmed'
    ? { title: formWords.confirmed, lead: signup.title, next: formWords.confirmedNext }
    : { title: formWords.waitlisted, lead: words.aheadOf(signup.ahead ?? 0), next: words.waitlistNext };
}

const outcomeWords: Record<CalendarOutcome, string> = {
  added: formWords.calendarAdded,
  'handed-over': formWords.calendarHandedOver,
  'not-added': formWords.calendarNotAdded,
};

function Calendar({ signup }: { readonly signup: MySignup }) {
  const [outcome, setOutcome] = useState<CalendarOutcome | null>(null);
  const add = async () => {
    setOutcome(await addToCalendar(entriesOf(signup, new Date())));
  };
  return (
    <>
      <Button block icon="calendar" className="mt4" onPress={() => void add()}>
        {signup.dates === null ? words.addToCalendar : coursesText.calendar}
      </Button>
      <LiveNote>
        {outcome !== null && (
          <Note tone={outcome === 'not-added' ? 'earth' : 'ok'} className="mt3">
            {outcomeWords[outcome]}
          </Note>
        )}
      </LiveNote>
    </>
  );
}
