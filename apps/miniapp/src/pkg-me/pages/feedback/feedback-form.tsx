import type { MySignup } from '@xiaolin/shared-types/signups/schema';
import { scoreChoices } from '@/features/feedback/model';
import { useFeedback } from '@/features/feedback/use-feedback';
import { problemText } from '@/shared/i18n/problem-text';
import { ownFeedbackText as words } from '@/shared/i18n/zh-CN/own-feedback';
import { BottomBar } from '@/shared/ui/bottom-bar';
import { Button } from '@/shared/ui/button';
import { ChooseOne } from '@/shared/ui/choices';
import { Box } from '@/shared/ui/element';
import { Field } from '@/shared/ui/fields';
import { Page } from '@/shared/ui/page';
import { LiveNote } from '@/shared/ui/result';
import { Note } from '@/shared/ui/surfaces';
import { useState } from 'react';

interface FeedbackFormProps {
  readonly signup: MySignup;
  readonly reload: () => Promise<void>;
}

/** One question with words for each score, and room for more. */
export function FeedbackForm({ signup, reload }: FeedbackFormProps) {
  const { draft, change, busy, problem, send } = useFeedback(signup.id, () => void reload());
  const [tried, setTried] = useState(false);
  return (
    <Page
      title={words.title}
      bottom={
        <BottomBar>
          <Button
            block
            busy={busy}
            onPress={() => {
              setTried(true);
              void send();
            }}
          >
            {words.submit}
          </Button>
        </BottomBar>
      }
    >
      <Box className="t3 mt2">{words.lead(signup.title)}</Box>
      <Box className="t1 dim mt1">{words.once}</Box>
      <LiveNote>
        {problem !== null && (
          <Note tone="warm" className="mt3">
            {`${words.failed}：${problemText(problem, new Date())}`}
          </Note>
        )}
      </LiveNote>
      <ChooseOne
        id="score"
        question={words.question}
        error={tried && draft.score === null ? words.mend : undefined}
        choices={scoreChoices}
        value={draft.score}
        onChange={(score) => change({ ...draft, score })}
      />
      <Field
        id="feedback-words"
        label={words.wordsField}
        hint={words.wordsHint}
        optional
        multiline
        maxLength={500}
        value={draft.words}
        onChange={(written) => change({ ...draft, words: written })}
      />
    </Page>
  );
}
