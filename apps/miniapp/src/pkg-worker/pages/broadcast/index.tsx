import type { BroadcastView } from '@xiaolin/shared-types/broadcasts/schema';
import { useCallback, useState } from 'react';
import { decideNotice, loadNotice, loadUnreached } from '@/features/broadcasts/api';
import { useIntent } from '@/shared/api/use-intent';
import { usePageData } from '@/shared/api/use-page-data';
import { type PageQuery, usePagedList } from '@/shared/api/use-paged-list';
import { usePolling } from '@/shared/api/use-polling';
import { momentWords } from '@/shared/i18n/moments';
import { problemText } from '@/shared/i18n/problem-text';
import { broadcastWords as words } from '@/shared/i18n/zh-CN/broadcasts';
import { bringToField } from '@/shared/platform/attention';
import { useQuery } from '@/shared/platform/navigation';
import { useWideScreen } from '@/shared/platform/wide-screen';
import { Button } from '@/shared/ui/button';
import { Box, Heading } from '@/shared/ui/element';
import { Field } from '@/shared/ui/fields';
import { ListRow, Rows } from '@/shared/ui/list-row';
import { Page } from '@/shared/ui/page';
import { LiveNote } from '@/shared/ui/result';
import { Sheet } from '@/shared/ui/sheet';
import { StaffBar } from '@/shared/ui/staff-bar';
import { Card, Note } from '@/shared/ui/surfaces';
import { useNow } from '@/shared/ui/use-now';
import { Loaded } from '../../parts/loaded';

const LOOK_AGAIN_MS = 2_000;
/** As the contract takes it (DecideBroadcast). */
const LONGEST_REASON = 100;

/** One notice: how far it has come, and who must be called. */
export default function BroadcastPage() {
  const { id = '' } = useQuery();
  const data = usePageData(useCallback(() => loadNotice(id), [id]));
  const moving = data.value?.state === 'sending' || data.value?.state === 'checking';
  usePolling(() => (moving ? data.reload() : Promise.resolve()), LOOK_AGAIN_MS);
  return (
    <Page title={words.page} ownHeading={data.value !== null} wide bottom={<StaffBar current="activities" />}>
      <Loaded data={data}>{(notice) => <Notice notice={notice} onDecided={data.replace} />}</Loaded>
    </Page>
  );
}

interface NoticeProps {
  readonly notice: BroadcastView;
  readonly onDecided: (notice: BroadcastView) => void;
}

function Notice({ notice, onDecided }: NoticeProps) {
  const now = useNow();
  const told = notice.state === 'sending' || notice.state === 'sent';
  return (
    <>
      <Heading level={1} className="t3 mt1">
        {notice.title}
      </Heading>
      <Box className="t2 dim num">{words.who(notice.authorName, momentWords(notice.writtenAt, now))}</Box>
      <Card className="mt3">{notice.words}</Card>
      <LiveNote>
        <Box className="t3 mt4">{words.states[notice.state]}</Box>
      </LiveNote>
      {notice.reason !== null && <Box className="t2 mt1">{words.reason(notice.reason)}</Box>}
      {(notice.state === 'for-person' || notice.state === 'checking') && !notice.mayDecide && (
        <Box className="t2 dim mt1">{words.willHear}</Box>
      )}
      {told && (
        <>
          <Box className="t4 num mt2">{words.progress(notice.done, notice.people)}</Box>
          <Box className="t2 num mt1">{words.inApp(notice.inApp)}</Box>
        </>
      )}
      {told && notice.byPhone > 0 && (
        <>
          <Heading level={2} className="t3 mt4">
            {words.byPhone(notice.byPhone)}
          </Heading>
          <ToCall key={notice.byPhone} broadcastId={notice.id} />
        </>
      )}
      {notice.mayDecide && <Decide broadcastId={notice.id} onDecided={onDecided} />}
    </>
  );
}

function ToCall({ broadcastId }: { readonly broadcastId: string }) {
  const list = usePagedList(
    useCallback((page: PageQuery) => loadUnreached(broadcastId, page), [broadcastId]),
  );
  const people = list.items ?? [];
  return (
    <Box className="mt2">
      <Rows>
        {people.map(({ personId, displayName, maskedPhone }, at) => (
          <ListRow
            key={personId}
            title={displayName}
            note={maskedPhone ?? words.noPhone}
            last={at === people.length - 1}
          />
        ))}
      </Rows>
      {list.hasMore && (
        <Button block look="line" className="mt3" busy={list.loadingMore} onPress={() => void list.more()}>
          {words.more}
        </Button>
      )}
    </Box>
  );
}

function Decide({
  broadcastId,
  onDecided,
}: { readonly broadcastId: string } & Pick<NoticeProps, 'onDecided'>) {
  const wide = useWideScreen();
  const { busy, run, problem } = useIntent();
  const [refusing, setRefusing] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const decide = async (decision: 'send' | 'refuse', why?: string) => {
    const done = await run(`${decision} ${why ?? ''}`, (requestKey) =>
      decideNotice(broadcastId, { requestKey, decision, ...(why !== undefined && { reason: why }) }),
    );
    if (done !== null) onDecided(done);
  };
  const refuse = () => {
    setTried(true);
    if (reason.trim() === '') bringToField('notice-reason');
    else void decide('refuse', reason.trim());
  };
  const said = (
    <Box role="alert">
      {problem !== null && (
        <Note tone="warm" className="mt3">
          {problemText(problem, new Date())}
        </Note>
      )}
    </Box>
  );
  return (
    <Box as="section" className="mt6">
      <Heading level={2} className="t3">
        {words.decide}
      </Heading>
      {!refusing && said}
      <Box className={wide ? 'row' : undefined}>
        <Button block={!wide} className="mt3" busy={busy} onPress={() => void decide('send')}>
          {words.release}
        </Button>
        <Button
          block={!wide}
          look="line"
          className={wide ? 'mt3 ml2' : 'mt3'}
          onPress={() => setRefusing(true)}
        >
          {words.refuse}
        </Button>
      </Box>
      <Sheet open={refusing} title={words.refuseTitle} onClose={() => setRefusing(false)}>
        <Field
          id="notice-reason"
          label={words.refuseWhy}
          hint={words.refuseHint}
          error={tried && reason.trim() === '' ? words.refuseMend : undefined}
          multiline
          maxLength={LONGEST_REASON}
          value={reason}
          onChange={setReason}
        />
        {said}
        <Button block className="mt6" busy={busy} onPress={refuse}>
          {words.refuse}
        </Button>
      </Sheet>
    </Box>
  );
}
