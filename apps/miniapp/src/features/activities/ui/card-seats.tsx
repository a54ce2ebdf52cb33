import type { LineView } from '@xiaolin/shared-types/signups/schema';
import { Box } from '@/shared/ui/element';
import { Seats } from '@/shared/ui/seats';
import { seatsNote } from '../model';

interface CardSeatsProps {
  readonly line: LineView;
  readonly now: Date;
  /** For narrow cards. */
  readonly short?: boolean;
}

/** Seats on a card: bar and words, or only words where nobody can sign up now. */
export function CardSeats({ line, now, short }: CardSeatsProps) {
  const note = seatsNote(line, now);
  return note === null ? (
    <Seats taken={line.taken} total={line.capacity} waiting={line.waiting} short={short} />
  ) : (
    <Box className="t1 dim num clip">{note}</Box>
  );
}
