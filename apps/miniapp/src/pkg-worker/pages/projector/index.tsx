import { useDidShow } from '@tarojs/taro';
import type { Direction } from '@xiaolin/shared-types/attendance/schema';
import type { ShiftView } from '@xiaolin/shared-types/shifts/schema';
import { useCallback, useEffect, useState } from 'react';
import { loadShift } from '@/features/attendance-desk/api';
import { usualWay } from '@/features/attendance-desk/model';
import { stateOf } from '@/features/attendance-desk/projector';
import { ProjectorCode } from '@/features/attendance-desk/ui/projector-code';
import { ProjectorSide } from '@/features/attendance-desk/ui/projector-side';
import { useSiteCode } from '@/features/attendance-desk/ui/use-site-code';
import type { Failure } from '@/shared/api/failure';
import { usePageData } from '@/shared/api/use-page-data';
import { deskWords, projectorWords as words } from '@/shared/i18n/zh-CN/attendance-desk';
import { showModeOnDevice } from '@/shared/platform/appearance';
import { keepAwake } from '@/shared/platform/keep-awake';
import { goBackOr, replaceWith, useQuery } from '@/shared/platform/navigation';
import { useModeClass } from '@/shared/platform/preferences';
import { showTitle } from '@/shared/platform/title';
import { Box } from '@/shared/ui/element';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { EmptyState, Skeleton } from '@/shared/ui/states';
import { paths } from '../../parts/paths';
import './index.css';

/** The site's rotating code on a wall, to be read from the back of the room: no bar, no navigation. */
export default function ProjectorPage() {
  const { shiftId } = useQuery();
  if (shiftId !== undefined) return <Projector shiftId={shiftId} />;
  return (
    <Page title={words.title}>
      <EmptyState
        title={deskWords.choose}
        next={{ label: deskWords.allToday, onPress: () => void replaceWith(paths.desks()) }}
      />
    </Page>
  );
}

function Projector({ shiftId }: { readonly shiftId: string }) {
  const { value, problem, reload } = usePageData(useCallback(() => loadShift(shiftId), [shiftId]));
  if (value !== null) return <Wall shift={value} />;
  return <NotYet shiftId={shiftId} problem={problem} onRetry={() => void reload()} />;
}

interface NotYetProps {
  readonly shiftId: string;
  readonly problem: Failure | null;
  readonly onRetry: () => void;
}

function NotYet({ shiftId, problem, onRetry }: NotYetProps) {
  return (
    <Page title={words.title}>
      {problem === null ? (
        <Skeleton shape="detail" />
      ) : (
        <LoadProblem
          problem={problem}
          title={words.failed}
          here={paths.projector(shiftId)}
          onRetry={onRetry}
        />
      )}
    </Page>
  );
}

/** Often enough that no second is skipped. */
const tickMilliseconds = 500;

function Wall({ shift }: { readonly shift: ShiftView }) {
  const mode = useModeClass();
  const [way, setWay] = useState<Direction>(() => usualWay(shift, new Date()));
  const { shown, failure, arrived, look } = useSiteCode(shift.id, way);
  const [deviceNow, setDeviceNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setDeviceNow(Date.now()), tickMilliseconds);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => keepAwake(), []);
  useEffect(() => showModeOnDevice(mode), [mode]);
  useDidShow(() => showTitle(words.title));

  const state = stateOf(shown, failure, deviceNow);
  if (state === 'failed') return <NotYet shiftId={shift.id} problem={failure} onRetry={look} />;
  return (
    <Box className={`${mode} pj`}>
      <Box as="main" className="pj__main">
        <ProjectorCode shown={shown} state={state} way={way} deviceNow={deviceNow} />
        <ProjectorSide
          shift={shift}
          shown={shown}
          state={state}
          arrived={arrived}
          way={way}
          onWay={setWay}
          onLeave={() => void goBackOr(paths.desk(shift.id))}
          deviceNow={deviceNow}
        />
      </Box>
    </Box>
  );
}
