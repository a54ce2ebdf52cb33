import { type EligibilityView, isForEveryone } from '@xiaolin/shared-types/signups/audience';
import type { LineTerms } from '@xiaolin/shared-types/signups/schema';
import type { Result } from '@/shared/api/failure';
import { usePageData } from '@/shared/api/use-page-data';
import { sentenceOf } from '@/shared/i18n/problem-text';
import { useSession } from '@/shared/session/session';
import { useCallback } from 'react';
import { readEligibility } from './api';

const UNKNOWN: EligibilityView = { refusal: null, dependants: [] };

/**
 * Whether the person and their family may come to this run, asked only where not everyone may. Nobody is refused
 * while it is not known: the server decides again.
 */
export function useEligibility(
  run: { readonly id: string; readonly terms: Pick<LineTerms, 'audience'> } | null,
): EligibilityView {
  const signedIn = useSession(({ token }) => token !== null);
  const asked = run !== null && signedIn && !isForEveryone(run.terms.audience) ? run.id : null;
  const load = useCallback(
    async (): Promise<Result<EligibilityView>> =>
      asked === null ? { ok: true, value: UNKNOWN } : readEligibility(asked),
    [asked],
  );
  return usePageData(load).value ?? UNKNOWN;
}

type Reason = NonNullable<EligibilityView['refusal']>;

export const reasonWords = ({ code, facts }: Reason, now: Date): string => sentenceOf(code, facts, now);

/** What the person can mend themselves, by telling where they live or when they were born. */
export const canTellUs = (reason: EligibilityView['refusal']): boolean =>
  reason?.code === 'signup.home-unknown' || reason?.code === 'signup.age-unknown';
