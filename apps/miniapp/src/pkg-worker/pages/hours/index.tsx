import { useState } from 'react';
import type { ReviewRecord } from '@/features/hour-review/api';
import { mostUrgent, sortOut } from '@/features/hour-review/model';
import { RejectSheet } from '@/features/hour-review/ui/reject-sheet';
import { ReviewList, type ReviewRowsProps } from '@/features/hour-review/ui/review-list';
import { ReviewTable } from '@/features/hour-review/ui/review-table';
import { type Review, useReview } from '@/features/hour-review/ui/use-review';
import { ComputationSheet } from '@/features/hours/ui/computation-sheet';
import { reviewWords as words } from '@/shared/i18n/zh-CN/hour-review';
import { reportWords } from '@/shared/i18n/zh-CN/reports';
import { goTo, useQuery } from '@/shared/platform/navigation';
import { pagePaths } from '@/shared/platform/page-paths';
import { useWideScreen } from '@/shared/platform/wide-screen';
import { Button } from '@/shared/ui/button';
import { Action, Box, Heading } from '@/shared/ui/element';
import { Link } from '@/shared/ui/link';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { LiveNote } from '@/shared/ui/result';
import { StaffBar } from '@/shared/ui/staff-bar';
import { EmptyState, Skeleton } from '@/shared/ui/states';
import { Note } from '@/shared/ui/surfaces';
import { HoursExportSheet } from '../../parts/hours-export-sheet';
import { paths } from '../../parts/paths';

/** Hours that wait for a decision: the flagged one by one, the rest in one tap. */
export default function HoursPage() {
  const { unitId, overdue } = useQuery();
  const review = useReview({ unitId, overdue: overdue === 'true' });
  const { items, problem } = review.list;
  return (
    <Page title={words.title} ownHeading={items !== null} wide bottom={<StaffBar current="hours" />}>
      {items === null && problem === null && <Skeleton shape="rows" />}
      {items === null && problem !== null && (
        <LoadProblem
          problem={problem}
          title={words.failed}
          here={paths.hours}
          onRetry={() => void review.list.reload()}
        />
      )}
      {items !== null && <Records review={review} records={items} />}
    </Page>
  );
}

function Records({
  review,
  records,
}: {
  readonly review: Review;
  readonly records: readonly ReviewRecord[];
}) {
  const [shown, setShown] = useState<ReviewRecord | null>(null);
  const [refusing, setRefusing] = useState<ReviewRecord | null>(null);
  const [exporting, setExporting] = useState(false);
  const { flagged, plain } = sortOut(records);
  const urgent = mostUrgent(records);
  const acts = {
    ticked: review.ticked,
    onTick: review.tick,
    onHow: setShown,
    onReject: setRefusing,
    onConfirmOne: (record: ReviewRecord) => void review.confirmOne(record),
  };
  return (
    <>
      <Heading level={1} className="t4 mt1">
        {words.headline(records.length)}
      </Heading>
      {urgent !== null && (
        <Box className={urgent < 0 ? 't2 warm num' : 't2 dim num'}>{words.due(urgent)}</Box>
      )}
      <Box className="row wrap mt1">
        <Link to={pagePaths.correctionDesk} className="x-link mr3">
          {words.toCorrections}
        </Link>
        <Action className="x-link" onPress={() => setExporting(true)}>
          {reportWords.hoursOpen}
        </Action>
      </Box>
      {exporting && <HoursExportSheet onClose={() => setExporting(false)} />}
      <LiveNote>{review.said !== null && <Said said={review.said} />}</LiveNote>
      {records.length === 0 ? (
        <EmptyState
          title={words.headline(0)}
          next={{ label: words.toWorkbench, onPress: () => void goTo(paths.workbench) }}
        >
          {words.nothing}
        </EmptyState>
      ) : (
        <>
          <Part title={words.flagged} note={words.flaggedNote} records={flagged} {...acts} />
          <Part title={words.plain} note={words.plainNote} records={plain} {...acts} all />
          {review.list.hasMore && (
            <Button
              block
              look="line"
              className="mt3"
              busy={review.list.loadingMore}
              onPress={() => void review.list.more()}
            >
              {words.more}
            </Button>
          )}
          <Box className="w-confirm mt4">
            <Button block busy={review.busy} onPress={() => void review.confirm()}>
              {words.confirm(review.toConfirm.length)}
            </Button>
            <Box className="t1 dim mt2">{words.rule}</Box>
          </Box>
        </>
      )}
      <ComputationSheet record={shown} onClose={() => setShown(null)} />
      <RejectSheet record={refusing} onReject={review.reject} onClose={() => setRefusing(null)} />
    </>
  );
}

function Said({ said }: { readonly said: NonNullable<Review['said']> }) {
  return (
    <Note tone={said.tone} className="mt3">
      {said.lines.map((line) => (
        <Box key={line}>{line}</Box>
      ))}
    </Note>
  );
}

type PartProps = ReviewRowsProps & { readonly title: string; readonly note: string; readonly all?: boolean };

function Part({ title, note, all, ...rows }: PartProps) {
  const wide = useWideScreen();
  const { records, ticked, onTick } = rows;
  if (records.length === 0) return null;
  const mine = records.filter(({ mayDecide }) => mayDecide).map(({ id }) => id);
  const every = mine.every((id) => ticked.has(id));
  return (
    <Box as="section" label={title}>
      <Box className="row row--between mt6">
        <Heading level={2} className="t3">
          {title}
        </Heading>
        {all && (
          <Action className="x-link" onPress={() => onTick(mine, !every)}>
            {every ? words.none : words.all}
          </Action>
        )}
      </Box>
      <Box className="t1 dim">{note}</Box>
      <Box className="mt3">{wide ? <ReviewTable caption={title} {...rows} /> : <ReviewList {...rows} />}</Box>
    </Box>
  );
}
