import { Button as WechatButton } from '@tarojs/components';
import { Icon } from './icon';

interface ShareButtonProps {
  /** 转发给家人 */
  readonly label: string;
  /** What H5 says when the link is copied. */
  readonly onCopied: () => void;
  /** H5 only: another page than this one is passed on. */
  readonly path?: string;
  /** With its words instead of the sign alone. */
  readonly wide?: boolean;
}

/** WeChat passes a page on only from its own button; what is passed on, the page says with `useShareAppMessage`. */
export function ShareButton({ label, wide }: ShareButtonProps) {
  return (
    <WechatButton
      openType="share"
      className={wide ? 'x-btn x-btn--line x-btn--block' : 'x-btn x-btn--line k-share'}
      hoverClass="x-btn--hover"
      {...{ 'aria-label': label }}
    >
      <Icon name="share" className={wide ? undefined : 'k-share__i'} />
      {wide && label}
    </WechatButton>
  );
}
