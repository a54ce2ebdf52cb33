import type { DayGroup } from '../model';
import { Box, Heading } from '@/shared/ui/element';
import { OccurrenceRow } from './occurrence-row';
import type { ReactNode } from 'react';

interface DayListProps {
  readonly group: DayGroup;
  readonly now: Date;
  /** Beside the heading of the first day: 只看有名额. */
  readonly beside?: ReactNode;
  /** Under the last line of this day. */
  readonly after?: ReactNode;
}

export function DayList({ group, now, beside, after }: DayListProps) {
  return (
    <Box as="section" className="k-day" labelledBy={`day-${group.day}`}>
      <Box className="row row--between k-day__h">
        <Heading level={2} id={`day-${group.day}`} className="t2 b num">
          {group.heading}
        </Heading>
        {beside}
      </Box>
      {group.items.map((item, index) => (
        <OccurrenceRow key={item.id} item={item} now={now} last={index === group.items.length - 1} />
      ))}
      {after}
    </Box>
  );
}
