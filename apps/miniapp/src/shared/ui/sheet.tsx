import { useId, type ReactNode } from 'react';
import { Button } from './button';
import { Box, Heading, Modal } from './element';

interface SheetProps {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly closeLabel?: string;
}

/** From below on a phone, in the middle on a desk. Escape or a touch beside it closes. */
export function Sheet({ open, title, onClose, children, closeLabel = '关上' }: SheetProps) {
  const titleId = useDomId('sheet');
  if (!open) return null;
  return (
    <Modal onClose={onClose} labelledBy={titleId}>
      <Heading level={2} id={titleId} className="t3">
        {title}
      </Heading>
      <Box className="mt3">{children}</Box>
      <Button block look="line" className="mt6" onPress={onClose}>
        {closeLabel}
      </Button>
    </Modal>
  );
}

interface ConfirmProps {
  readonly open: boolean;
  /** 取消这场活动？ */
  readonly title: string;
  /** What will happen to whom: 将通知43位已报名居民. */
  readonly consequence: ReactNode;
  /** The verb: 取消活动. */
  readonly confirmLabel: string;
  readonly stayLabel?: string;
  readonly grave?: boolean;
  readonly busy?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

export function Confirm(props: ConfirmProps) {
  const {
    open,
    title,
    consequence,
    confirmLabel,
    stayLabel = '先不',
    grave,
    busy,
    onConfirm,
    onClose,
  } = props;
  const titleId = useDomId('confirm');
  if (!open) return null;
  return (
    <Modal onClose={onClose} labelledBy={titleId}>
      <Heading level={2} id={titleId} className="t3">
        {title}
      </Heading>
      <Box className="mt2 dim">{consequence}</Box>
      <Box className="k-sheet__row">
        <Button look="line" className="k-sheet__stay" onPress={onClose}>
          {stayLabel}
        </Button>
        <Button look={grave ? 'warm' : 'solid'} className="k-sheet__go" busy={busy} onPress={onConfirm}>
          {confirmLabel}
        </Button>
      </Box>
    </Modal>
  );
}

/** React's ids hold colons, which no selector takes. */
const useDomId = (prefix: string): string => prefix + useId().replace(/:/g, '-');
