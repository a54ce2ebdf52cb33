import type { ActivityView, OccurrenceView } from '@xiaolin/shared-types/activities/schema';
import {
  dayWords,
  plainClockWords,
  plainSpanWords,
  shortMomentWords,
  spanWords,
} from '@/shared/i18n/moments';
import { coursesText as words } from '@/shared/i18n/zh-CN/courses';
import { useElderMode } from '@/shared/platform/preferences';
import { Action, Box } from '@/shared/ui/element';
import { FactRow } from '@/shared/ui/fact-row';
import { ListRow, Rows } from '@/shared/ui/list-row';
import { Sheet } from '@/shared/ui/sheet';
import { Tag } from '@/shared/ui/surfaces';
import { useState } from 'react';

interface CourseProps {
  readonly activity: Pick<ActivityView, 'occurrences'>;
  readonly now: Date;
}

/** When a course is: how many dates, which comes next, and all of them on request. */
export function CourseWhen({ activity, run, now }: CourseProps & { readonly run: OccurrenceView }) {
  const elder = useElderMode();
  const [open, setOpen] = useState(false);
  const dates = activity.occurrences.filter(({ line }) => !line.calledOff);
  const when = elder
    ? `${dayWords(run.startsAt, now)}${plainClockWords(run.startsAt)}`
    : shortMomentWords(run.startsAt, now);
  return (
    <>
      <FactRow
        icon="calendar"
        title={
          Date.parse(run.endsAt) <= now.getTime()
            ? words.done(dates.length)
            : run.startsAt === dates[0]?.startsAt
              ? words.first(dates.length, when)
              : words.next(dates.length, when)
        }
        note={words.whole(dates.length)}
        end={
          <Action className="x-link" onPress={() => setOpen(true)}>
            {words.seeDates}
          </Action>
        }
      />
      <Sheet open={open} title={words.datesTitle} onClose={() => setOpen(false)}>
        <CourseDates activity={activity} now={now} />
      </Sheet>
    </>
  );
}

/** Every date of a course: nothing to choose. */
function CourseDates({ activity: { occurrences }, now }: CourseProps) {
  const elder = useElderMode();
  return (
    <Rows label={words.datesTitle}>
      {occurrences.map(({ id, startsAt, endsAt, line }, index) => (
        <ListRow
          key={id}
          title={
            <Box as="span" className="num">
              {elder
                ? `${dayWords(startsAt, now)} ${plainSpanWords(startsAt, endsAt)}`
                : spanWords(startsAt, endsAt, now)}
            </Box>
          }
          end={<DateTag calledOff={line.calledOff} endsAt={endsAt} now={now} />}
          last={index === occurrences.length - 1}
        />
      ))}
    </Rows>
  );
}

function DateTag({ calledOff, endsAt, now }: { calledOff: boolean; endsAt: string; now: Date }) {
  if (calledOff)
    return (
      <Tag tone="warm" icon="close">
        {words.dateOff}
      </Tag>
    );
  return Date.parse(endsAt) <= now.getTime() ? <Tag>{words.dateOver}</Tag> : null;
}
