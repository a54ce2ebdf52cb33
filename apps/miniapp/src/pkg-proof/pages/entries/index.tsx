import {
  ENTRY_STATUSES,
  type EntryStatus,
  type ManualEntryView,
  type Verdict,
} from '@xiaolin/shared-types/corrections/schema';
import { useCallback, useState } from 'react';
import { decideEntry, loadEntries } from '@/features/corrections/api';
import { useIntent } from '@/features/corrections/use-kept';
import { EntryCard } from '@/features/corrections/ui/entry-card';
import { usePagedList } from '@/shared/api/use-paged-list';
import { problemText } from '@/shared/i18n/problem-text';
import { deskWords, entryStatusWords, entryWords as words } from '@/shared/i18n/zh-CN/corrections';
import { Button } from '@/shared/ui/button';
import { SegmentedControl } from '@/shared/ui/choosers';
import { Box, Heading } from '@/shared/ui/element';
import { Field } from '@/shared/ui/fields';
import { Link } from '@/shared/ui/link';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { LiveNote } from '@/shared/ui/result';
import { Confirm } from '@/shared/ui/sheet';
import { StaffBar } from '@/shared/ui/staff-bar';
import { OfflineNote, Skeleton } from '@/shared/ui/states';
import { Note } from '@/shared/ui/surfaces';
import { paths } from '../../parts/paths';

/** Entries made by hand: the unit above looks at the evidence and says yes or no. */
export default function EntriesPage() {
  const [status, setStatus] = useState<EntryStatus>('waiting');
  const list = usePagedList(useCallback((page) => loadEntries(status, page), [status]));
  const [deciding, setDeciding] = useState<{ entry: ManualEntryView; verdict: Verdict } | null>(null);
  const [done, setDone] = useState(false);
  const { items, problem } = list;
  return (
    <Page title={words.list} ownHeading={items !== null} wide bottom={<StaffBar current="hours" />}>
      <OfflineNote onRetry={() => void list.reload()} />
      {items === null && problem === null && <Skeleton shape="rows" />}
      {items === null && problem !== null && (
        <LoadProblem
          problem={problem}
          title={words.failed}
          here={paths.entries}
          onRetry={() => void list.reload()}
        />
      )}
      <LiveNote>
        {done && (
          <Note tone="ok" className="mt3">
            {words.done}
          </Note>
        )}
      </LiveNote>
      {items !== null && (
        <>
          <Heading level={1} className="t4 mt1">
            {status === 'waiting' ? words.headline(items.length) : words.others[status]}
          </Heading>
          <Box className="row wrap mt2">
            <Link to={paths.enter}>{words.enter}</Link>
            <Box as="span" className="ml3">
              <Link to={paths.sample}>{words.sample}</Link>
            </Box>
          </Box>
          <Box className="mt3">
            <SegmentedControl
              label={words.list}
              value={status}
              options={ENTRY_STATUSES.map((value) => ({ value, label: entryStatusWords[value] }))}
              onChange={setStatus}
            />
          </Box>
          {items.length === 0 && (
            <Note tone="ok" className="mt3">
              {words.nothing}
            </Note>
          )}
          {items.map((entry) => (
            <EntryCard
              key={entry.id}
              entry={entry}
              now={new Date()}
              onDecide={(verdict) => setDeciding({ entry, verdict })}
            />
          ))}
          {list.hasMore && (
            <Button
              block
              look="line"
              className="mt4"
              busy={list.loadingMore}
              onPress={() => void list.more()}
            >
              {deskWords.more}
            </Button>
          )}
        </>
      )}
      {deciding !== null && (
        <DecideSheet
          {...deciding}
          onClose={() => setDeciding(null)}
          onDone={() => {
            setDeciding(null);
            setDone(true);
            void list.reload();
          }}
        />
      )}
    </Page>
  );
}

interface DecideSheetProps {
  readonly entry: ManualEntryView;
  readonly verdict: Verdict;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function DecideSheet({ entry, verdict, onClose, onDone }: DecideSheetProps) {
  const keyOf = useIntent();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const accepting = verdict === 'accept';
  const send = async () => {
    const why = reason.trim();
    if (why === '') {
      setError(words.whyMend);
      return;
    }
    setBusy(true);
    const result = await decideEntry(entry.id, { requestKey: keyOf({ verdict, why }), verdict, reason: why });
    setBusy(false);
    if (result.ok) onDone();
    else setError(problemText(result.problem, new Date()));
  };
  return (
    <Confirm
      open
      grave={!accepting}
      busy={busy}
      title={
        accepting ? words.approveTitle(entry.personName, entry.minutes) : words.rejectTitle(entry.personName)
      }
      confirmLabel={accepting ? words.approve : words.reject}
      onConfirm={() => void send()}
      onClose={onClose}
      consequence={
        <Box>
          {accepting ? words.approveNote : words.rejectNote}
          <Field
            id="entry-reason"
            label={words.why}
            error={error}
            multiline
            maxLength={200}
            value={reason}
            onChange={setReason}
          />
        </Box>
      }
    />
  );
}
