import type { Failure } from '@/shared/api/failure';
import { problemText } from '@/shared/i18n/problem-text';
import { signupsText as words } from '@/shared/i18n/zh-CN/signups';
import { Button } from '@/shared/ui/button';
import { Box } from '@/shared/ui/element';
import { ListRow, Rows } from '@/shared/ui/list-row';
import { Page } from '@/shared/ui/page';
import { ErrorState } from '@/shared/ui/states';
import { Tag } from '@/shared/ui/surfaces';

interface SubmitFailedProps {
  readonly problem: Failure;
  readonly busy: boolean;
  readonly onRetry: () => Promise<void>;
  readonly onBack: () => void;
}

/** Nobody's fault here, nothing lost, and trying again takes no second place: the request key is the same. */
export function SubmitFailed({ problem, busy, onRetry, onBack }: SubmitFailedProps) {
  return (
    <Page title={words.formTitle}>
      <ErrorState
        title={words.failedTitle}
        retryLabel={words.failedRetry}
        onRetry={busy ? undefined : () => void onRetry()}
      >
        {words.failedText(problemText(problem, new Date()))}
      </ErrorState>
      <Box className="row k-centre-row">
        <Button look="bare" onPress={onBack}>
          {words.failedBack}
        </Button>
      </Box>
      <Box className="mt4">
        <Rows>
          <ListRow
            title={words.failedKept}
            end={
              <Tag tone="ok" icon="check">
                {words.failedKeptValue}
              </Tag>
            }
            last={problem.instance === null}
          />
          {problem.instance !== null && <ListRow title={words.failedNumber} note={problem.instance} last />}
        </Rows>
      </Box>
    </Page>
  );
}
