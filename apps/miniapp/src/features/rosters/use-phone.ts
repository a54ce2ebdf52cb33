import { useState } from 'react';
import { problemText } from '@/shared/i18n/problem-text';
import { showPhone } from './api';

export interface ShownPhone {
  /** The full number of this place, if it is the one that is shown. */
  readonly of: (signupId: string) => string | null;
  readonly show: (signupId: string) => void;
  readonly busy: boolean;
  /** Why it was not shown, or ''. */
  readonly problem: string;
}

/** One number at a time: showing another hides the one before. */
export function usePhone(occurrenceId: string): ShownPhone {
  const [shown, setShown] = useState<{ signupId: string; phone: string | null } | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const show = async (signupId: string) => {
    if (busy) return;
    setBusy(true);
    setShown(null);
    const result = await showPhone(occurrenceId, signupId);
    setBusy(false);
    setProblem(result.ok ? '' : problemText(result.problem, new Date()));
    if (result.ok) setShown({ signupId, phone: result.value.phone });
  };
  return {
    of: (signupId) => (shown?.signupId === signupId ? shown.phone : null),
    show: (signupId) => void show(signupId),
    busy,
    problem,
  };
}
