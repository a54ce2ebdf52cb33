import type { OccurrenceCard } from '@xiaolin/shared-types/activities/schema';
import { shortMomentWords } from '@/shared/i18n/moments';
import { pagePaths } from '@/shared/platform/page-paths';
import { Cover } from '@/shared/ui/cover';
import { Box, Heading } from '@/shared/ui/element';
import { Link } from '@/shared/ui/link';
import { CardSeats } from './card-seats';

interface PostersProps {
  readonly items: readonly OccurrenceCard[];
  readonly now: Date;
  readonly label: string;
}

/** Sideways, for the home page. */
export function Posters({ items, now, label }: PostersProps) {
  return (
    <Box className="x-posters" role="group" label={label}>
      {items.map((item) => (
        <Link key={item.id} to={pagePaths.activity(item.activityId, item.id)} className="x-poster">
          <Cover category={item.cover} className="x-poster__pic" />
          <Box className="x-poster__b">
            <Box className="t1 accent num">{shortMomentWords(item.startsAt, now)}</Box>
            <Heading level={3} className="t2 b clip">
              {item.title}
            </Heading>
            <Box className="t1 dim clip">{item.place.name}</Box>
            <Box className="mt1">
              <CardSeats line={item.line} now={now} short />
            </Box>
          </Box>
        </Link>
      ))}
    </Box>
  );
}
