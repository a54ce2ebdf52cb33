import { Image, Input, Picker, Text, Textarea, View } from '@tarojs/components';
import type { ComponentProps } from 'react';
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

/**
 * The few elements that everything else is made of, for the mini-app. index.h5.tsx is the same set in native HTML:
 * Taro's own H5 components are custom elements without role, name or keyboard (docs/decisions/0003).
 */

/** The `aria-*` names are carried to WXML by config/weapp-aria-plugin.js; Taro's types do not know them. */
type Aria = Partial<Record<`aria-${'role' | 'label'}`, string>> &
  Partial<Record<`aria-${'hidden' | 'checked' | 'selected' | 'disabled' | 'expanded'}`, boolean>>;
const aria = (attributes: Aria): Partial<ComponentProps<typeof View>> =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined));

const boxRoles: Partial<Record<NonNullable<BoxProps['as']>, string>> = {
  nav: 'navigation',
  ul: 'list',
  ol: 'list',
};

export function Box({ as = 'div', id, className, style, children, label, role, decorative }: BoxProps) {
  return (
    <View
      id={id}
      className={className}
      style={style}
      {...aria({ 'aria-role': role ?? boxRoles[as], 'aria-label': label, 'aria-hidden': decorative })}
    >
      {children}
    </View>
  );
}

/** Words inside a line of words. Holds text only: a view inside WeChat's text element is not drawn. */
export function Words({ id, className, style, children }: WordsProps) {
  return (
    <Text id={id} className={className} style={style}>
      {children}
    </Text>
  );
}

export function Heading({ id, className, style, children }: HeadingProps) {
  return (
    <View id={id} className={className} style={style} {...aria({ 'aria-role': 'heading' })}>
      {children}
    </View>
  );
}

export function Action(props: ActionProps) {
  const {
    id,
    className,
    style,
    children,
    onPress,
    label,
    href,
    pressed,
    current,
    expanded,
    disabled,
    hoverClass,
  } = props;
  return (
    <View
      id={id}
      className={className}
      style={style}
      hoverClass={disabled ? 'none' : (hoverClass ?? 'k-press')}
      onClick={() => {
        if (!disabled) onPress();
      }}
      {...aria({
        'aria-role': href === undefined ? 'button' : 'link',
        'aria-label': label,
        'aria-selected': pressed ?? current,
        'aria-expanded': expanded,
        'aria-disabled': disabled,
      })}
    >
      {children}
    </View>
  );
}

export function Tickable({
  kind,
  id,
  className,
  style,
  children,
  checked,
  onTick,
  disabled,
  label,
}: TickableProps) {
  return (
    <View
      id={id}
      className={className}
      style={style}
      onClick={() => {
        if (!disabled) onTick(kind === 'radio' ? true : !checked);
      }}
      {...aria({
        'aria-role': kind,
        'aria-label': label,
        'aria-checked': checked,
        'aria-disabled': disabled,
      })}
    >
      {children}
    </View>
  );
}

/** Names a text field. */
export function Label({ className, children }: LabelProps) {
  return <View className={className}>{children}</View>;
}

export function TextInput(props: TextInputProps) {
  const {
    id,
    className,
    value,
    onText,
    onLeave,
    onConfirm,
    type = 'text',
    multiline,
    placeholder,
    label,
  } = props;
  const shared = {
    id,
    className,
    value,
    placeholder,
    placeholderClass: 'x-input__ph',
    maxlength: props.maxLength ?? -1,
    onInput: (event: { detail: { value: string } }) => onText(event.detail.value),
    onBlur: onLeave,
    onConfirm,
    ...aria({ 'aria-label': label }),
  };
  if (multiline) return <Textarea autoHeight cursorSpacing={140} {...shared} />;
  return (
    <Input
      type={type === 'digit' ? 'digit' : 'text'}
      confirmType={type === 'search' ? 'search' : 'done'}
      cursorSpacing={140}
      {...shared}
    />
  );
}

/** WeChat's own wheel for a date or a time. */
export function MomentInput({ id, className, mode, value, onPick, min, max, label }: MomentInputProps) {
  const words = value === '' ? (mode === 'date' ? '选日期' : '选时间') : value;
  const pick = (event: { detail: { value: string } }) => onPick(event.detail.value);
  const shown = (
    <View
      id={id}
      className={className}
      {...aria({ 'aria-role': 'button', 'aria-label': `${label}，${words}` })}
    >
      {words}
    </View>
  );
  const range = { start: min, end: max };
  return mode === 'date' ? (
    <Picker mode="date" value={value} onChange={pick} {...range}>
      {shown}
    </Picker>
  ) : (
    <Picker mode="time" value={value || '09:00'} onChange={pick} {...range}>
      {shown}
    </Picker>
  );
}

/** A layer over the page. A touch beside it closes it; nothing under it scrolls. */
export function Modal({ onClose, children }: ModalProps) {
  return (
    <View className="k-shade" catchMove onClick={onClose} {...aria({ 'aria-role': 'dialog' })}>
      <View className="k-sheet" onClick={(event) => event.stopPropagation()}>
        {children}
      </View>
    </View>
  );
}

export function Picture({ src, className, alt, lazy = true }: PictureProps) {
  return (
    <Image
      src={src}
      className={className}
      mode="aspectFill"
      lazyLoad={lazy}
      {...aria(alt ? { 'aria-label': alt } : { 'aria-hidden': true })}
    />
  );
}

export type { TextInputType } from './types';
