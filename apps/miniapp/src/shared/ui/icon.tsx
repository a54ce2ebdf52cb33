import type { IconName } from '../theme/icons';
import { classNames } from './class-names';
import { Box } from './element';

interface IconProps {
  readonly name: IconName;
  readonly size?: 's' | 'm' | 'l';
  readonly className?: string;
}

/** Takes the colour of the text beside it. Always beside a word or on a labelled action: screen readers skip it. */
export function Icon({ name, size = 'm', className }: IconProps) {
  const sizeClass = size === 'm' ? undefined : `ic-${size}`;
  return <Box className={classNames('ic', `ic-${name}`, sizeClass, className)} decorative />;
}
