import type { MyFeedback } from '@xiaolin/shared-types/feedback/schema';
import type { MySignup } from '@xiaolin/shared-types/signups/schema';
import { readMyFeedback } from '@/features/feedback/api';
import { readMine } from '@/features/signups/api';
import type { Result } from '@/shared/api/failure';
import { usePageData } from '@/shared/api/use-page-data';
import { ownFeedbackText as words } from '@/shared/i18n/zh-CN/own-feedback';
import { replaceWith, useQuery } from '@/shared/platform/navigation';
import { pagePaths } from '@/shared/platform/page-paths';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { EmptyState, OfflineNote, Skeleton } from '@/shared/ui/states';
import { useCallback } from 'react';
import { FeedbackForm } from './feedback-form';
import { Given } from './given';

interface Loaded {
  readonly signup: MySignup;
  readonly mine: MyFeedback;
}

async function loadAll(signupId: string): Promise<Result<Loaded>> {
  const [signup, mine] = await Promise.all([readMine(signupId), readMyFeedback(signupId)]);
  if (!signup.ok) return signup;
  return mine.ok ? { ok: true, value: { signup: signup.value, mine: mine.value } } : mine;
}

/** How it was: once for each place that was attended. */
export default function FeedbackPage() {
  const { id = '' } = useQuery();
  const { value, problem, reload } = usePageData(useCallback(() => loadAll(id), [id]));
  if (value?.mine.mayGive) return <FeedbackForm signup={value.signup} reload={reload} />;
  return (
    <Page title={words.title}>
      <OfflineNote onRetry={() => void reload()} />
      {value === null && problem === null && <Skeleton shape="rows" />}
      {value === null && problem !== null && (
        <LoadProblem
          title={words.loadFailed}
          problem={problem}
          onRetry={() => void reload()}
          here={pagePaths.feedback(id)}
          whySignIn={words.signInWhy}
        />
      )}
      {value !== null && value.mine.given !== null && (
        <Given signup={value.signup} given={value.mine.given} />
      )}
      {value !== null && value.mine.given === null && (
        <EmptyState
          title={words.notYet}
          next={{ label: words.back, onPress: () => void replaceWith(pagePaths.signup(id)) }}
        >
          {words.notYetHint}
        </EmptyState>
      )}
    </Page>
  );
}
