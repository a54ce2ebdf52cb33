import { Button as WechatButton } from '@tarojs/components';
import { Icon } from './icon';

interface ShareButtonProps {
  /** 转发给家人 */
  readonly label: string;
  /** What H5 says when the link is copied. */
  readonly onCopied: () => void;
}

/** WeChat passes a page on only from its own button; what is passed on, the page says with `useShareAppMessage`. */
export function ShareButton({ label }: ShareButtonProps) {
  return (
    <WechatButton
      openType="share"
      className="x-btn x-btn--line k-share"
      hoverClass="x-btn--hover"
      {...{ 'aria-label': label }}
    >
      <Icon name="share" className="k-share__i" />
    </WechatButton>
  );
}
