import type { MissingOut } from '@xiaolin/shared-types/attendance/ways-out';
import { useState } from 'react';
import { answer, loadMine, propose } from '@/features/ways-out/api';
import { AnswerButtons } from '@/features/ways-out/ui/answer-buttons';
import { ProposeForm } from '@/features/ways-out/ui/propose-form';
import { useIntent } from '@/shared/api/use-intent';
import { usePageData } from '@/shared/api/use-page-data';
import { momentWords, spanWords } from '@/shared/i18n/moments';
import { problemText } from '@/shared/i18n/problem-text';
import { wayOutWords as words } from '@/shared/i18n/zh-CN/ways-out';
import { goTo } from '@/shared/platform/navigation';
import { pagePaths } from '@/shared/platform/page-paths';
import { Box, Heading } from '@/shared/ui/element';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { LiveNote } from '@/shared/ui/result';
import { EmptyState, Skeleton } from '@/shared/ui/states';
import { Card, Note } from '@/shared/ui/surfaces';
import { useNow } from '@/shared/ui/use-now';

/** Shifts whose way out was missed: nothing is credited until both sides agree on a time. */
export default function WayOutPage() {
  const { value, problem, reload } = usePageData(loadMine);
  const [said, setSaid] = useState('');
  const now = useNow();
  return (
    <Page title={words.title}>
      {value === null && problem === null && <Skeleton shape="rows" />}
      {value === null && problem !== null && (
        <LoadProblem
          problem={problem}
          title={words.failed}
          onRetry={() => void reload()}
          here={pagePaths.wayOut}
          whySignIn={words.signInWhy}
        />
      )}
      <LiveNote>
        {said !== '' && (
          <Note tone="ok" className="mt3">
            {said}
          </Note>
        )}
      </LiveNote>
      {value?.items.length === 0 && (
        <EmptyState
          title={words.nothing}
          next={{ label: words.hours, onPress: () => void goTo(pagePaths.hours) }}
        >
          {words.nothingWhy}
        </EmptyState>
      )}
      {value !== null && value.items.length > 0 && <Box className="t1 dim mt2">{words.lead}</Box>}
      {value?.items.map((stay, at) => (
        <Stay
          key={stay.shiftId}
          stay={stay}
          now={now}
          first={at === 0}
          onDone={(done) => {
            setSaid(done);
            void reload();
          }}
        />
      ))}
    </Page>
  );
}

interface StayProps {
  readonly stay: MissingOut;
  readonly now: Date;
  readonly first: boolean;
  readonly onDone: (said: string) => void;
}

function Stay({ stay, now, first, onDone }: StayProps) {
  const intent = useIntent();
  const { proposal } = stay;
  const out = proposal === null ? '' : momentWords(proposal.outAt, now);
  const send = async (outAt: string, reason: string) => {
    const sent = await intent.run(`${stay.shiftId} ${outAt} ${reason}`, (key) =>
      propose(key, stay.shiftId, outAt, reason),
    );
    if (sent !== null) onDone(words.sent);
  };
  const say = async (id: string, agree: boolean, reason: string) => {
    const answered = await intent.run(`${id} ${agree} ${reason}`, (key) => answer(key, id, agree, reason));
    if (answered !== null) onDone(answered.agreed ? words.agreed(answered.minutes) : words.disagreed);
  };
  return (
    <Card as="section" className="mt3" label={spanWords(stay.startsAt, stay.endsAt, now)}>
      <Box className="t1 accent num b">{spanWords(stay.startsAt, stay.endsAt, now)}</Box>
      <Box className="t2 b">{`${stay.activityTitle} ${stay.roleName}`}</Box>
      {proposal === null && (
        <Heading level={2} className="t3 mt3">
          {words.question}
        </Heading>
      )}
      {proposal?.side === 'volunteer' && <Note className="mt3">{words.waiting(out)}</Note>}
      {proposal?.side === 'staff' && (
        <>
          <Box className="t2 mt3">{words.byStaff(proposal.byName, out)}</Box>
          <Box className="t1 dim">{proposal.reason}</Box>
        </>
      )}
      {intent.problem !== null && (
        <Box role="alert" className="warm b mt2">
          {problemText(intent.problem, now)}
        </Box>
      )}
      {proposal?.mayAnswer === true && (
        <AnswerButtons
          id={proposal.id}
          yes={words.agree}
          no={words.disagree}
          busy={intent.busy}
          onAnswer={(agree, reason) => void say(proposal.id, agree, reason)}
        />
      )}
      {stay.mayPropose && (
        <ProposeForm
          stay={stay}
          now={now}
          busy={intent.busy}
          main={first}
          sendLabel={words.send}
          onSend={(outAt, reason) => void send(outAt, reason)}
        />
      )}
    </Card>
  );
}
