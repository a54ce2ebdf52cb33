import { spanWords } from '@/shared/i18n/moments';
import { deskWords as words } from '@/shared/i18n/zh-CN/attendance-desk';
import { Box } from '@/shared/ui/element';
import { ListRow, Rows } from '@/shared/ui/list-row';
import { Tag } from '@/shared/ui/surfaces';
import type { TodayShift } from '../model';

interface ChooseShiftProps {
  readonly shifts: readonly TodayShift[];
  readonly now: Date;
  readonly deskPath: (shiftId: string) => string;
}

/** The shifts of the day, soonest first. */
export function ChooseShift({ shifts, now, deskPath }: ChooseShiftProps) {
  return (
    <Box className="mt3">
      <Rows label={words.choose}>
        {shifts.map((shift, at) => (
          <ListRow
            key={shift.id}
            icon="scan"
            title={`${shift.activityTitle} ${shift.roleName}`}
            note={[
              spanWords(shift.startsAt, shift.endsAt, now),
              shift.placeName,
              words.volunteers(shift.taken, shift.needed),
            ]
              .filter(Boolean)
              .join('，')}
            end={<StandingTag shift={shift} now={now} />}
            to={deskPath(shift.id)}
            last={at === shifts.length - 1}
          />
        ))}
      </Rows>
    </Box>
  );
}

function StandingTag({ shift, now }: { readonly shift: TodayShift; readonly now: Date }) {
  if (now.getTime() >= Date.parse(shift.endsAt)) return <Tag>{words.over}</Tag>;
  return now.getTime() >= Date.parse(shift.startsAt) ? <Tag tone="ok">{words.running}</Tag> : null;
}
