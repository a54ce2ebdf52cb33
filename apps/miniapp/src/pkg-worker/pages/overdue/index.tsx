import { loadOverdue, type Overdue } from '@/features/due-dates/api';
import { OverdueList, OverdueTable } from '@/features/due-dates/ui/overdue-units';
import { usePageData } from '@/shared/api/use-page-data';
import { dueWords as words } from '@/shared/i18n/zh-CN/due-dates';
import { goTo } from '@/shared/platform/navigation';
import { useWideScreen } from '@/shared/platform/wide-screen';
import { Box, Heading } from '@/shared/ui/element';
import { Page } from '@/shared/ui/page';
import { StaffBar } from '@/shared/ui/staff-bar';
import { EmptyState } from '@/shared/ui/states';
import { Note } from '@/shared/ui/surfaces';
import { Loaded } from '../../parts/loaded';
import { paths } from '../../parts/paths';

/** 办法 art. 11: where hours were not recorded within ten working days. */
export default function OverduePage() {
  const data = usePageData(loadOverdue);
  return (
    <Page title={words.title} ownHeading wide bottom={<StaffBar current="workbench" />}>
      {data.value === null && (
        <Heading level={1} className="sr">
          {words.title}
        </Heading>
      )}
      <Loaded data={data}>{(view) => <Shown view={view} />}</Loaded>
    </Page>
  );
}

function Shown({ view }: { readonly view: Overdue }) {
  const wide = useWideScreen();
  const rows = { units: view.units, pathOf: paths.hoursOf };
  return (
    <>
      <Heading level={1} className="t4 mt1">
        {words.headline(view.records)}
      </Heading>
      <Box className="t2 dim">{words.rule}</Box>
      {view.dueSoon > 0 && <Box className="t2 num mt1">{words.soon(view.dueSoon)}</Box>}
      {view.units.length === 0 ? (
        <EmptyState
          title={words.headline(0)}
          next={{ label: words.toWorkbench, onPress: () => void goTo(paths.workbench) }}
        >
          {words.none}
        </EmptyState>
      ) : (
        <Box className="mt4">{wide ? <OverdueTable {...rows} /> : <OverdueList {...rows} />}</Box>
      )}
      <Note className="mt4">{words.calendar(view.calendarUntil)}</Note>
    </>
  );
}
