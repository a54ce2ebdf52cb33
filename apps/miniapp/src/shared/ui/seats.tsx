import { classNames } from './class-names';
import { Box } from './element';
import { seatsWords } from './seats-words';

interface SeatsProps {
  readonly taken: number;
  readonly total: number;
  /** People in line; shown when full. */
  readonly waiting?: number;
  readonly wide?: boolean;
  /** Fewer words, for narrow cards. */
  readonly short?: boolean;
}

/** The bar says how full, the words say how many. */
export function Seats({ taken, total, waiting = 0, wide, short }: SeatsProps) {
  const { words, level } = seatsWords({ taken, total, waiting, short });
  const percent = total === 0 ? 100 : Math.min(100, Math.round((taken / total) * 100));
  return (
    <Box className={classNames('x-seats', level !== 'some' && `x-seats--${level}`, wide && 'x-seats--wide')}>
      <Box className="x-seats__bar" decorative>
        <Box className="x-seats__fill" style={{ width: `${percent}%` }} />
      </Box>
      <Box as="span" className="num">
        {words}
      </Box>
    </Box>
  );
}
