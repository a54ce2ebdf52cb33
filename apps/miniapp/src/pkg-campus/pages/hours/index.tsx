import { hoursText } from '@xiaolin/shared-types/hours/wording';
import { studentRoutes } from '@xiaolin/shared-types/students/routes';
import { useCallback, useState } from 'react';
import { type CampusHours, loadCampusHours } from '@/features/campus/api';
import { daysOf, HOURS_PERIODS, type HoursPeriod } from '@/features/campus/model';
import { ClassList, ClassTable } from '@/features/campus/ui/class-hours';
import { usePageData } from '@/shared/api/use-page-data';
import { dayInFull } from '@/shared/i18n/moments';
import { campusWords as words } from '@/shared/i18n/zh-CN/campus';
import { canDownload, downloadFile } from '@/shared/platform/download';
import { goTo } from '@/shared/platform/navigation';
import { pagePaths } from '@/shared/platform/page-paths';
import { useWideScreen } from '@/shared/platform/wide-screen';
import { useSession } from '@/shared/session/session';
import { Button } from '@/shared/ui/button';
import { SegmentedControl } from '@/shared/ui/choosers';
import { Box, Words } from '@/shared/ui/element';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { LiveNote } from '@/shared/ui/result';
import { EmptyState, OfflineNote, Skeleton } from '@/shared/ui/states';
import { Note, SectionHead } from '@/shared/ui/surfaces';
import { CampusPlaces } from '../../parts/campus-places';

/** What the campus's verified students served, by school and class; never where. */
export default function CampusHoursPage() {
  const [period, setPeriod] = useState<HoursPeriod>('year');
  const load = useCallback(() => loadCampusHours(daysOf(period, new Date())), [period]);
  const { value, problem, reload } = usePageData(load);
  return (
    <Page title={words.hoursTitle} wide>
      <CampusPlaces current="campusHours" />
      <Box className="mt3">
        <SegmentedControl<HoursPeriod>
          label={words.period}
          options={HOURS_PERIODS.map((each) => ({ value: each, label: words.periods[each] }))}
          value={period}
          onChange={setPeriod}
        />
      </Box>
      {value === null && problem === null && <Skeleton shape="rows" />}
      {value === null && problem !== null && (
        <LoadProblem
          problem={problem}
          title={words.hoursFailed}
          here={pagePaths.campusHours}
          whySignIn={words.signIn}
          onRetry={() => void reload()}
        />
      )}
      {value !== null && (
        <>
          <OfflineNote onRetry={() => void reload()} />
          <Shown hours={value} />
        </>
      )}
    </Page>
  );
}

function Shown({ hours }: { readonly hours: CampusHours }) {
  const wide = useWideScreen();
  const { total, rows, from, to } = hours;
  if (rows.length === 0)
    return (
      <EmptyState
        title={words.noHours}
        next={{ label: words.students, onPress: () => void goTo(pagePaths.campus) }}
      >
        {words.noHoursWhy}
      </EmptyState>
    );
  return (
    <>
      <Box className="t1 dim num mt3">{words.fromTo(dayInFull(from), dayInFull(to))}</Box>
      <Box className="row row--base mt1">
        <Words className="x-figure">{hoursText(total.confirmedMinutes)}</Words>
        <Words className="t2 dim ml1">{words.hoursOf('')}</Words>
      </Box>
      <Box className="t1 quiet num">
        {`${words.confirmed}${words.minutesOf(String(total.confirmedMinutes))}，${words.pendingOf(hoursText(total.pendingMinutes))}`}
      </Box>
      <Box className="t2 num mt2">{words.total(total.served, total.students)}</Box>
      <SectionHead>{words.byClass}</SectionHead>
      {wide ? <ClassTable rows={rows} /> : <ClassList rows={rows} />}
      <Box className="t1 dim mt2">{words.least}</Box>
      <Download from={from} to={to} />
    </>
  );
}

function Download({ from, to }: { readonly from: string; readonly to: string }) {
  const token = useSession((state) => state.token);
  const [outcome, setOutcome] = useState<'done' | 'failed' | null>(null);
  if (!canDownload) return <Note className="mt3">{words.onComputer}</Note>;
  const download = async () => {
    const done = await downloadFile(studentRoutes.hoursFile, { query: { from, to } }, token);
    setOutcome(done ? 'done' : 'failed');
  };
  return (
    <>
      <Button block look="soft" icon="download" className="mt4" onPress={() => void download()}>
        {words.download}
      </Button>
      <LiveNote>
        {outcome !== null && (
          <Note tone={outcome === 'done' ? 'ok' : 'warm'} className="mt3">
            {outcome === 'done' ? words.downloaded : words.downloadFailed}
          </Note>
        )}
      </LiveNote>
    </>
  );
}
