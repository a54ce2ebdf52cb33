import type { PropsWithChildren } from 'react';
import './shared/theme';

export default function App({ children }: PropsWithChildren) {
  return children;
}
