import type { WorkbenchView } from '@xiaolin/shared-types/workbench/routes';
import { useEffect } from 'react';
import { keepDeskMoving } from '@/features/attendance-desk/offline';
import { loadWorkbench } from '@/features/workbench/api';
import { inOrder, isOver, thingsToday } from '@/features/workbench/model';
import { TodayCard } from '@/features/workbench/ui/today-card';
import { TodoList } from '@/features/workbench/ui/todo-list';
import { type Tool, Tools } from '@/features/workbench/ui/tools';
import { usePageData } from '@/shared/api/use-page-data';
import { dateWords } from '@/shared/i18n/moments';
import { workbenchWords as words } from '@/shared/i18n/zh-CN/workbench';
import { pagePaths } from '@/shared/platform/page-paths';
import { useElderMode } from '@/shared/platform/preferences';
import { Box, Heading } from '@/shared/ui/element';
import { Link } from '@/shared/ui/link';
import { Page } from '@/shared/ui/page';
import { StaffBar } from '@/shared/ui/staff-bar';
import { Loaded } from '../../parts/loaded';
import { paths } from '../../parts/paths';

/** One line of four; the bar has the rest. */
const tools: readonly Tool[] = [
  { icon: 'plus', label: words.publish, to: paths.publish() },
  { icon: 'inout', label: words.waysOut, to: paths.waysOut },
  { icon: 'shield', label: words.qualifications, to: paths.qualifications },
  { icon: 'cert', label: words.certificates, to: paths.certificates },
];

/** Elder mode has the helpers where the bar was. */
const elderTools: readonly Tool[] = [
  ...tools,
  { icon: 'calendar', label: words.manage, to: paths.activities },
  { icon: 'clock', label: words.hours, to: paths.hours },
];

export default function WorkbenchPage() {
  // Scans of a desk that was closed without a network leave from here, too.
  useEffect(() => keepDeskMoving(), []);
  const data = usePageData(loadWorkbench);
  return (
    <Page title={words.title} ownHeading wide bottom={<StaffBar current="workbench" />}>
      {data.value === null && (
        <Heading level={1} className="sr">
          {words.title}
        </Heading>
      )}
      <Loaded data={data} shape="detail">
        {(view) => <Day view={view} now={new Date()} />}
      </Loaded>
    </Page>
  );
}

function Day({ view, now }: { readonly view: WorkbenchView; readonly now: Date }) {
  const elder = useElderMode();
  const today = inOrder(view.today, now);
  return (
    <>
      <Box className="row row--between mt1">
        <Heading level={1} className="t4">
          {words.headline(thingsToday(view, now))}
        </Heading>
        <Box as="span" className="t1 quiet num">
          {dateWords(now)}
        </Box>
      </Box>
      {today.length === 0 && <Box className="t2 dim mt2">{words.quietDay}</Box>}
      <Box className="w-cols">
        <Box className="w-cols__main">
          {today.map((item, index) => (
            <TodayCard
              key={item.occurrenceId}
              item={item}
              now={now}
              first={index === 0 && !isOver(item, now)}
              doorPath={paths.door(item.occurrenceId)}
              deskPath={paths.desks(item.activityId)}
              rosterPath={paths.roster(item.activityId, item.occurrenceId)}
            />
          ))}
        </Box>
        <Box className="w-cols__side">
          <Tools tools={elder ? elderTools : tools} />
          <TodoList
            view={view}
            now={now}
            hoursPath={paths.hours}
            correctionsPath={pagePaths.correctionDesk}
            entriesPath={pagePaths.manualEntries}
            overduePath={paths.overdue}
            waysOutPath={paths.waysOut}
            qualificationsPath={paths.qualifications}
            draftPath={paths.publish}
          />
          <Box className="mt4">
            <Link to={paths.settings}>{words.settings}</Link>
          </Box>
        </Box>
      </Box>
    </>
  );
}
