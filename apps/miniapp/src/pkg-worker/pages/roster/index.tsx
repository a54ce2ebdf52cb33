import { useReachBottom } from '@tarojs/taro';
import { useCallback, useEffect, useState } from 'react';
import { loadActivity, loadRoster } from '@/features/rosters/api';
import { filtersFor, type RosterFilter } from '@/features/rosters/model';
import { NotifySheet } from '@/features/broadcasts/ui/notify-sheet';
import { ExportSheet } from '@/features/reports/ui/export-sheet';
import { AnswerList } from '@/features/rosters/ui/answer-list';
import { Applicants } from '@/features/rosters/ui/applicants';
import { PromoteSheet } from '@/features/rosters/ui/promote-sheet';
import { ProxySheet } from '@/features/rosters/ui/proxy-sheet';
import { Roster } from '@/features/rosters/ui/roster';
import { usePageData } from '@/shared/api/use-page-data';
import { type PageQuery, usePagedList } from '@/shared/api/use-paged-list';
import { spanWords } from '@/shared/i18n/moments';
import { broadcastWords } from '@/shared/i18n/zh-CN/broadcasts';
import { coursesText } from '@/shared/i18n/zh-CN/courses';
import { rosterWords as words } from '@/shared/i18n/zh-CN/managing';
import { reportWords } from '@/shared/i18n/zh-CN/reports';
import { goTo, useQuery } from '@/shared/platform/navigation';
import { useWideScreen } from '@/shared/platform/wide-screen';
import { Button } from '@/shared/ui/button';
import { Chips } from '@/shared/ui/choosers';
import { Box, Heading } from '@/shared/ui/element';
import { SearchField } from '@/shared/ui/fields';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { LiveNote } from '@/shared/ui/result';
import { StaffBar } from '@/shared/ui/staff-bar';
import { EmptyState, Skeleton } from '@/shared/ui/states';
import { Note } from '@/shared/ui/surfaces';
import { useNow } from '@/shared/ui/use-now';
import { paths } from '../../parts/paths';

