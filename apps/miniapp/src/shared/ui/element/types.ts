import type { CSSProperties, ReactNode } from 'react';

/** Landmarks and lists exist on H5 as their native elements; the mini-app has only views, and says the role where it can. */
export type BoxElement =
  'div' | 'main' | 'nav' | 'header' | 'section' | 'article' | 'ul' | 'ol' | 'li' | 'p' | 'span';

interface Common {
  readonly id?: string;
  readonly className?: string;
  readonly style?: CSSProperties;
  readonly children?: ReactNode;
}

export interface BoxProps extends Common {
  readonly as?: BoxElement;
  /** Name for screen readers. */
  readonly label?: string;
  readonly labelledBy?: string;
  readonly role?: 'group' | 'radiogroup' | 'status' | 'alert' | 'timer' | 'img' | 'list';
  /** Decoration: screen readers skip it. */
  readonly decorative?: boolean;
  readonly busy?: boolean;
}

export type WordsProps = Common;

export interface HeadingProps extends Common {
  readonly level: 1 | 2 | 3;
}

export interface ActionProps extends Common {
  /** What it does. Not called while `disabled`. */
  readonly onPress: () => void;
  /** Only where the visible words do not say it (an icon alone). */
  readonly label?: string;
  /** An address makes it a link (H5: opens in a new tab too). */
  readonly href?: string;
  /** A toggle that is on. */
  readonly pressed?: boolean;
  /** The page or step where the person is. */
  readonly current?: boolean;
  readonly expanded?: boolean;
  /** Stays focusable and readable: the words must say why. */
  readonly disabled?: boolean;
  /** weapp: class while a finger is on it. */
  readonly hoverClass?: string;
}

export interface TickableProps extends Common {
  readonly kind: 'radio' | 'checkbox' | 'switch';
  /** Joins radios into one group (H5: arrow keys move inside it). */
  readonly name: string;
  readonly checked: boolean;
  readonly onTick: (checked: boolean) => void;
  readonly disabled?: boolean;
  readonly describedBy?: string;
  readonly label?: string;
}

export type TextInputType = 'text' | 'digit' | 'tel' | 'search';

export interface TextInputProps {
  readonly id: string;
  readonly className?: string;
  readonly value: string;
  readonly onText: (value: string) => void;
  readonly onLeave?: () => void;
  /** Enter on H5, the keyboard's confirm key in the mini-app. */
  readonly onConfirm?: () => void;
  readonly type?: TextInputType;
  readonly multiline?: boolean;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly label?: string;
  readonly describedBy?: string;
  readonly invalid?: boolean;
  readonly required?: boolean;
  readonly autoComplete?: string;
}

export interface ModalProps {
  readonly onClose: () => void;
  readonly labelledBy: string;
  readonly children: ReactNode;
}

export interface PictureProps {
  readonly src: string;
  readonly className?: string;
  /** '' for decoration. */
  readonly alt: string;
  readonly lazy?: boolean;
}

export interface LabelProps {
  readonly htmlFor: string;
  readonly className?: string;
  readonly children: ReactNode;
}

export interface MomentInputProps {
  readonly id: string;
  readonly className?: string;
  readonly mode: 'date' | 'time';
  /** `2026-11-28` or `14:00`; '' while nothing is chosen. */
  readonly value: string;
  readonly onPick: (value: string) => void;
  readonly min?: string;
  readonly max?: string;
  readonly label: string;
  readonly describedBy?: string;
  readonly invalid?: boolean;
}
