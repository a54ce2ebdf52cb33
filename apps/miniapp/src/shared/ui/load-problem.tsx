import type { ReactNode } from 'react';
import type { Failure } from '../api/failure';
import { problemText } from '../i18n/problem-text';
import { loadProblemWords } from '../i18n/zh-CN/load-problem';
import { goTo } from '../platform/navigation';
import { pagePaths } from '../platform/page-paths';
import { EmptyState, ErrorState } from './states';

interface LoadProblemProps {
  readonly problem: Failure;
  /** What could not be shown: 没能打开班次 */
  readonly title: string;
  readonly onRetry: () => void;
  /** This page, to come back to after signing in. */
  readonly here: string;
  /** What signing in is good for here. */
  readonly whySignIn?: ReactNode;
}

/** A page that has nothing to show: nobody is signed in, no network, or our own fault. */
export function LoadProblem({ problem, title, onRetry, here, whySignIn }: LoadProblemProps) {
  if (problem.code.startsWith('session.'))
    return (
      <EmptyState
        title={loadProblemWords.signInFirst}
        next={{ label: loadProblemWords.signIn, onPress: () => void goTo(pagePaths.signIn(here)) }}
      >
        {whySignIn}
      </EmptyState>
    );
  const offline = problem.code === 'network.unreachable';
  return (
    <ErrorState
      title={offline ? loadProblemWords.offline : title}
      onRetry={onRetry}
      requestId={problem.instance}
    >
      {offline ? loadProblemWords.offlineNote : problemText(problem, new Date())}
    </ErrorState>
  );
}
