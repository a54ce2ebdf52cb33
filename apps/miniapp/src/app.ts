import { useLaunch } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { keepScansMoving } from './features/attendance/queue';
import './shared/theme';

export default function App({ children }: PropsWithChildren) {
  // A scan that was written down without network leaves by itself, whatever page is open.
  useLaunch(keepScansMoving);
  return children;
}
