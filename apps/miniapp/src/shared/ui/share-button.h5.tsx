import { copyText } from '../platform/clipboard.h5';
import { Action } from './element';
import { Icon } from './icon';

interface ShareButtonProps {
  readonly label: string;
  readonly onCopied: () => void;
}

/** Copies the address of this page: a browser cannot hand it to WeChat. */
export function ShareButton({ label, onCopied }: ShareButtonProps) {
  return (
    <Action
      className="x-btn x-btn--line k-share"
      label={label}
      onPress={() => void copyText(window.location.href).then((done) => done && onCopied())}
    >
      <Icon name="share" className="k-share__i" />
    </Action>
  );
}
