import type { ReactNode } from 'react';
import type { IconName } from '../theme/icons';
import { classNames } from './class-names';
import { Action, Box } from './element';
import { Icon } from './icon';
import { Link } from './link';

interface ListRowProps {
  readonly title: ReactNode;
  readonly note?: ReactNode;
  readonly icon?: IconName;
  readonly iconTone?: 'accent' | 'quiet' | 'warm' | 'ok' | 'earth';
  /** At the end of the row: a Tag, a number. */
  readonly end?: ReactNode;
  /** Makes the whole row a link. */
  readonly to?: string;
  /** Makes the whole row a button. */
  readonly onPress?: () => void;
  /** The last row of a list has no line under it. */
  readonly last?: boolean;
}

/** A row of a `Rows` list. */
export function ListRow(props: ListRowProps) {
  const { to, onPress, last } = props;
  const className = classNames('x-cell', last && 'x-cell--last');
  const inside = <RowInside {...props} />;
  if (to !== undefined)
    return (
      <Link to={to} className={className}>
        {inside}
      </Link>
    );
  if (onPress)
    return (
      <Action className={classNames(className, 'k-rowbtn')} onPress={onPress}>
        {inside}
      </Action>
    );
  return <Box className={className}>{inside}</Box>;
}

function RowInside({ title, note, icon, iconTone = 'accent', end, to, onPress }: ListRowProps) {
  return (
    <>
      {icon && (
        <Box as="span" className={classNames(iconTone, 'mr3', 'row')}>
          <Icon name={icon} size="l" />
        </Box>
      )}
      <Box as="span" className="grow">
        <Box as="span" className="b k-block">
          {title}
        </Box>
        {note !== undefined && (
          <Box as="span" className="t1 dim num k-block">
            {note}
          </Box>
        )}
      </Box>
      {end !== undefined && (
        <Box as="span" className="ml2">
          {end}
        </Box>
      )}
      {(to !== undefined || onPress) && (
        <Box as="span" className="x-cell__go row">
          <Icon name="right" size="s" />
        </Box>
      )}
    </>
  );
}

export function Rows({ children, label }: { readonly children: ReactNode; readonly label?: string }) {
  return (
    <Box className="x-cells" role={label ? 'group' : undefined} label={label}>
      {children}
    </Box>
  );
}
