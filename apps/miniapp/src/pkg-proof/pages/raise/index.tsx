import { useCallback } from 'react';
import { type HourHistory, loadRecord } from '@/features/corrections/api';
import { minutesBetween, RECORD_WRONGS, whenWords } from '@/features/corrections/model';
import { usePageData } from '@/shared/api/use-page-data';
import { correctionWords, raiseWords as words, wrongWords } from '@/shared/i18n/zh-CN/corrections';
import { useQuery } from '@/shared/platform/navigation';
import { withQuery } from '@/shared/platform/with-query';
import { ChooseOne } from '@/shared/ui/choices';
import { Box } from '@/shared/ui/element';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { Skeleton } from '@/shared/ui/states';
import { QuestionPage } from '../../parts/question-page';
import { SharedQuestion } from '../../parts/shared-questions';
import { useRaising } from '../../parts/use-raising';

/** A volunteer says what is wrong with a record: one question at a time. */
export default function RaisePage() {
  const { record = '' } = useQuery();
  const { value, problem, reload } = usePageData(useCallback(() => loadRecord(record), [record]));
  if (value !== null) return <Questions recordId={record} history={value} />;
  return (
    <Page title={words.title}>
      {problem === null ? (
        <Skeleton shape="rows" />
      ) : (
        <LoadProblem
          problem={problem}
          title={correctionWords.failed}
          here={withQuery('/pkg-proof/pages/raise/index', { record })}
          onRetry={() => void reload()}
          whySignIn={correctionWords.signInWhy}
        />
      )}
    </Page>
  );
}

const notes = {
  minutes: words.minutesNote,
  'not-me': words.notMeNote,
  details: words.detailsNote,
  other: words.otherNote,
} as const;

function Questions({ recordId, history }: { readonly recordId: string; readonly history: HourHistory }) {
  const most = minutesBetween(history.shiftStartsAt, history.shiftEndsAt);
  const raising = useRaising({ recordId, most });
  const { draft, question, lacking, change } = raising;
  const minutes = history.versions.find(({ id }) => id === recordId)?.minutes ?? 0;
  return (
    <QuestionPage
      title={words.title}
      {...raising}
      onBack={raising.back}
      onNext={raising.next}
      lead={
        <>
          <Box className="t2 b mt2">{`${history.activityTitle} ${history.roleName}`}</Box>
          <Box className="t1 dim num">{`${whenWords(history)}，${correctionWords.was(minutes)}`}</Box>
        </>
      }
    >
      {question === 'wrong' && (
        <ChooseOne
          id="wrong"
          question={words.wrong}
          error={lacking ? words.wrongMend : undefined}
          choices={RECORD_WRONGS.map((value) => ({ value, title: wrongWords[value], note: notes[value] }))}
          value={draft.wrong}
          onChange={(wrong) => change({ wrong })}
        />
      )}
      <SharedQuestion raising={raising} />
    </QuestionPage>
  );
}
