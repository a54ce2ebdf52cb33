import type { MyCourseDate } from '@xiaolin/shared-types/signups/schema';
import { dayWords, plainSpanWords, spanWords } from '@/shared/i18n/moments';
import { coursesText as words } from '@/shared/i18n/zh-CN/courses';
import { pagePaths } from '@/shared/platform/page-paths';
import { useElderMode } from '@/shared/platform/preferences';
import { Box, Heading } from '@/shared/ui/element';
import { ListRow, Rows } from '@/shared/ui/list-row';
import { Tag } from '@/shared/ui/surfaces';
import { dateHasTicket, dateState } from '../courses';
import { mayHaveFeedback } from '../model';

/** Its ticket, or after the end what it was like. */
function pathOf(date: MyCourseDate, now: Date): string | undefined {
  const { place, endsAt } = date;
  if (place === null) return undefined;
  if (dateHasTicket(date, now)) return pagePaths.ticket(place.signupId);
  return mayHaveFeedback({ kind: 'occurrence', status: place.status, endsAt }, now)
    ? pagePaths.feedback(place.signupId)
    : undefined;
}

interface CourseDatesProps {
  readonly dates: readonly MyCourseDate[];
  readonly now: Date;
}

/** The dates of one's own course: those to come lead to their tickets. */
export function CourseDates({ dates, now }: CourseDatesProps) {
  const elder = useElderMode();
  const ticketed = dates.some((date) => dateHasTicket(date, now));
  return (
    <Box as="section" className="mt6" labelledBy="course-dates">
      <Heading level={2} id="course-dates" className="t3">
        {words.datesTitle}
      </Heading>
      {ticketed && <Box className="t1 dim mt1">{words.ticketHint}</Box>}
      <Box className="mt2">
        <Rows>
          {dates.map((date, index) => {
            const state = dateState(date, now);
            const to = pathOf(date, now);
            return (
              <ListRow
                key={date.occurrenceId}
                title={
                  <Box as="span" className="num">
                    {elder
                      ? `${dayWords(date.startsAt, now)} ${plainSpanWords(date.startsAt, date.endsAt)}`
                      : spanWords(date.startsAt, date.endsAt, now)}
                  </Box>
                }
                end={
                  state && (
                    <Tag tone={state.tone} icon={dateHasTicket(date, now) ? 'qr' : undefined}>
                      {state.words}
                    </Tag>
                  )
                }
                {...(to !== undefined && { to })}
                last={index === dates.length - 1}
              />
            );
          })}
        </Rows>
      </Box>
    </Box>
  );
}
