import type { Direction, ShiftRosterEntry } from '@xiaolin/shared-types/attendance/schema';
import { useState } from 'react';
import type { PageData } from '@/shared/api/use-page-data';
import { spanWords } from '@/shared/i18n/moments';
import { deskListWords, deskWords as words } from '@/shared/i18n/zh-CN/attendance-desk';
import { goTo } from '@/shared/platform/navigation';
import { Button } from '@/shared/ui/button';
import { SegmentedControl } from '@/shared/ui/choosers';
import { Box, Heading } from '@/shared/ui/element';
import { Link } from '@/shared/ui/link';
import { LiveNote } from '@/shared/ui/result';
import { Skeleton } from '@/shared/ui/states';
import { Note } from '@/shared/ui/surfaces';
import { useOnline } from '@/shared/platform/network';
import type { DeskRoster } from '../api';
import type { DeskShift } from '../model';
import type { OfflineDesk } from '../offline';
import { CodeField } from './code-field';
import { DeskCounts } from './desk-counts';
import { DeskResultCard } from './desk-result';
import { OfflineList, OfflinePanel } from './offline-panel';
import { PlaceCheckPanel } from './place-check';
import { TickSheet } from './tick-sheet';
import type { DeskScan } from './use-desk-scan';
import { VolunteerList } from './volunteer-list';

interface ShiftDeskProps {
  readonly shift: DeskShift;
  readonly offline: OfflineDesk;
  readonly now: Date;
  readonly way: Direction;
  readonly onWay: (way: Direction) => void;
  readonly scan: DeskScan;
  readonly roster: PageData<DeskRoster>;
  /** Why the scanner did not help, or ''. */
  readonly note: string;
  /** There is no scanner: the field is the main way. */
  readonly typing: boolean;
  readonly projectorPath: string;
  readonly otherPath: string;
}

/** The desk of one shift: the code on one side, who is there on the other. */
export function ShiftDesk(props: ShiftDeskProps) {
  const { shift, now, way, scan, roster } = props;
  const [ticking, setTicking] = useState<ShiftRosterEntry | null>(null);
  return (
    <>
      <Heading level={1} className="t3 mt1">
        {`${shift.activityTitle} ${shift.roleName}`}
      </Heading>
      <Box className="t1 dim num">
        {[spanWords(shift.startsAt, shift.endsAt, now), shift.where].filter(Boolean).join('，')}
      </Box>
      <Link to={props.otherPath}>{words.otherShift}</Link>
      <DeskResultCard {...scan} />
      <Box className="w-cols w-desk">
        <Box className="w-cols__side">
          <CodeSide {...props} />
        </Box>
        <Box className="w-cols__main">
          <Roster roster={roster} offline={props.offline} way={way} onTick={setTicking} />
        </Box>
      </Box>
      <TickSheet entry={ticking} way={way} onTick={scan.tick} onClose={() => setTicking(null)} />
    </>
  );
}

function CodeSide({ shift, way, onWay, scan, offline, note, typing, projectorPath }: ShiftDeskProps) {
  return (
    <>
      <Box className="mt1">
        <SegmentedControl
          label={words.way}
          options={[
            { value: 'in', label: words.in },
            { value: 'out', label: words.out },
          ]}
          value={way}
          onChange={onWay}
        />
      </Box>
      <LiveNote>{note !== '' && <Note className="mt3">{note}</Note>}</LiveNote>
      <CodeField way={way} busy={scan.busy} main={typing} onCode={(code) => scan.submit(code, way)} />
      <Button
        block
        look="soft"
        className="mt4"
        icon="qr"
        href={projectorPath}
        onPress={() => void goTo(projectorPath)}
      >
        {words.projector}
      </Button>
      <OfflinePanel desk={offline} />
      <PlaceCheckPanel shiftId={shift.id} />
    </>
  );
}

interface RosterProps {
  readonly roster: PageData<DeskRoster>;
  readonly offline: OfflineDesk;
  readonly way: Direction;
  readonly onTick: (entry: ShiftRosterEntry) => void;
}

function Roster({ roster, offline, way, onTick }: RosterProps) {
  const { value, problem, reload } = roster;
  const online = useOnline();
  // A list that cannot be kept up to date is worth less than what this device knows itself.
  if (offline.roster !== null && (!online || (value === null && problem !== null)))
    return <OfflineList desk={offline} />;
  return (
    <>
      <LiveNote>
        {problem !== null && (
          <Note tone="warm" className="mt3">
            {deskListWords.stale}
            <Button size="s" look="bare" onPress={() => void reload()}>
              {deskListWords.retry}
            </Button>
          </Note>
        )}
      </LiveNote>
      {value === null && problem === null && <Skeleton shape="rows" />}
      {value !== null && (
        <>
          <DeskCounts roster={value} />
          <VolunteerList entries={value.entries} hasMore={value.hasMore} way={way} onTick={onTick} />
        </>
      )}
    </>
  );
}
