import type { SignupView } from '@xiaolin/shared-types/signups/schema';
import { useRef, useState } from 'react';
import { type Failure, isPassing } from '@/shared/api/failure';
import { newRequestKey } from '@/shared/api/request-key';
import { acceptOffer, declineOffer } from './api';

export type OfferAnswer = 'accept' | 'decline';

export interface Answering {
  readonly busy: boolean;
  readonly problem: Failure | null;
  answer(what: OfferAnswer): Promise<void>;
}

const calls = { accept: acceptOffer, decline: declineOffer };

/** Taking or turning down offered seats; one request key for each of the two intents. `onDone` also after a final refusal. */
export function useAnswer(
  signupId: string,
  onDone: (status: SignupView['status'] | null) => void,
): Answering {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  const keys = useRef<Partial<Record<OfferAnswer, string>>>({});

  const answer = async (what: OfferAnswer) => {
    if (busy) return;
    const key = (keys.current[what] ??= newRequestKey());
    setBusy(true);
    setProblem(null);
    const result = await calls[what](signupId, key);
    setBusy(false);
    if (result.ok || !isPassing(result.problem)) delete keys.current[what];
    if (!result.ok) setProblem(result.problem);
    // The offer is gone, or the calendar changed: the page has to show how it stands now.
    if (result.ok || !isPassing(result.problem)) onDone(result.ok ? result.value.status : null);
  };
  return { busy, problem, answer };
}
