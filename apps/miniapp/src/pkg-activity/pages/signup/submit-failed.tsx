import type { Failure } from '@/shared/api/failure';
import { problemText } from '@/shared/i18n/problem-text';
import { signingUpText as formWords } from '@/shared/i18n/zh-CN/signing-up';
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
    <Page title={formWords.formTitle}>
      <ErrorState
        title={formWords.failedTitle}
        retryLabel={formWords.failedRetry}
        onRetry={busy ? undefined : () => void onRetry()}
      >
        {formWords.failedText(problemText(problem, new Date()))}
      </ErrorState>
      <Box className="row k-centre-row">
        <Button look="bare" onPress={onBack}>
          {formWords.failedBack}
        </Button>
      </Box>
      <Box className="mt4">
        <Rows>
          <ListRow
            title={formWords.failedKept}
            end={
              <Tag tone="ok" icon="check">
                {formWords.failedKeptValue}
              </Tag>
            }
            last={problem.instance === null}
          />
          {problem.instance !== null && (
            <ListRow title={formWords.failedNumber} note={problem.instance} last />
          )}
        </Rows>
      </Box>
    </Page>
  );
}
