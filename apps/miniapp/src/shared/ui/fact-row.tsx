import type { ReactNode } from 'react';
import { useElderMode } from '../platform/preferences';
import type { IconName } from '../theme/icons';
import { Box } from './element';
import { Icon } from './icon';

interface FactRowProps {
  readonly icon: IconName;
  readonly title: ReactNode;
  readonly note?: ReactNode;
  /** One way on: 看地图, 换场次. */
  readonly end?: ReactNode;
}

/** When, where, how many: the facts at the head of a detail page. */
export function FactRow({ icon, title, note, end }: FactRowProps) {
  const elder = useElderMode();
  return (
    <Box className={elder ? 'k-fact' : 'x-facts'}>
      {elder ? (
        <Icon name={icon} size="l" className="accent mr3 mt1" />
      ) : (
        <Box as="span" className="x-facts__i" decorative>
          <Icon name={icon} />
        </Box>
      )}
      <Box className="grow">
        <Box className="t2 b num">{title}</Box>
        {note !== undefined && <Box className="t1 dim num">{note}</Box>}
        {elder && end}
      </Box>
      {!elder && end !== undefined && (
        <Box as="span" className="ml2">
          {end}
        </Box>
      )}
    </Box>
  );
}
