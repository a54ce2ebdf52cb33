import type { ReactNode } from 'react';
import type { Failure } from '@/shared/api/failure';
import { problemText } from '@/shared/i18n/problem-text';
import { raiseWords as words } from '@/shared/i18n/zh-CN/corrections';
import { BottomBar } from '@/shared/ui/bottom-bar';
import { Button } from '@/shared/ui/button';
import { Box } from '@/shared/ui/element';
import { Page } from '@/shared/ui/page';
import { LiveNote } from '@/shared/ui/result';
import { Note } from '@/shared/ui/surfaces';

interface QuestionPageProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly at: number;
  readonly of: number;
  readonly busy: boolean;
  readonly problem: Failure | null;
  readonly onBack: () => void;
  readonly onNext: () => void;
  readonly children: ReactNode;
}

/** One question on a page; the last one sends. */
export function QuestionPage(props: QuestionPageProps) {
  const { title, lead, at, of, busy, problem, onBack, onNext, children } = props;
  const last = at === of - 1;
  return (
    <Page
      title={title}
      bottom={
        <BottomBar note={last ? words.due : undefined}>
          {at > 0 && (
            <Button look="bare" onPress={onBack}>
              {words.back}
            </Button>
          )}
          <Button block busy={busy} onPress={onNext}>
            {last ? words.send : words.next}
          </Button>
        </BottomBar>
      }
    >
      {lead}
      <Box className="t1 dim num mt2">{words.step(at + 1, of)}</Box>
      <LiveNote>
        {problem !== null && (
          <Note tone="warm" className="mt3">
            <Box>{`${words.failed}：${problemText(problem, new Date())}`}</Box>
            <Box>{words.kept}</Box>
          </Note>
        )}
      </LiveNote>
      {children}
    </Page>
  );
}
