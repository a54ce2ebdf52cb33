import type { BroadcastAudience, BroadcastPreview } from '@xiaolin/shared-types/broadcasts/schema';
import { useCallback, useState } from 'react';
import { useIntent } from '@/shared/api/use-intent';
import { type PageQuery, usePagedList } from '@/shared/api/use-paged-list';
import { momentWords } from '@/shared/i18n/moments';
import { problemText } from '@/shared/i18n/problem-text';
import { broadcastWords as words } from '@/shared/i18n/zh-CN/broadcasts';
import { bringToField } from '@/shared/platform/attention';
import { Button } from '@/shared/ui/button';
import { ChooseOne } from '@/shared/ui/choices';
import { Box } from '@/shared/ui/element';
import { Field } from '@/shared/ui/fields';
import { ListRow, Rows } from '@/shared/ui/list-row';
import { Sheet } from '@/shared/ui/sheet';
import { Card, Note } from '@/shared/ui/surfaces';
import { loadNotices, loadPreview, sendNotice } from '../api';

interface NotifySheetProps {
  readonly lineId: string;
  /** Where a notice that was written before is looked at. */
  readonly noticePath: (broadcastId: string) => string;
  readonly open: boolean;
  readonly onSent: (broadcastId: string) => void;
  readonly onClose: () => void;
}

const AUDIENCES = ['confirmed', 'waiting', 'everyone'] as const satisfies readonly BroadcastAudience[];
/** As the contract takes it (SendBroadcast). */
const LONGEST = 200;

/** Writing, then seeing how many it comes to, then sending. What was written stays until it is sent. */
export function NotifySheet({ lineId, noticePath, open, onSent, onClose }: NotifySheetProps) {
  const [audience, setAudience] = useState<BroadcastAudience>('confirmed');
  const [written, setWritten] = useState('');
  const [tried, setTried] = useState(false);
  const [preview, setPreview] = useState<BroadcastPreview | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [looking, setLooking] = useState(false);
  const { busy, run, problem: refused } = useIntent();
  const text = written.trim();

  const look = async () => {
    setTried(true);
    if (text === '') bringToField('notify-words');
    if (text === '' || looking) return;
    setLooking(true);
    const result = await loadPreview(lineId, audience);
    setLooking(false);
    setPreview(result.ok ? result.value : null);
    setProblem(result.ok ? null : problemText(result.problem, new Date()));
  };
  const send = async (people: number) => {
    const sent = await run(`${audience} ${people} ${text}`, (requestKey) =>
      sendNotice(lineId, { requestKey, audience, words: text, people }),
    );
    // Refused: the words, the number or nothing may have changed, so it is looked at again.
    if (sent === null) return setPreview(null);
    setWritten('');
    setPreview(null);
    setTried(false);
    onSent(sent.id);
  };
  const said = problem ?? (refused === null ? null : problemText(refused, new Date()));

  return (
    <Sheet open={open} title={words.title} onClose={onClose}>
      {preview === null ? (
        <>
          <Box className="t2 dim">{words.lead}</Box>
          <ChooseOne<BroadcastAudience>
            id="notify-audience"
            question={words.whom}
            choices={AUDIENCES.map((value) => ({ value, title: words.audiences[value] }))}
            value={audience}
            onChange={setAudience}
          />
          <Field
            id="notify-words"
            label={words.words}
            hint={words.hint}
            error={tried && text === '' ? words.mend : undefined}
            multiline
            maxLength={LONGEST}
            value={written}
            onChange={setWritten}
          />
        </>
      ) : (
        <>
          <Box className="t3 num">{preview.people === 0 ? words.nobody : words.people(preview.people)}</Box>
          {preview.people > 0 && (
            <Box className="t2 num mt1">{words.ways(preview.inApp, preview.byPhone)}</Box>
          )}
          <Card className="mt3">{text}</Card>
        </>
      )}
      <Box role="alert">
        {said !== null && preview === null && (
          <Note tone="warm" className="mt3">
            {said}
          </Note>
        )}
      </Box>
      {preview === null && (
        <Button block className="mt6" busy={looking} onPress={() => void look()}>
          {words.look}
        </Button>
      )}
      {preview !== null && preview.people > 0 && (
        <Button block className="mt6" busy={busy} onPress={() => void send(preview.people)}>
          {words.send(preview.people)}
        </Button>
      )}
      {preview !== null && (
        <Button block look="line" className="mt3" onPress={() => setPreview(null)}>
          {words.change}
        </Button>
      )}
      {preview === null && <Before lineId={lineId} noticePath={noticePath} />}
    </Sheet>
  );
}

/** What was written to these people before, latest first: nobody writes the same twice. */
function Before({ lineId, noticePath }: Pick<NotifySheetProps, 'lineId' | 'noticePath'>) {
  const list = usePagedList(useCallback((page: PageQuery) => loadNotices(lineId, page), [lineId]));
  const notices = list.items ?? [];
  if (notices.length === 0) return null;
  return (
    <Box className="mt6">
      <Rows label={words.before}>
        {notices.map(({ id, words: written, state, writtenAt }, at) => (
          <ListRow
            key={id}
            title={written}
            note={words.who(words.states[state], momentWords(writtenAt, new Date()))}
            to={noticePath(id)}
            last={at === notices.length - 1}
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
