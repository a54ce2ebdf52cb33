import type { MissingOut } from '@xiaolin/shared-types/attendance/ways-out';
import { useState } from 'react';
import { answerFor, loadMissing, proposeFor } from '@/features/ways-out/api';
import { AnswerButtons } from '@/features/ways-out/ui/answer-buttons';
import { ProposeForm } from '@/features/ways-out/ui/propose-form';
import { useIntent } from '@/shared/api/use-intent';
import { usePagedList } from '@/shared/api/use-paged-list';
import { momentWords, spanWords } from '@/shared/i18n/moments';
import { problemText } from '@/shared/i18n/problem-text';
import { wayOutDeskWords as words } from '@/shared/i18n/zh-CN/ways-out';
import { goTo } from '@/shared/platform/navigation';
import { pagePaths } from '@/shared/platform/page-paths';
import { Button } from '@/shared/ui/button';
import { Box, Heading } from '@/shared/ui/element';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { LiveNote } from '@/shared/ui/result';
import { StaffBar } from '@/shared/ui/staff-bar';
import { EmptyState, Skeleton } from '@/shared/ui/states';
import { Card, Note } from '@/shared/ui/surfaces';
import { useNow } from '@/shared/ui/use-now';
import { paths } from '../../parts/paths';

/** Who never checked out: one side proposes a time, the other confirms it. */
export default function WaysOutPage() {
  const list = usePagedList(loadMissing);
  const now = useNow();
  const [said, setSaid] = useState('');
  const { items, problem } = list;
  return (
    <Page title={words.title} ownHeading={items !== null} wide bottom={<StaffBar current="hours" />}>
      {items === null && problem === null && <Skeleton shape="rows" />}
      {items === null && problem !== null && (
        <LoadProblem
          problem={problem}
          title={words.failed}
          here={pagePaths.waysOut}
          onRetry={() => void list.reload()}
        />
      )}
      {items !== null && (
        <>
          <Heading level={1} className="t4 mt1">
            {words.headline(items.length)}
          </Heading>
          <Box className="t1 dim mt1">{words.rule}</Box>
          <LiveNote>
            {said !== '' && (
              <Note tone="ok" className="mt3">
                {said}
              </Note>
            )}
          </LiveNote>
          {items.length === 0 && (
            <EmptyState
              title={words.headline(0)}
              next={{ label: words.toWorkbench, onPress: () => void goTo(paths.workbench) }}
            >
              {words.nothing}
            </EmptyState>
          )}
          {items.map((stay) => (
            <Stay
              key={`${stay.shiftId} ${stay.personId}`}
              stay={stay}
              now={now}
              onDone={(done) => {
                setSaid(done);
                void list.reload();
              }}
            />
          ))}
          {list.hasMore && (
            <Button
              block
              look="line"
              className="mt3"
              busy={list.loadingMore}
              onPress={() => void list.more()}
            >
              {words.more}
            </Button>
          )}
        </>
      )}
    </Page>
  );
}

interface StayProps {
  readonly stay: MissingOut;
  readonly now: Date;
  readonly onDone: (said: string) => void;
}

function Stay({ stay, now, onDone }: StayProps) {
  const intent = useIntent();
  const [proposing, setProposing] = useState(false);
  const { proposal, personName, shiftId, personId } = stay;
  const out = proposal === null ? '' : momentWords(proposal.outAt, now);
  const send = async (outAt: string, reason: string) => {
    const sent = await intent.run(`${shiftId} ${personId} ${outAt} ${reason}`, (key) =>
      proposeFor(key, shiftId, personId, outAt, reason),
    );
    if (sent !== null) onDone(words.proposed);
  };
  const say = async (id: string, agree: boolean, reason: string) => {
    const answered = await intent.run(`${id} ${agree} ${reason}`, (key) => answerFor(key, id, agree, reason));
    if (answered !== null) onDone(answered.agreed ? words.confirmed(answered.minutes) : words.refused);
  };
  return (
    <Card as="section" className="mt3" label={`${personName} ${spanWords(stay.startsAt, stay.endsAt, now)}`}>
      <Heading level={2} className="t2 b">
        {personName}
      </Heading>
      <Box className="t1 dim num">
        {`${stay.activityTitle} ${stay.roleName}，${spanWords(stay.startsAt, stay.endsAt, now)}`}
      </Box>
      {proposal !== null && (
        <Box className="mt2">
          <Box className="t2">
            {proposal.side === 'volunteer' ? words.said(personName, out) : words.waitsVolunteer(out)}
          </Box>
          <Box className="t1 dim">{words.reason(proposal.reason)}</Box>
        </Box>
      )}
      {intent.problem !== null && (
        <Box role="alert" className="warm b mt2">
          {problemText(intent.problem, now)}
        </Box>
      )}
      {proposal?.mayAnswer === true && (
        <AnswerButtons
          id={proposal.id}
          yes={words.confirm}
          no={words.refuse}
          busy={intent.busy}
          onAnswer={(agree, reason) => void say(proposal.id, agree, reason)}
        />
      )}
      {proposal === null && !stay.mayPropose && <Note className="mt2">{words.own}</Note>}
      {stay.mayPropose && !proposing && (
        <Button look="line" size="s" className="mt3" onPress={() => setProposing(true)}>
          {words.propose}
        </Button>
      )}
      {stay.mayPropose && proposing && (
        <Box className="mt3">
          <Box className="t1 dim">{words.proposeLead(personName)}</Box>
          <ProposeForm
            stay={stay}
            now={now}
            busy={intent.busy}
            main={false}
            sendLabel={words.propose}
            onSend={(outAt, reason) => void send(outAt, reason)}
          />
        </Box>
      )}
    </Card>
  );
}
