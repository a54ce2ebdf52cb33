import type { ShiftCard } from '@xiaolin/shared-types/shifts/schema';
import { clockWords, dayWords, plainClockWords } from '@/shared/i18n/moments';
import { shiftWords } from '@/shared/i18n/zh-CN/shifts';
import { pagePaths } from '@/shared/platform/page-paths';
import { useElderMode } from '@/shared/platform/preferences';
import { classNames } from '@/shared/ui/class-names';
import { Box, Heading } from '@/shared/ui/element';
import { Link } from '@/shared/ui/link';
import { Tag } from '@/shared/ui/surfaces';
import { byDay, seatWords } from '../model';

interface ShiftListProps {
  readonly shifts: readonly ShiftCard[];
  readonly now: Date;
}

/** Shifts that want people, a heading for each day. */
export function ShiftList({ shifts, now }: ShiftListProps) {
  return (
    <Box>
      {byDay(shifts).map(({ day, shifts: ofDay }) => (
        <Box as="section" key={day} label={dayWords(ofDay[0]?.startsAt ?? day, now)}>
          <Box className="x-h">
            <Heading level={2} className="x-h__t num">
              {dayWords(ofDay[0]?.startsAt ?? day, now)}
            </Heading>
          </Box>
          <Box className="x-cells">
            {ofDay.map((shift, at) => (
              <ShiftRow key={shift.id} shift={shift} now={now} last={at === ofDay.length - 1} />
            ))}
          </Box>
        </Box>
      ))}
    </Box>
  );
}

interface ShiftRowProps {
  readonly shift: ShiftCard;
  readonly now: Date;
  readonly last: boolean;
}

function ShiftRow({ shift, now, last }: ShiftRowProps) {
  const elder = useElderMode();
  const seats = seatWords(shift.line, now);
  const time = elder
    ? `${plainClockWords(shift.startsAt)}到${plainClockWords(shift.endsAt)}`
    : `${clockWords(shift.startsAt)}–${clockWords(shift.endsAt)}`;
  return (
    <Link
      to={pagePaths.shift(shift.id)}
      className={classNames('x-cell', 'x-cell--top', last && 'x-cell--last')}
    >
      <Box as="span" className="grow">
        <Box as="span" className="row row--between wrap">
          <Box as="span" className="t1 accent num b">
            {time}
          </Box>
          <Box as="span" className={classNames('t1', 'num', seats.few ? 'warm b' : 'dim')}>
            {seats.words}
          </Box>
        </Box>
        <Box as="span" className="t2 b k-block">
          {shift.roleName}
        </Box>
        <Box as="span" className="t1 dim k-block">
          {shift.activityTitle}
        </Box>
        <Box as="span" className="t1 dim k-block">
          {`${shift.organizationName} ${shift.place.name}`}
        </Box>
        <Box as="span" className="k-block mt1">
          <CountsTag shift={shift} />
        </Box>
      </Box>
    </Link>
  );
}

/** Whether it earns hours, and if not, why (志愿服务记录与证明出具办法 art. 19). */
function CountsTag({ shift }: { readonly shift: ShiftCard }) {
  if (shift.countsAsVolunteerService)
    return (
      <Tag tone="ok" icon="check">
        {shiftWords.counts}
      </Tag>
    );
  return (
    <Box as="span">
      <Tag tone="void">{shiftWords.countsNot}</Tag>
      {shift.notCountedReason !== null && (
        <Box as="span" className="t1 dim ml2">
          {shift.notCountedReason}
        </Box>
      )}
    </Box>
  );
}
