import type { UnrecordedShift } from '@xiaolin/shared-types/corrections/schema';
import { useCallback, useState } from 'react';
import { loadUnrecordedShifts } from '@/features/corrections/api';
import { whenWords } from '@/features/corrections/model';
import { usePageData } from '@/shared/api/use-page-data';
import { correctionWords, raiseWords as words } from '@/shared/i18n/zh-CN/corrections';
import { ChooseOne } from '@/shared/ui/choices';
import { Box, MomentInput } from '@/shared/ui/element';
import { FieldShell } from '@/shared/ui/fields';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { Skeleton } from '@/shared/ui/states';
import { Note } from '@/shared/ui/surfaces';
import { paths } from '../../parts/paths';
import { QuestionPage } from '../../parts/question-page';
import { SharedQuestion } from '../../parts/shared-questions';
import { useRaising } from '../../parts/use-raising';

/** A volunteer asks for the record of a shift that has none. */
export default function MissingPage() {
  const [day, setDay] = useState('');
  const load = useCallback(() => loadUnrecordedShifts(day === '' ? undefined : day), [day]);
  const { value, problem, reload } = usePageData(load);
  const raising = useRaising('missing');
  if (value === null)
    return (
      <Page title={words.missing}>
        {problem === null ? (
          <Skeleton shape="rows" />
        ) : (
          <LoadProblem
            problem={problem}
            title={correctionWords.failed}
            here={paths.missing}
            onRetry={() => void reload()}
            whySignIn={correctionWords.signInWhy}
          />
        )}
      </Page>
    );
  const { draft, question, lacking, change } = raising;
  return (
    <QuestionPage title={words.missing} {...raising} onBack={raising.back} onNext={raising.next}>
      {question === 'shift' && (
        <>
          <ChooseOne
            id="shift"
            question={words.shift}
            hint={words.shiftHint}
            error={lacking ? words.shiftMend : undefined}
            choices={value.items.map(choiceOf)}
            value={draft.shiftId}
            onChange={(shiftId) =>
              change({
                shiftId,
                most: value.items.find((each) => each.shiftId === shiftId)?.mostMinutes ?? 0,
              })
            }
          />
          {value.items.length === 0 && (
            <Note className="mt3">{day === '' ? words.noShifts : words.dayNone}</Note>
          )}
          <FieldShell id="day" label={words.day} optional>
            <MomentInput
              id="day"
              mode="date"
              label={words.day}
              className="x-input"
              value={day}
              onPick={(picked) => {
                change({ shiftId: null });
                setDay(picked);
              }}
            />
          </FieldShell>
        </>
      )}
      {question !== 'shift' && <Chosen items={value.items} shiftId={draft.shiftId} />}
      <SharedQuestion raising={raising} />
    </QuestionPage>
  );
}

const choiceOf = (shift: UnrecordedShift) => ({
  value: shift.shiftId,
  title: `${shift.activityTitle} ${shift.roleName}`,
  note: `${whenWords(shift)}，${shift.recordingUnit}，${shift.hadPlace ? words.hadPlace : words.noPlace}`,
});

function Chosen({
  items,
  shiftId,
}: {
  readonly items: readonly UnrecordedShift[];
  readonly shiftId: string | null;
}) {
  const shift = items.find((each) => each.shiftId === shiftId);
  if (shift === undefined) return null;
  return (
    <Box className="mt1">
      <Box className="t2 b">{`${shift.activityTitle} ${shift.roleName}`}</Box>
      <Box className="t1 dim num">{whenWords(shift)}</Box>
    </Box>
  );
}
