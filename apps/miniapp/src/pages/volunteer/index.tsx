import { useState } from 'react';
import { loadMyShifts, type MyShifts } from '@/features/attendance/api';
import { knownShifts } from '@/features/attendance/known-shifts';
import { MyShiftsBoard } from '@/features/attendance/ui/my-shifts';
import { QueueNotice } from '@/features/attendance/ui/queue-notice';
import { HoursGlance } from '@/features/hours/ui/hours-glance';
import { Recruiting } from '@/features/shifts/ui/recruiting';
import { usePageData } from '@/shared/api/use-page-data';
import { attendanceWords } from '@/shared/i18n/zh-CN/attendance';
import { volunteerWords } from '@/shared/i18n/zh-CN/volunteer';
import { pagePaths } from '@/shared/platform/page-paths';
import { useElderMode } from '@/shared/platform/preferences';
import { useSession } from '@/shared/session/session';
import { SegmentedControl } from '@/shared/ui/choosers';
import { Action, Box } from '@/shared/ui/element';
import { Icon } from '@/shared/ui/icon';
import { Link } from '@/shared/ui/link';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { Skeleton } from '@/shared/ui/states';
import { useNow } from '@/shared/ui/use-now';

type Part = 'open' | 'mine' | 'hours';

const parts = (['open', 'mine', 'hours'] as const).map((value) => ({
  value,
  label: volunteerWords.parts[value],
}));

/** The tab of volunteers: what is wanted, what is mine, what it came to. */
export default function VolunteerPage() {
  const elder = useElderMode();
  const signedIn = useSession((state) => state.person !== null);
  const [chosen, setChosen] = useState<Part | null>(null);
  const part = chosen ?? (signedIn ? 'mine' : 'open');
  const now = useNow();
  return (
    <Page title={volunteerWords.title} tab="volunteer">
      {elder ? (
        <ElderVolunteer part={part} onPart={setChosen} now={now} />
      ) : (
        <>
          <Box className="mt1">
            <SegmentedControl<Part>
              label={volunteerWords.label}
              options={parts}
              value={part}
              onChange={setChosen}
            />
          </Box>
          <QueueNotice />
          {part === 'open' && <Recruiting now={now} />}
          {part === 'mine' && <Mine now={now} onFindShift={() => setChosen('open')} />}
          {part === 'hours' && <HoursGlance onFindShift={() => setChosen('open')} />}
        </>
      )}
    </Page>
  );
}

interface MineProps {
  readonly now: Date;
  readonly onFindShift: () => void;
}

function Mine({ now, onFindShift }: MineProps) {
  const { value, problem, reload } = usePageData<MyShifts>(loadMyShifts);
  // Without network what this launch has seen is better than nothing: the code can still be scanned.
  const shifts = value ?? (problem?.code.startsWith('network.') ? knownShifts() : null);
  if (shifts !== null) return <MyShiftsBoard shifts={shifts} now={now} onFindShift={onFindShift} />;
  if (problem === null) return <Skeleton shape="detail" />;
  return (
    <LoadProblem
      problem={problem}
      title={attendanceWords.loadFailed}
      onRetry={() => void reload()}
      here={pagePaths.volunteer}
      whySignIn={attendanceWords.signInWhy}
    />
  );
}

interface ElderVolunteerProps {
  readonly part: Part;
  readonly onPart: (part: Part) => void;
  readonly now: Date;
}

/** One card and three rows, no segments: each part is a page of its own. */
function ElderVolunteer({ part, onPart, now }: ElderVolunteerProps) {
  if (part === 'open')
    return (
      <>
        <Recruiting now={now} />
        <Action className="e-row k-rowbtn" onPress={() => onPart('mine')}>
          <RowInside icon="left">{volunteerWords.elderBack}</RowInside>
        </Action>
      </>
    );
  return (
    <>
      <QueueNotice />
      <Mine now={now} onFindShift={() => onPart('open')} />
      <Action className="e-row k-rowbtn" onPress={() => onPart('open')}>
        <RowInside icon="volunteer">{volunteerWords.elderOpen}</RowInside>
      </Action>
      <Link to={pagePaths.hours} className="e-row">
        <RowInside icon="clock">{volunteerWords.elderHours}</RowInside>
      </Link>
    </>
  );
}

function RowInside({
  icon,
  children,
}: {
  readonly icon: 'left' | 'volunteer' | 'clock';
  readonly children: string;
}) {
  return (
    <>
      <Box as="span" className="e-row__i">
        <Icon name={icon} size="l" />
      </Box>
      <Box as="span" className="grow">
        {children}
      </Box>
    </>
  );
}
