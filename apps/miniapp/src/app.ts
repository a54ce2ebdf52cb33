import { useLaunch } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { keepScansMoving } from './features/attendance/queue';
import { insideWechat } from './shared/platform/surroundings';
import { beginSession, session } from './shared/session/session';
import './shared/theme';

/** Inside WeChat people are signed in without being asked; where that fails they stay nobody, and may look around. */
const signInSilently = (): void => {
  if (insideWechat && session.getState().token === null) void beginSession({ kind: 'wechat' });
};

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    signInSilently();
    // A scan that was written down without network leaves by itself, whatever page is open.
    keepScansMoving();
  });
  return children;
}
