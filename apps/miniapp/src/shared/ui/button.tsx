import type { ReactNode } from 'react';
import type { IconName } from '../theme/icons';
import { classNames } from './class-names';
import { Action, Box } from './element';
import { Icon } from './icon';

export interface ButtonProps {
  /** A verb, and the reason where there is one: 报名，还有12个名额. */
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly look?: 'solid' | 'soft' | 'line' | 'bare' | 'warm';
  readonly size?: 'm' | 's';
  readonly block?: boolean;
  readonly icon?: IconName;
  /** A second, smaller line. */
  readonly sub?: ReactNode;
  /** Cannot be pressed now; `children` must then say why. */
  readonly disabled?: boolean;
  /** Working: presses are ignored and the words stay. */
  readonly busy?: boolean;
  readonly href?: string;
  readonly id?: string;
  readonly className?: string;
}

export function Button(props: ButtonProps) {
  const {
    children,
    onPress,
    look = 'solid',
    size = 'm',
    block,
    icon,
    sub,
    disabled,
    busy,
    href,
    id,
    className,
  } = props;
  return (
    <Action
      id={id}
      href={href}
      onPress={onPress}
      disabled={disabled || busy}
      hoverClass="x-btn--hover"
      className={classNames(
        'x-btn',
        disabled ? 'x-btn--why' : look !== 'solid' && `x-btn--${look}`,
        size === 's' && 'x-btn--s',
        block && 'x-btn--block',
        className,
      )}
    >
      {busy ? <Box className="k-busy" decorative /> : icon && <Icon name={icon} />}
      <Box as="span">
        <Box as="span" className="k-block">
          {children}
        </Box>
        {sub !== undefined && (
          <Box as="span" className="x-btn__sub k-block">
            {sub}
          </Box>
        )}
      </Box>
    </Action>
  );
}
