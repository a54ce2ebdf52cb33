import type { StaffCorrectionCard } from '@xiaolin/shared-types/corrections/schema';
import { useCallback, useState } from 'react';
import { loadForStaff, type Stage } from '@/features/corrections/api';
import { minutesWords, whenWords } from '@/features/corrections/model';
import { CorrectionRow } from '@/features/corrections/ui/correction-row';
import { usePagedList } from '@/shared/api/use-paged-list';
import { correctionWords, deskWords as words, wrongWords } from '@/shared/i18n/zh-CN/corrections';
import { useWideScreen } from '@/shared/platform/wide-screen';
import { Button } from '@/shared/ui/button';
import { SegmentedControl } from '@/shared/ui/choosers';
import { Box, Heading } from '@/shared/ui/element';
import { Link } from '@/shared/ui/link';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { StaffBar } from '@/shared/ui/staff-bar';
import { OfflineNote, Skeleton } from '@/shared/ui/states';
import { Note } from '@/shared/ui/surfaces';
import { Table } from '@/shared/ui/table';
import { paths } from '../../parts/paths';

const STAGES: readonly Stage[] = ['open', 'escalated', 'done'];

/** Corrections of the scope: what is due first stands on top. */
export default function CorrectionDeskPage() {
  const [stage, setStage] = useState<Stage>('open');
  const list = usePagedList(useCallback((page) => loadForStaff(stage, page), [stage]));
  const { items, problem } = list;
  return (
    <Page title={words.title} ownHeading={items !== null} wide bottom={<StaffBar current="hours" />}>
      <OfflineNote onRetry={() => void list.reload()} />
      {items === null && problem === null && <Skeleton shape="rows" />}
      {items === null && problem !== null && (
        <LoadProblem
          problem={problem}
          title={words.failed}
          here={paths.desk}
          onRetry={() => void list.reload()}
        />
      )}
      {items !== null && (
        <>
          <Heading level={1} className="t4 mt1">
            {headlineOf(stage, items.length)}
          </Heading>
          <Box className="t1 dim">{words.rule}</Box>
          <Box className="row wrap mt2">
            <Link to={paths.enter}>{words.enter}</Link>
            <Box as="span" className="ml3">
              <Link to={paths.entries}>{words.entries}</Link>
            </Box>
          </Box>
          <Box className="mt3">
            <SegmentedControl
              label={words.stage}
              value={stage}
              options={STAGES.map((value) => ({ value, label: words.stages[value] }))}
              onChange={setStage}
            />
          </Box>
          <Box className="mt3">
            {items.length === 0 ? (
              <Note tone="ok">{words.nothing}</Note>
            ) : (
              <Rows cards={items} stage={stage} />
            )}
          </Box>
          {list.hasMore && (
            <Button
              block
              look="line"
              className="mt4"
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

const headlineOf = (stage: Stage, count: number): string =>
  stage === 'open'
    ? words.headline(count)
    : stage === 'escalated'
      ? words.escalatedHeadline(count)
      : words.doneHeadline;

interface RowsProps {
  readonly cards: readonly StaffCorrectionCard[];
  readonly stage: Stage;
}

function Rows({ cards, stage }: RowsProps) {
  const wide = useWideScreen();
  if (!wide)
    return (
      <Box className="x-cells">
        {cards.map((card, at) => (
          <CorrectionRow
            key={card.id}
            card={card}
            personName={card.personName}
            to={paths.decide(card.id)}
            last={at === cards.length - 1}
          />
        ))}
      </Box>
    );
  return (
    <Table
      caption={words.stages[stage]}
      rows={cards}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          head: words.columns.name,
          width: '92px',
          names: true,
          cell: (card) => card.personName,
        },
        {
          key: 'what',
          head: words.columns.what,
          cell: (card) => (
            <Box
              as="span"
              className="num"
            >{`${card.activityTitle} ${card.roleName}，${whenWords(card)}`}</Box>
          ),
        },
        { key: 'wrong', head: words.columns.wrong, width: '132px', cell: (card) => wrongWords[card.wrong] },
        { key: 'minutes', head: words.columns.minutes, width: '240px', cell: minutesWords },
        {
          key: 'due',
          head: words.columns.due,
          width: '130px',
          cell: ({ workingDaysLeft: days }) =>
            days === null ? (
              ''
            ) : (
              <Box as="span" className={days < 0 ? 'warm num' : 'num'}>
                {correctionWords.daysLeft(days)}
              </Box>
            ),
        },
        {
          key: 'act',
          head: (
            <Box as="span" className="sr">
              {words.open}
            </Box>
          ),
          width: '76px',
          cell: (card) => (
            <Link to={paths.decide(card.id)} label={words.openOf(card.personName)}>
              {words.open}
            </Link>
          ),
        },
      ]}
    />
  );
}
