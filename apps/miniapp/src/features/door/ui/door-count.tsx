import type { DoorView } from '@xiaolin/shared-types/admissions/schema';
import { doorWords as words } from '@/shared/i18n/zh-CN/door';
import { Box } from '@/shared/ui/element';

/** How many are in, of how many: the server's own figures. */
export function DoorCount({ door }: { readonly door: DoorView }) {
  const { admittedSeats, confirmedSeats } = door;
  const percent = confirmedSeats === 0 ? 0 : Math.round((100 * admittedSeats) / confirmedSeats);
  return (
    <Box className="mt3" role="img" label={words.counts(admittedSeats, confirmedSeats)}>
      <Box className="row" decorative>
        <Box as="span" className="t4 b num">
          {String(admittedSeats)}
        </Box>
        <Box as="span" className="t2 dim num ml2">
          {`${words.of(confirmedSeats)} ${words.admitted}`}
        </Box>
      </Box>
      <Box className="x-seats x-seats--wide mt1 w-door__bar" decorative>
        <Box className="x-seats__bar">
          <Box className="x-seats__fill" style={{ width: `${percent}%` }} />
        </Box>
      </Box>
    </Box>
  );
}
