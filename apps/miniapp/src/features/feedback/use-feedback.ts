import { useRef, useState } from 'react';
import { type Failure, isPassing } from '@/shared/api/failure';
import { newRequestKey } from '@/shared/api/request-key';
import { storage } from '@/shared/platform/storage';
import { giveFeedback } from './api';
import { answerOf, type FeedbackDraft, intentOf, readFeedbackDraft } from './model';

const draftKey = (signupId: string): string => `xiaolin.feedback.${signupId}`;

/** What is filled in, kept on the phone as it is typed, and the way to the server. */
export function useFeedback(signupId: string, onDone: () => void) {
  const [draft, setDraft] = useState(() => readFeedbackDraft(storage.getItem(draftKey(signupId))));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  const key = useRef<{ readonly intent: string; readonly value: string } | null>(null);

  const change = (next: FeedbackDraft) => {
    storage.setItem(draftKey(signupId), JSON.stringify(next));
    setDraft(next);
  };
  const send = async () => {
    if (busy || draft.score === null) return;
    const intent = intentOf(draft);
    if (key.current?.intent !== intent) key.current = { intent, value: newRequestKey() };
    setBusy(true);
    setProblem(null);
    const result = await giveFeedback(signupId, { requestKey: key.current.value, ...answerOf(draft) });
    setBusy(false);
    if (result.ok || !isPassing(result.problem)) key.current = null;
    if (!result.ok) {
      setProblem(result.problem);
      if (result.problem.code !== 'feedback.already') return;
    }
    storage.removeItem(draftKey(signupId));
    onDone();
  };
  return { draft, change, busy, problem, send };
}
