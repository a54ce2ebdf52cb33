import {
  useEffect,
  useRef,
  type ChangeEvent,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import type {
  ActionProps,
  BoxProps,
  HeadingProps,
  LabelProps,
  ModalProps,
  MomentInputProps,
  PictureProps,
  TextInputProps,
  TickableProps,
  WordsProps,
} from './types';

/** The elements of index.tsx as native HTML: roles, names, focus and keys then come from the browser. */

export function Box({
  as: Element = 'div',
  id,
  className,
  style,
  children,
  label,
  labelledBy,
  role,
  decorative,
  busy,
}: BoxProps) {
  return (
    <Element
      id={id}
      className={className}
      style={style}
      tabIndex={Element === 'main' ? -1 : undefined}
      role={role}
      aria-label={label}
      aria-labelledby={labelledBy}
      aria-hidden={decorative}
      aria-busy={busy}
    >
      {children}
    </Element>
  );
}

export function Words({ id, className, style, children }: WordsProps) {
  return (
    <span id={id} className={className} style={style}>
      {children}
    </span>
  );
}

export function Heading({ level, id, className, style, children }: HeadingProps) {
  const Element = `h${level}` as const;
  return (
    <Element id={id} className={className} style={style}>
      {children}
    </Element>
  );
}

/** Browsers do not scroll to a control of which a sliver shows; whoever came by keyboard wants to see what they press. */
const showWhole = ({ currentTarget }: FocusEvent<HTMLElement>): void => {
  if (currentTarget.matches(':focus-visible'))
    currentTarget.scrollIntoView({ block: 'nearest', inline: 'nearest' });
};

export function Action(props: ActionProps) {
  const {
    id,
    className = '',
    style,
    children,
    onPress,
    label,
    href,
    pressed,
    current,
    expanded,
    disabled,
  } = props;
  const shared = {
    id,
    className: `k-act ${className}`,
    style,
    'aria-label': label,
    'aria-current': current ? ('page' as const) : undefined,
    onFocus: showWhole,
  };
  if (href !== undefined) {
    const follow = (event: MouseEvent) => {
      // A new tab or window is the browser's business.
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      onPress();
    };
    return (
      <a {...shared} href={`#${href}`} onClick={follow}>
        {children}
      </a>
    );
  }
  return (
    <button
      type="button"
      {...shared}
      aria-pressed={pressed}
      aria-expanded={expanded}
      aria-disabled={disabled}
      onClick={() => {
        if (!disabled) onPress();
      }}
    >
      {children}
    </button>
  );
}

export function Tickable(props: TickableProps) {
  const {
    kind,
    name,
    id,
    className = '',
    style,
    children,
    checked,
    onTick,
    disabled,
    describedBy,
    label,
  } = props;
  return (
    <label className={`k-tickable ${className}`} style={{ position: 'relative', ...style }}>
      <input
        className="k-native-tick"
        type={kind === 'radio' ? 'radio' : 'checkbox'}
        role={kind === 'switch' ? 'switch' : undefined}
        id={id}
        name={name}
        checked={checked}
        disabled={disabled}
        aria-label={label}
        aria-describedby={describedBy}
        onChange={(event) => onTick(event.target.checked)}
      />
      {children}
    </label>
  );
}

export function Label({ htmlFor, className, children }: LabelProps) {
  return (
    <label htmlFor={htmlFor} className={className}>
      {children}
    </label>
  );
}

const inputModes = { text: undefined, digit: 'decimal', tel: 'tel', search: 'search' } as const;

export function TextInput(props: TextInputProps) {
  const { type = 'text', multiline, onText, onLeave, onConfirm } = props;
  const shared = {
    id: props.id,
    className: `k-input ${props.className ?? ''}`,
    value: props.value,
    placeholder: props.placeholder,
    maxLength: props.maxLength,
    autoComplete: props.autoComplete ?? 'off',
    'aria-label': props.label,
    'aria-describedby': props.describedBy,
    'aria-invalid': props.invalid,
    'aria-required': props.required,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => onText(event.target.value),
    onBlur: onLeave,
  };
  if (multiline) return <textarea rows={4} {...shared} />;
  const confirm = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) onConfirm?.();
  };
  const htmlType = type === 'digit' ? 'text' : type;
  return <input type={htmlType} inputMode={inputModes[type]} onKeyDown={confirm} {...shared} />;
}

/** The browser's own field for a date or a time: typed on a desk, picked on a phone. */
export function MomentInput(props: MomentInputProps) {
  return (
    <input
      id={props.id}
      className={`k-input ${props.className ?? ''}`}
      type={props.mode}
      value={props.value}
      min={props.min}
      max={props.max}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      aria-invalid={props.invalid}
      onChange={(event) => props.onPick(event.target.value)}
    />
  );
}

/** The browser's own dialog: focus stays inside, Escape closes, and the focus returns to where it was. */
export function Modal({ onClose, labelledBy, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="k-dialog"
      aria-labelledby={labelledBy}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className="k-sheet">{children}</div>
    </dialog>
  );
}

export function Picture({ src, className, alt, lazy = true }: PictureProps) {
  return <img src={src} className={className} alt={alt} loading={lazy ? 'lazy' : 'eager'} decoding="async" />;
}

export type { TextInputType } from './types';
