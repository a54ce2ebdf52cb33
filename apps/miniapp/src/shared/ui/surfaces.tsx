import type { ReactNode } from 'react';
import type { IconName } from '../theme/icons';
import { classNames } from './class-names';
import { Box, Heading } from './element';
import { Icon } from './icon';
import { Link } from './link';

export type Tone = 'plain' | 'accent' | 'warm' | 'ok' | 'earth';

interface CardProps {
  readonly children: ReactNode;
  /** No padding: pictures and rows reach the edge. */
  readonly flush?: boolean;
  readonly className?: string;
  readonly as?: 'div' | 'article' | 'section' | 'li';
  readonly label?: string;
}

export function Card({ children, flush, className, as, label }: CardProps) {
  return (
    <Box as={as} label={label} className={classNames('x-card', flush && 'x-card--flush', className)}>
      {children}
    </Box>
  );
}

interface TagProps {
  readonly children: ReactNode;
  readonly tone?: Tone | 'void';
  readonly icon?: IconName;
}

/** A state in 2 to 8 characters. Never something to press. */
export function Tag({ children, tone = 'plain', icon }: TagProps) {
  return (
    <Box as="span" className={classNames('x-tag', tone !== 'plain' && `x-tag--${tone}`)}>
      {icon && <Icon name={icon} />}
      {children}
    </Box>
  );
}

interface NoteProps {
  readonly children: ReactNode;
  readonly tone?: Tone;
  readonly icon?: IconName;
  /** Body size instead of small. */
  readonly large?: boolean;
  readonly className?: string;
}

const noteIcons: Record<Tone, IconName> = {
  plain: 'info',
  accent: 'info',
  warm: 'alert',
  ok: 'check',
  earth: 'flag',
};

/** One per part of a screen: icon, tint and words together. */
export function Note({ children, tone = 'plain', icon, large, className }: NoteProps) {
  return (
    <Box
      className={classNames('x-note', tone !== 'plain' && `x-note--${tone}`, large && 'x-note--2', className)}
    >
      <Icon name={icon ?? noteIcons[tone]} />
      <Box className="grow">{children}</Box>
    </Box>
  );
}

interface SectionHeadProps {
  readonly children: ReactNode;
  readonly level?: 2 | 3;
  /** At most one way on. */
  readonly more?: { readonly to: string; readonly label: string };
  readonly id?: string;
}

export function SectionHead({ children, level = 2, more, id }: SectionHeadProps) {
  return (
    <Box className="x-h">
      <Heading level={level} id={id} className="x-h__t">
        {children}
      </Heading>
      {more && <Link to={more.to}>{more.label}</Link>}
    </Box>
  );
}

interface FactProps {
  readonly name: ReactNode;
  readonly children: ReactNode;
}

/** A name and its value on one line, for results and records. */
export function Fact({ name, children }: FactProps) {
  return (
    <Box className="x-kv">
      <Box as="span" className="x-kv__k">
        {name}
      </Box>
      <Box as="span" className="x-kv__v num">
        {children}
      </Box>
    </Box>
  );
}
