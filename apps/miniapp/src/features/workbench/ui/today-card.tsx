import type { TodayItem } from '@xiaolin/shared-types/workbench/routes';
import { spanWords } from '@/shared/i18n/moments';
import { workbenchWords as words } from '@/shared/i18n/zh-CN/workbench';
import { goTo } from '@/shared/platform/navigation';
import { Button } from '@/shared/ui/button';
import { Box, Heading } from '@/shared/ui/element';
import { Link } from '@/shared/ui/link';
import { Card, Tag } from '@/shared/ui/surfaces';
import { isOver, volunteersOf } from '../model';

interface TodayCardProps {
  readonly item: TodayItem;
  readonly now: Date;
  /** The next thing of the day: its button is the solid one of the screen. */
  readonly first: boolean;
  readonly doorPath: string;
  /** The desk of its volunteers. */
  readonly deskPath: string;
  readonly rosterPath: string;
}

export function TodayCard({ item, now, first, doorPath, deskPath, rosterPath }: TodayCardProps) {
  const volunteers = volunteersOf(item);
  const over = isOver(item, now);
  const when = [spanWords(item.startsAt, item.endsAt, now), item.placeName].filter(Boolean).join('，');
  return (
    <Card as="section" className="mt3">
      <Box className="row row--between row--top">
        <Box as="span" className="t1 b accent num">
          {when}
        </Box>
        {over && <Tag>{words.over}</Tag>}
      </Box>
      <Heading level={2} className="t3 mt1">
        {item.title}
      </Heading>
      <Box className="row mt3">
        <Stat number={`${item.line.taken}/${item.line.capacity}`} name={words.signedUp} />
        <Stat number={String(item.line.waiting)} name={words.waiting} />
        {item.shifts.length > 0 && (
          <Stat number={`${volunteers.taken}/${volunteers.needed}`} name={words.volunteers} />
        )}
      </Box>
      <Button
        block
        className="mt4"
        icon="scan"
        look={first ? 'solid' : 'soft'}
        onPress={() => void goTo(doorPath)}
      >
        {words.openDesk}
      </Button>
      <Box className="mt2 row row--center">
        <Link to={rosterPath}>{words.openRoster}</Link>
        {item.shifts.length > 0 && (
          <Link to={deskPath} className="x-link ml3">
            {words.volunteerDesk}
          </Link>
        )}
      </Box>
    </Card>
  );
}

function Stat({ number, name }: { readonly number: string; readonly name: string }) {
  return (
    <Box className="x-stat">
      <Box className="x-stat__n">{number}</Box>
      <Box className="t1 dim">{name}</Box>
    </Box>
  );
}
