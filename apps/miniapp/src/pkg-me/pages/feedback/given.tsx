import type { FeedbackView } from '@xiaolin/shared-types/feedback/schema';
import type { MySignup } from '@xiaolin/shared-types/signups/schema';
import { scoreWords } from '@/features/feedback/model';
import { ownFeedbackText as words } from '@/shared/i18n/zh-CN/own-feedback';
import { replaceWith } from '@/shared/platform/navigation';
import { pagePaths } from '@/shared/platform/page-paths';
import { Button } from '@/shared/ui/button';
import { Box, Heading } from '@/shared/ui/element';
import { LiveNote } from '@/shared/ui/result';
import { Card, Note } from '@/shared/ui/surfaces';

interface GivenProps {
  readonly signup: MySignup;
  readonly given: FeedbackView;
}

/** What the person said; it cannot be changed. */
export function Given({ signup, given }: GivenProps) {
  return (
    <>
      <LiveNote>
        <Note tone="ok" className="mt3">
          {words.thanks}
        </Note>
      </LiveNote>
      <Card className="mt3">
        <Heading level={2} className="t3">
          {signup.title}
        </Heading>
        <Box className="t2 mt2">{words.given(scoreWords(given.score))}</Box>
        {given.words !== null && <Box className="t2 dim mt1">{given.words}</Box>}
      </Card>
      <Button block look="line" className="mt4" onPress={() => void replaceWith(pagePaths.signup(signup.id))}>
        {words.back}
      </Button>
    </>
  );
}
