import type { OccurrenceCard } from '@xiaolin/shared-types/activities/schema';
import { clockWords, plainSpanWords } from '@/shared/i18n/moments';
import { coursesText } from '@/shared/i18n/zh-CN/courses';
import { pagePaths } from '@/shared/platform/page-paths';
import { useElderMode } from '@/shared/platform/preferences';
import { classNames } from '@/shared/ui/class-names';
import { Cover } from '@/shared/ui/cover';
import { Box, Heading } from '@/shared/ui/element';
import { Link } from '@/shared/ui/link';
import { CardSeats } from './card-seats';

interface OccurrenceRowProps {
  readonly item: OccurrenceCard;
  readonly now: Date;
  readonly last: boolean;
}

/** One line of the list. In elder mode a card without a picture, in plain words. */
export function OccurrenceRow({ item, now, last }: OccurrenceRowProps) {
  const elder = useElderMode();
  const to = pagePaths.activity(item.activityId, item.id);
  const where = [item.place.name, item.place.detail].filter(Boolean).join(' ');
  if (elder)
    return (
      <Link to={to} className="k-elder-card">
        <Box as="span" className="t2 b accent num k-block">
          {plainSpanWords(item.startsAt, item.endsAt)}
        </Box>
        <Heading level={3} className="t3 mt1">
          {item.title}
        </Heading>
        <Box as="span" className="t1 dim k-block mt1">
          {item.place.name}
        </Box>
        <CourseMark item={item} />
        <CardSeats line={item.line} now={now} />
      </Link>
    );
  return (
    <Link to={to} className={classNames('x-act', last && 'x-act--last')}>
      <Box className="x-act__main">
        <Box className="x-act__when num">{`${clockWords(item.startsAt)}–${clockWords(item.endsAt)}`}</Box>
        <Heading level={3} className="x-act__t clip2">
          {item.title}
        </Heading>
        <Box className="x-act__where clip">{where}</Box>
        <CourseMark item={item} />
        <CardSeats line={item.line} now={now} />
      </Box>
      <Cover category={item.cover} className="x-act__pic" />
    </Link>
  );
}

/** One date of a class that is only taken as a whole. */
const CourseMark = ({ item: { course } }: Pick<OccurrenceRowProps, 'item'>) =>
  course && <Box className="t1 accent num">{coursesText.badge(course.dates)}</Box>;
