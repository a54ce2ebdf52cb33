import type { MyShift } from '@xiaolin/shared-types/attendance/schema';
import { spanWords } from '@/shared/i18n/moments';
import { attendanceWords, needWords } from '@/shared/i18n/zh-CN/attendance';
import { pagePaths } from '@/shared/platform/page-paths';
import { Box } from '@/shared/ui/element';
import { Icon } from '@/shared/ui/icon';
import { Link } from '@/shared/ui/link';
import { ListRow, Rows } from '@/shared/ui/list-row';
import { Tag } from '@/shared/ui/surfaces';
import { pastDayWords, standingOf, tagOf } from '../model';

interface ShiftRowsProps {
  readonly label: string;
  readonly shifts: readonly MyShift[];
  readonly now: Date;
}

/** The volunteer's shifts as plain rows: when, what, where to meet. */
export function ShiftRows({ label, shifts, now }: ShiftRowsProps) {
  return (
    <Rows label={label}>
      {shifts.map((shift, at) => (
        <ShiftRow key={shift.signupId} shift={shift} now={now} last={at === shifts.length - 1} />
      ))}
    </Rows>
  );
}

function ShiftRow({
  shift,
  now,
  last,
}: {
  readonly shift: MyShift;
  readonly now: Date;
  readonly last: boolean;
}) {
  const standing = standingOf(shift, now);
  const tag = tagOf(shift, now);
  return (
    <Link to={pagePaths.shift(shift.shiftId)} className={last ? 'x-cell x-cell--last' : 'x-cell'}>
      <Box as="span" className="grow">
        <Box as="span" className="t1 accent num k-block">
          {spanWords(shift.startsAt, shift.endsAt, now)}
        </Box>
        <Box as="span" className="t2 b k-block">
          {`${shift.activityTitle} ${shift.roleName}`}
        </Box>
        <Box as="span" className="t1 dim k-block">
          {shift.meetingPoint === null
            ? (shift.placeName ?? shift.organizationName)
            : attendanceWords.meetAt(shift.meetingPoint)}
        </Box>
        {standing !== 'to-come' && (
          <Box as="span" className="row mt1">
            <Tag tone={tag.tone} icon={tag.icon}>
              {tag.words}
            </Tag>
          </Box>
        )}
      </Box>
      <Box as="span" className="x-cell__go row">
        <Icon name="right" size="s" />
      </Box>
    </Link>
  );
}

/** What the volunteer should look at: a missed way out, a shift that was called off. */
export function NeedRows({ label, shifts, now }: ShiftRowsProps) {
  return (
    <Rows label={label}>
      {shifts.map((shift, at) => {
        const off = standingOf(shift, now) === 'called-off';
        return (
          <ListRow
            key={shift.signupId}
            icon={off ? 'alert' : 'inout'}
            iconTone={off ? 'warm' : 'earth'}
            title={
              off
                ? needWords.calledOff.title(shift.activityTitle)
                : needWords.missingOut.title(pastDayWords(shift.startsAt, now))
            }
            note={off ? needWords.calledOff.note : needWords.missingOut.note}
            to={off ? pagePaths.shift(shift.shiftId) : pagePaths.wayOut}
            last={at === shifts.length - 1}
          />
        );
      })}
    </Rows>
  );
}
