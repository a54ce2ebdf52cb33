import type { ReactNode } from 'react';
import { goTo } from '../platform/navigation';
import { classNames } from './class-names';
import { Action } from './element';

interface LinkProps {
  /** Page path from the root with its query: /pkg-activity/pages/detail/index?id=… */
  readonly to: string;
  readonly children: ReactNode;
  /** Default: accent words. Give a class to make a whole card or row the link. */
  readonly className?: string;
  readonly label?: string;
  readonly id?: string;
}

/** Goes to another page. On H5 a real link. */
export function Link({ to, children, className, label, id }: LinkProps) {
  return (
    <Action
      id={id}
      href={to}
      label={label}
      onPress={() => void goTo(to)}
      className={classNames(className ?? 'x-link')}
    >
      {children}
    </Action>
  );
}
