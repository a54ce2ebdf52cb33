import { copyText } from '../platform/clipboard.h5';
import { pageAddress } from '../platform/page-address.h5';
import { Action } from './element';
import { Icon } from './icon';

interface ShareButtonProps {
  readonly label: string;
  readonly onCopied: () => void;
  /** Another page than this one is passed on: the activity, say, and not one's own place. */
  readonly path?: string;
  /** With its words instead of the sign alone. */
  readonly wide?: boolean;
}

/** The phone's own sharing where the browser offers it, else the address is copied: a browser cannot hand it to WeChat. */
export function ShareButton({ label, onCopied, path, wide }: ShareButtonProps) {
  const address = path === undefined ? window.location.href : pageAddress(path);
  const share = async () => {
    if ('share' in navigator) {
      // Closing the phone's sheet rejects; nothing was passed on, and nothing is to be said.
      await navigator.share({ title: document.title, url: address }).catch(() => undefined);
      return;
    }
    if (await copyText(address)) onCopied();
  };
  return (
    <Action
      className={wide ? 'x-btn x-btn--line x-btn--block' : 'x-btn x-btn--line k-share'}
      label={wide ? undefined : label}
      onPress={() => void share()}
    >
      <Icon name="share" className={wide ? undefined : 'k-share__i'} />
      {wide && label}
    </Action>
  );
}
