import type { Question } from '@xiaolin/shared-types/signups/questions';
import { loadAnswers } from '../api';
import { countAnswers } from '../answers';
import { type PageQuery, usePagedList } from '@/shared/api/use-paged-list';
import { problemText } from '@/shared/i18n/problem-text';
import { rosterWords as words } from '@/shared/i18n/zh-CN/managing';
import { Button } from '@/shared/ui/button';
import { Box, Heading } from '@/shared/ui/element';
import { Card, Note } from '@/shared/ui/surfaces';
import { useCallback } from 'react';

interface AnswerListProps {
  readonly occurrenceId: string;
  readonly questions: readonly Question[];
}

/** What people answered: how often each option was chosen, then person by person. For staff alone. */
export function AnswerList({ occurrenceId, questions }: AnswerListProps) {
  const list = usePagedList(
    useCallback((page: PageQuery) => loadAnswers(occurrenceId, page), [occurrenceId]),
  );
  const sheets = list.items ?? [];
  return (
    <Box as="section" className="mt6" labelledBy="answers-title">
      <Heading level={2} id="answers-title" className="t3">
        {words.answers}
      </Heading>
      {list.problem !== null && (
        <Note tone="warm" className="mt3">
          {problemText(list.problem, new Date())}
        </Note>
      )}
      {list.items !== null && (
        <Box className="t1 dim mt1">
          {sheets[0] === undefined ? words.noAnswers : words.answersUntil(sheets[0].deletedOn)}
        </Box>
      )}
      {sheets.length > 0 &&
        countAnswers(questions, sheets).map(({ questionId, label, counts }) => (
          <Box key={questionId} className="t2 num mt2">
            {words.answerCounts(label, counts.map(({ option, people }) => `${option} ${people}`).join('，'))}
          </Box>
        ))}
      {sheets.map(({ signupId, displayName, answers }) => (
        <Card key={signupId} className="mt3">
          <Box className="t2 b">{displayName}</Box>
          {answers.map(({ questionId, label, values }) => (
            <Box key={questionId} className="t2 mt1">
              <Box as="span" className="dim">{`${label}：`}</Box>
              {values.join('、')}
            </Box>
          ))}
        </Card>
      ))}
      {list.hasMore && (
        <Button block look="line" className="mt3" busy={list.loadingMore} onPress={() => void list.more()}>
          {words.more}
        </Button>
      )}
    </Box>
  );
}
