import type { Direction } from '@xiaolin/shared-types/attendance/schema';
import { useCallback, useEffect, useState } from 'react';
import { loadRoster, loadShift, loadToday } from '@/features/attendance-desk/api';
import { answerOfResult, type DeskShift, shiftsOf, usualWay } from '@/features/attendance-desk/model';
import { keepDeskMoving, type OfflineDesk, useOfflineDesk } from '@/features/attendance-desk/offline';
import { ChooseShift } from '@/features/attendance-desk/ui/choose-shift';
import { OfflineDeskNote } from '@/features/attendance-desk/ui/offline-panel';
import { ShiftDesk } from '@/features/attendance-desk/ui/shift-desk';
import { useDeskScan } from '@/features/attendance-desk/ui/use-desk-scan';
import { usePageData } from '@/shared/api/use-page-data';
import { usePolling } from '@/shared/api/use-polling';
import { deskWords as words } from '@/shared/i18n/zh-CN/attendance-desk';
import { goTo, replaceWith, useQuery } from '@/shared/platform/navigation';
import { useWideScreen } from '@/shared/platform/wide-screen';
import { canScan } from '@/shared/scan/scan';
import { useScanner } from '@/shared/scan/use-scanner';
import { BottomBar } from '@/shared/ui/bottom-bar';
import { Button } from '@/shared/ui/button';
import { Heading } from '@/shared/ui/element';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { StaffBar } from '@/shared/ui/staff-bar';
import { EmptyState, Skeleton } from '@/shared/ui/states';
import { useNow } from '@/shared/ui/use-now';
import { Loaded } from '../../parts/loaded';
import { paths } from '../../parts/paths';
import './index.css';

/** The staff's own desk: which shift, and then who comes and goes. */
export default function DeskPage() {
  const { shiftId, activityId } = useQuery();
  return shiftId === undefined ? (
    <Choose activityId={activityId} />
  ) : (
    <Open key={shiftId} shiftId={shiftId} />
  );
}

function Choose({ activityId }: { readonly activityId: string | undefined }) {
  const data = usePageData(loadToday);
  const now = useNow();
  return (
    <Page title={words.title} ownHeading wide bottom={<StaffBar current="desk" />}>
      <Heading level={1} className="t4 mt1">
        {words.choose}
      </Heading>
      <Loaded data={data}>
        {({ today }) => {
          const shifts = shiftsOf(today, activityId);
          if (shifts.length > 0) return <ChooseShift shifts={shifts} now={now} deskPath={paths.desk} />;
          return (
            <EmptyState
              title={activityId === undefined ? words.nothingToday : words.nothingHere}
              next={
                activityId === undefined
                  ? { label: words.toActivities, onPress: () => void goTo(paths.activities) }
                  : { label: words.allToday, onPress: () => void replaceWith(paths.desks()) }
              }
            >
              {words.nothingWhy}
            </EmptyState>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Open({ shiftId }: { readonly shiftId: string }) {
  const shift = usePageData(useCallback(() => loadShift(shiftId), [shiftId]));
  const offline = useOfflineDesk(shiftId);
  useEffect(() => keepDeskMoving(), []);
  const loaded = offline.roster?.content;
  if (shift.value !== null) {
    const { meetingPoint, place } = shift.value;
    return <Desk shift={{ ...shift.value, where: meetingPoint ?? place.name }} offline={offline} />;
  }
  // Opened where there is no network: the roster says enough.
  if (shift.problem?.code.startsWith('network.') === true && loaded !== undefined)
    return <Desk shift={{ ...loaded, id: shiftId, where: null }} offline={offline} />;
  return (
    <Page title={words.title} wide bottom={<StaffBar current="desk" />}>
      {shift.problem === null ? (
        <Skeleton shape="rows" />
      ) : (
        <LoadProblem
          problem={shift.problem}
          title={words.failed}
          here={paths.desk(shiftId)}
          onRetry={() => void shift.reload()}
        />
      )}
    </Page>
  );
}

/** The roster is looked at again this often: it is a small answer, and people stand in a queue. */
const rosterMilliseconds = 5_000;

interface DeskProps {
  readonly shift: DeskShift;
  readonly offline: OfflineDesk;
}

function Desk({ shift, offline }: DeskProps) {
  const now = useNow();
  const roster = usePageData(useCallback(() => loadRoster(shift.id), [shift.id]));
  usePolling(roster.reload, rosterMilliseconds);
  const scan = useDeskScan(shift.id, offline.take, () => void roster.reload());
  const [way, setWay] = useState<Direction>(() => usualWay(shift, new Date()));
  const [note, setNote] = useState('');
  // At a desk one types, or a handheld scanner does; a phone is held over the codes.
  const camera = !useWideScreen() && canScan();

  const scanner = useScanner(words.scan[way], async (code) => {
    const said = await scan.take(code, way);
    return said === null ? null : answerOfResult(said);
  });
  const openScanner = async () => setNote((await scanner()) ? words.cannotScan : '');
  const bar = camera ? (
    <BottomBar>
      <Button block icon="scan" busy={scan.busy} onPress={() => void openScanner()}>
        {words.scan[way]}
      </Button>
    </BottomBar>
  ) : (
    <StaffBar current="desk" />
  );
  const unreachable = roster.problem?.code.startsWith('network.') === true && offline.roster !== null;
  const refused = roster.value === null && !unreachable ? roster.problem : null;
  return (
    <Page title={words.title} ownHeading={refused === null} wide bottom={bar}>
      {refused !== null ? (
        <LoadProblem
          problem={refused}
          title={words.failed}
          here={paths.desk(shift.id)}
          onRetry={() => void roster.reload()}
        />
      ) : (
        <>
          <OfflineDeskNote desk={offline} />
          <ShiftDesk
            shift={shift}
            now={now}
            way={way}
            onWay={setWay}
            scan={scan}
            offline={offline}
            roster={roster}
            note={note}
            typing={!camera}
            projectorPath={paths.projector(shift.id)}
            otherPath={paths.desks()}
          />
        </>
      )}
    </Page>
  );
}