/** Who comes to one run, and who waits. */
export default function RosterPage() {
  const { activityId = '', occurrenceId = '' } = useQuery();
  const [filter, setFilter] = useState<RosterFilter>('all');
  const [typed, setTyped] = useState('');
  const find = useSettled(typed.trim());
  const activity = usePageData(useCallback(() => loadActivity(activityId), [activityId]));
  const draft = activity.value?.draft;
  const course = draft?.course?.id === occurrenceId ? draft.course : null;
  const run = course ?? draft?.occurrences.find(({ id }) => id === occurrenceId);
  // A date of a course is not joined alone.
  const joinable = course !== null || draft?.course === null;
  const wide = useWideScreen();
  const now = useNow();
  const [proxy, setProxy] = useState(false);
  const [promoting, setPromoting] = useState(false);
  const [exporting, setExporting] = useState(false);
  const [notifying, setNotifying] = useState(false);
  const [said, setSaid] = useState<readonly string[]>([]);
  // Counts up with each change from here, so that the list is read again from its start.
  const [changes, setChanges] = useState(0);
  const changed = (lines: readonly string[]) => {
    setSaid(lines);
    setChanges(changes + 1);
    void activity.reload();
  };
  return (
    <Page
      title={words.title}
      ownHeading={activity.value !== null}
      wide
      bottom={<StaffBar current="activities" />}
    >
      {activity.value !== null && (
        <Heading level={1} className="t3 mt1">
          {activity.value.draft.title}
        </Heading>
      )}
      {run !== undefined && (
        <>
          <Box className="t2 dim num">
            {course === null
              ? spanWords(run.line.startsAt, run.line.endsAt, now)
              : coursesText.badge(draft?.occurrences.filter(({ line }) => !line.calledOff).length ?? 0)}
          </Box>
          <Box className="t2 num">{words.count(run.line.taken, run.line.capacity, run.line.waiting)}</Box>
          <Box className="row wrap mt1">
            {course === null && (
              <Button
                icon="scan"
                block={!wide}
                className={wide ? 'mr3 mt2' : 'mt2'}
                // Where applications wait, deciding on them is what the page is for.
                look={filter === 'pending-review' ? 'soft' : 'solid'}
                onPress={() => void goTo(paths.door(occurrenceId))}
              >
                {words.openDoor}
              </Button>
            )}
            {joinable && (
              <Button icon="useradd" look="line" className="mr3 mt2" onPress={() => setProxy(true)}>
                {words.proxy}
              </Button>
            )}
            {joinable && run.line.waiting > 0 && (
              <Button icon="up" look="line" className="mr3 mt2" onPress={() => setPromoting(true)}>
                {words.promote}
              </Button>
            )}
            <Button icon="download" look="line" className="mr3 mt2" onPress={() => setExporting(true)}>
              {reportWords.open}
            </Button>
            <Button icon="message" look="line" className="mt2" onPress={() => setNotifying(true)}>
              {broadcastWords.notify}
            </Button>
          </Box>
          <NotifySheet
            lineId={occurrenceId}
            noticePath={paths.broadcast}
            open={notifying}
            onSent={(broadcastId) => {
              setNotifying(false);
              void goTo(paths.broadcast(broadcastId));
            }}
            onClose={() => setNotifying(false)}
          />
          <ExportSheet occurrenceId={occurrenceId} open={exporting} onClose={() => setExporting(false)} />
          <PromoteSheet
            occurrenceId={occurrenceId}
            open={promoting}
            onClose={() => setPromoting(false)}
            onDone={(line) => {
              setPromoting(false);
              changed([line]);
            }}
          />
          <ProxySheet
            occurrenceId={occurrenceId}
            partyLimit={run.terms.partyLimit}
            open={proxy}
            onClose={() => setProxy(false)}
            onDone={(line) => {
              setProxy(false);
              changed([line]);
            }}
          />
        </>
      )}
      <LiveNote>
        {said.length > 0 && (
          <Note className="mt3">
            {said.map((line) => (
              <Box key={line}>{line}</Box>
            ))}
          </Note>
        )}
      </LiveNote>
      <Box className="row mt3">
        <SearchField
          id="roster-find"
          label={words.find}
          placeholder={words.findHint}
          value={typed}
          onChange={setTyped}
        />
      </Box>
      <Box className="mt3">
        <Chips<RosterFilter>
          label={words.filter}
          options={filtersFor(run?.line.mode ?? 'first-come').map((value) => ({
            value,
            label: words.filters[value],
          }))}
          value={filter}
          onChange={setFilter}
        />
      </Box>
      <Box className="mt3">
        <People
          key={`${filter}-${changes}`}
          activityId={activityId}
          occurrenceId={occurrenceId}
          filter={filter}
          find={find}
          now={now}
          onDecided={changed}
        />
      </Box>
      {run !== undefined && run.terms.questions.length > 0 && (
        <AnswerList key={changes} occurrenceId={occurrenceId} questions={run.terms.questions} />
      )}
    </Page>
  );
}

/** Long enough that a name being written is asked for once. */
const settledMilliseconds = 300;

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), settledMilliseconds);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

interface PeopleProps {
  readonly activityId: string;
  readonly occurrenceId: string;
  readonly filter: RosterFilter;
  readonly find: string;
  readonly now: Date;
  readonly onDecided: (said: readonly string[]) => void;
}

function People({ activityId, occurrenceId, filter, find, now, onDecided }: PeopleProps) {
  const list = usePagedList(
    useCallback(
      (page: PageQuery) => loadRoster(occurrenceId, filter, find, page),
      [occurrenceId, filter, find],
    ),
  );
  useReachBottom(() => void list.more());
  if (list.items === null && list.problem === null) return <Skeleton shape="rows" />;
  if (list.items === null && list.problem !== null)
    return (
      <LoadProblem
        problem={list.problem}
        title={words.failed}
        here={paths.roster(activityId, occurrenceId)}
        onRetry={() => void list.reload()}
      />
    );
  const entries = list.items ?? [];
  if (entries.length === 0 && find !== '')
    return <EmptyState title={words.notFound}>{words.notFoundWhy}</EmptyState>;
  if (entries.length === 0) return <EmptyState title={words.none[filter]}>{words.noneWhy}</EmptyState>;
  return (
    <>
      {filter === 'pending-review' ? (
        <Applicants occurrenceId={occurrenceId} entries={entries} onDecided={onDecided} />
      ) : (
        <Roster occurrenceId={occurrenceId} entries={entries} now={now} />
      )}
      {list.hasMore && (
        <Button block look="line" className="mt3" busy={list.loadingMore} onPress={() => void list.more()}>
          {words.more}
        </Button>
      )}
    </>
  );
}
