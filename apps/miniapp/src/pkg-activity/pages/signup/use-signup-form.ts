import type { DependantView } from '@xiaolin/shared-types/people/schema';
import type { ActivityView, OccurrenceView } from '@xiaolin/shared-types/activities/schema';
import { firstRun, takeable } from '@/features/activities/model';
import { isNeutralName } from '@/features/people/model';
import { rename } from '@/features/people/api';
import { type Answers, answerErrors, answersInput, missingAnswers } from '@/features/signups/answers';
import { signUp } from '@/features/signups/api';
import { signupDrafts } from '@/features/signups/draft-storage';
import type { SignupDraft } from '@/features/signups/drafts';
import { intentOf, namesOf, onlyKnown, type Party, partyInput, seatsOf } from '@/features/signups/party';
import { type Failure, isPassing } from '@/shared/api/failure';
import { signingUpText as formWords } from '@/shared/i18n/zh-CN/signing-up';
import { partiesText } from '@/shared/i18n/zh-CN/parties';
import { replaceWith } from '@/shared/platform/navigation';
import { pagePaths } from '@/shared/platform/page-paths';
import { session, useSession } from '@/shared/session/session';
import type { FormError } from '@/shared/ui/error-summary';
import { useState } from 'react';

export const fields = { run: 'run', name: 'name', party: 'party', consent: 'consent' } as const;

interface Outcome {
  readonly problem: Failure;
  /** Trying the same again makes sense; else the form says why not. */
  readonly passing: boolean;
}

/** What the person fills in, kept on the device as it is typed, and the way to the server and back. */
export function useSignupForm(
  activity: ActivityView,
  asked: string | undefined,
  reload: () => Promise<void>,
  /** Those whom the person may take along; null while they are not known. */
  dependants: readonly DependantView[] | null,
) {
  const ownName = useSession(({ person }) => person?.displayName ?? '');
  const [draft, setDraft] = useState(() => signupDrafts.read(activity.id));
  const [agreed, setAgreed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  /** Titles of other places, by the occurrence that they clash with. */
  const [clashes, setClashes] = useState<Readonly<Record<string, string>>>({});

  const needsName = isNeutralName(ownName);
  const name = draft.name ?? (needsName ? '' : ownName);
  const runs = takeable(activity, new Date());
  const occurrenceId = chosenRun(runs, draft.occurrenceId ?? asked);
  const run = runs.find(({ id }) => id === occurrenceId) ?? null;

  const keep = (change: Partial<Omit<SignupDraft, 'key'>>) => {
    const next = { ...signupDrafts.read(activity.id), ...change };
    signupDrafts.save(activity.id, next);
    setDraft(next);
  };

  const party = dependants === null ? draft.party : onlyKnown(draft.party, dependants);
  const seats = seatsOf(party);
  const limit = (run ?? runs[0])?.terms.partyLimit ?? 1;

  const missing: FormError[] = [];
  if (run === null) missing.push({ field: fields.run, mend: formWords.mends.run });
  if (name.trim() === '') missing.push({ field: fields.name, mend: formWords.mends.name });
  if (seats > limit) missing.push({ field: fields.party, mend: partiesText.tooMany(limit) });
  const questions = (run ?? runs[0])?.terms.questions ?? [];
  missing.push(...missingAnswers(questions, draft.answers));
  if (!agreed) missing.push({ field: fields.consent, mend: formWords.mends.consent });

  const refuse = (problem: Failure, of: OccurrenceView) => {
    const passing = isPassing(problem);
    if (!passing) signupDrafts.forgetKey(activity.id);
    if (problem.code === 'signup.clash')
      setClashes((before) => ({ ...before, [of.id]: String(problem.facts.title) }));
    setOutcome({ problem, passing });
    if (!passing) void reload();
  };

  const send = async (of: OccurrenceView): Promise<void> => {
    if (name.trim() !== ownName) {
      const renamed = await rename(name.trim());
      if (!renamed.ok) return refuse(renamed.problem, of);
      session.getState().rename(name.trim());
    }
    const answers = answersInput(of.terms.questions, draft.answers);
    const result = await signUp(
      of.id,
      signupDrafts.keyFor(activity.id, intentOf(of.id, party, answers)),
      partyInput(party),
      answers,
    );
    if (!result.ok) return refuse(result.problem, of);
    signupDrafts.drop(activity.id);
    await replaceWith(pagePaths.signUpResult(result.value.id));
  };

  const submit = async () => {
    setAttempt((count) => count + 1);
    if (missing.length > 0 || run === null || busy) return;
    setBusy(true);
    setOutcome(null);
    await send(run);
    setBusy(false);
  };

  return {
    name,
    /** Everybody who goes, for the line above the button. */
    names: namesOf(name, party, dependants ?? []),
    party,
    seats,
    limit,
    needsName,
    run,
    clashes,
    agreed,
    busy,
    outcome,
    attempt,
    questions,
    answers: draft.answers,
    errors: attempt > 0 ? [...missing, ...answerErrors(outcome?.problem.errors ?? [])] : [],
    setRun: (id: string) => {
      setOutcome(null);
      keep({ occurrenceId: id });
    },
    setName: (value: string) => keep({ name: value }),
    setAnswers: (next: Answers) => {
      setOutcome(null);
      keep({ answers: next });
    },
    setParty: (next: Party) => keep({ party: next }),
    setAgreed,
    submit,
    backToForm: () => setOutcome(null),
  };
}

/** An answer is given in advance only where there is nothing to choose, or where the person came from that very run. */
const chosenRun = (runs: readonly OccurrenceView[], wanted: string | undefined): string | undefined => {
  if (runs.some(({ id }) => id === wanted)) return wanted;
  return runs.length === 1 ? firstRun(runs, undefined, new Date())?.id : undefined;
};

export type SignupFormState = ReturnType<typeof useSignupForm>;
