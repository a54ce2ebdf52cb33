import type { TextStorage } from '@/shared/platform/storage';
import { nobodyElse, type Party } from './party';

/** What was filled in for one activity and not sent yet. Consent is not in it: it is given anew each time. */
export interface SignupDraft {
  readonly occurrenceId: string | null;
  readonly name: string | null;
  readonly party: Party;
  /** By question; kept whatever the question is now. */
  readonly answers: Readonly<Record<string, readonly string[]>>;
  /** The key of the try that has no answer yet, with what it was for: the run, the party and the answers. */
  readonly key: { readonly intent: string; readonly value: string } | null;
}

export const emptyDraft: SignupDraft = {
  occurrenceId: null,
  name: null,
  party: nobodyElse,
  answers: {},
  key: null,
};

export const draftKey = (activityId: string): string => `xiaolin.signup.${activityId}`;

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const readKey = (saved: unknown): SignupDraft['key'] => {
  const { intent, value } = (saved ?? {}) as Record<string, unknown>;
  return typeof intent === 'string' && typeof value === 'string' ? { intent, value } : null;
};

const texts = (saved: unknown): string[] =>
  Array.isArray(saved) ? saved.filter((each): each is string => typeof each === 'string') : [];

const readParty = (saved: unknown): Party => {
  const { dependantIds, companions } = (saved ?? {}) as Record<string, unknown>;
  return { dependantIds: texts(dependantIds), companions: texts(companions) };
};

const readAnswers = (saved: unknown): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries((saved ?? {}) as Record<string, unknown>).map(([id, values]) => [id, texts(values)]),
  );

/** What an older version or a strange hand left behind counts as nothing. */
export function readDraft(text: string | null): SignupDraft {
  try {
    const { occurrenceId, name, party, answers, key } = JSON.parse(text ?? '{}') as Record<string, unknown>;
    return {
      occurrenceId: textOrNull(occurrenceId),
      name: textOrNull(name),
      party: readParty(party),
      answers: readAnswers(answers),
      key: readKey(key),
    };
  } catch {
    return emptyDraft;
  }
}

export interface SignupDrafts {
  read(activityId: string): SignupDraft;
  save(activityId: string, draft: SignupDraft): void;
  drop(activityId: string): void;
  /**
   * The request key for this intent (a run and a party): the same for every try until one has a final answer, so that a lost answer is
   * found again instead of a second place taken.
   */
  keyFor(activityId: string, intent: string): string;
  /** After a final refusal: trying again is a new intent. */
  forgetKey(activityId: string): void;
}

export function createSignupDrafts(storage: TextStorage, newKey: () => string): SignupDrafts {
  const read = (activityId: string) => readDraft(storage.getItem(draftKey(activityId)));
  const save = (activityId: string, draft: SignupDraft) =>
    storage.setItem(draftKey(activityId), JSON.stringify(draft));
  return {
    read,
    save,
    drop: (activityId) => storage.removeItem(draftKey(activityId)),
    keyFor(activityId, intent) {
      const draft = read(activityId);
      if (draft.key?.intent === intent) return draft.key.value;
      const value = newKey();
      save(activityId, { ...draft, key: { intent, value } });
      return value;
    },
    forgetKey: (activityId) => save(activityId, { ...read(activityId), key: null }),
  };
}
