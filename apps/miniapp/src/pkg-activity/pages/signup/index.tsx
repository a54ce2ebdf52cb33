import { readActivity } from '@/features/activities/api';
import { usePageData } from '@/shared/api/use-page-data';
import { detailText } from '@/shared/i18n/zh-CN/activity-detail';
import { signingUpText as formWords } from '@/shared/i18n/zh-CN/signing-up';
import { goTo, useQuery } from '@/shared/platform/navigation';
import { pagePaths } from '@/shared/platform/page-paths';
import { useSession } from '@/shared/session/session';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { EmptyState, Skeleton } from '@/shared/ui/states';
import { useCallback } from 'react';
import { SignupForm } from './signup-form';

export default function SignupPage() {
  const { id = '', occurrence } = useQuery();
  const here = pagePaths.signUp(id, occurrence);
  const signedIn = useSession((state) => state.token !== null);
  const load = useCallback(() => readActivity(id), [id]);
  const { value, problem, reload } = usePageData(load);
  if (value !== null && signedIn) return <SignupForm activity={value} asked={occurrence} reload={reload} />;
  return (
    <Page title={formWords.formTitle}>
      {!signedIn ? (
        <EmptyState
          title={formWords.signInFirst}
          next={{ label: formWords.signIn, onPress: () => void goTo(pagePaths.signIn(here)) }}
        >
          {formWords.signInHint}
        </EmptyState>
      ) : problem === null ? (
        <Skeleton shape="rows" />
      ) : (
        <LoadProblem
          title={detailText.detailFailed}
          problem={problem}
          onRetry={() => void reload()}
          here={here}
        />
      )}
    </Page>
  );
}
