import { useState } from 'react';
import { raiseError, raiseMissing } from '@/features/corrections/api';
import { readMinutes } from '@/features/corrections/model';
import { isAnswered, questionsOf, type RaiseDraft, readDraft } from '@/features/corrections/raise-form';
import { useIntent, useKept } from '@/features/corrections/use-kept';
import type { Failure } from '@/shared/api/failure';
import { replaceWith } from '@/shared/platform/navigation';
import { paths } from './paths';

/** What the form is about: a record, or one that is missing. */
export type Subject = { readonly recordId: string; readonly most: number } | 'missing';

/** The questions one after the other, what was answered, and the way to the server. */
export function useRaising(subject: Subject) {
  const missing = subject === 'missing';
  const kept = useKept(`xiaolin.correction.${missing ? 'missing' : subject.recordId}`, readDraft);
  const keyOf = useIntent();
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  const draft = kept.value;
  const most = missing ? draft.most : subject.most;
  const questions = questionsOf(missing ? 'missing' : 'record', draft);
  // Another answer to the first question can leave fewer of them.
  const at = Math.min(draft.step, questions.length - 1);
  const question = questions[at] ?? 'words';

  const change = (change: Partial<RaiseDraft>) => kept.change({ ...draft, step: at, ...change });
  const go = (step: number) => {
    setTried(false);
    setProblem(null);
    change({ step });
  };
  const send = async () => {
    const minutes = readMinutes(draft.minutes, 1, most);
    const said = { words: draft.words.trim(), pictureIds: [...draft.pictureIds] };
    const requestKey = keyOf({ draft, subject });
    setBusy(true);
    const result = await (missing
      ? raiseMissing(draft.shiftId ?? '', { requestKey, ...said, claimedMinutes: minutes ?? 0 })
      : raiseError(subject.recordId, {
          requestKey,
          ...said,
          wrong: draft.wrong ?? 'other',
          ...(draft.wrong === 'minutes' && minutes !== null && { claimedMinutes: minutes }),
        }));
    setBusy(false);
    if (!result.ok) {
      setProblem(result.problem);
      return;
    }
    kept.forget();
    await replaceWith(paths.one(result.value.id));
  };
  const next = () => {
    if (busy) return;
    if (!isAnswered(question, draft, most)) setTried(true);
    else if (at < questions.length - 1) go(at + 1);
    else void send();
  };
  return {
    draft,
    most,
    question,
    at,
    of: questions.length,
    /** Whether the question on the page was left without its answer. */
    lacking: tried && !isAnswered(question, draft, most),
    busy,
    problem,
    change,
    back: () => go(at - 1),
    next,
  };
}

export type Raising = ReturnType<typeof useRaising>;
