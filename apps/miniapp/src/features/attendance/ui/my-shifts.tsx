import { attendanceWords } from '@/shared/i18n/zh-CN/attendance';
import { pagePaths } from '@/shared/platform/page-paths';
import { Box } from '@/shared/ui/element';
import { Link } from '@/shared/ui/link';
import { EmptyState } from '@/shared/ui/states';
import { SectionHead } from '@/shared/ui/surfaces';
import type { MyShifts } from '../api';
import { arrangeShifts } from '../model';
import { NextShiftCard } from './next-shift-card';
import { NeedRows, ShiftRows } from './shift-rows';

interface MyShiftsBoardProps {
  readonly shifts: MyShifts;
  readonly now: Date;
  readonly onFindShift: () => void;
}

/** The volunteer's own page: the one to act on, what needs them, the rest. */
export function MyShiftsBoard({ shifts, now, onFindShift }: MyShiftsBoardProps) {
  const { card, needs, later } = arrangeShifts(shifts.coming, shifts.past, now);
  const empty = card === null && needs.length === 0 && later.length === 0;
  return (
    <Box>
      {card && <NextShiftCard shift={card} now={now} />}
      {empty && (
        <EmptyState
          title={attendanceWords.noShifts}
          next={{ label: attendanceWords.findShift, onPress: onFindShift }}
        >
          {attendanceWords.noShiftsWhy}
        </EmptyState>
      )}
      {needs.length > 0 && (
        <>
          <SectionHead>{attendanceWords.needsYou}</SectionHead>
          <NeedRows label={attendanceWords.needsYou} shifts={needs} now={now} />
        </>
      )}
      {later.length > 0 && (
        <>
          <SectionHead>{attendanceWords.next}</SectionHead>
          <ShiftRows label={attendanceWords.next} shifts={later} now={now} />
        </>
      )}
      <Box className="mt4 row wrap">
        {shifts.past.length > 0 && (
          <Link to={pagePaths.pastShifts} className="x-link mr3">
            {attendanceWords.pastLink}
          </Link>
        )}
        <Link to={pagePaths.swaps()} className="x-link mr3">
          {attendanceWords.swapLink}
        </Link>
        <Link to={pagePaths.qualifications()} className="x-link">
          {attendanceWords.qualificationsLink}
        </Link>
      </Box>
    </Box>
  );
}
