import type { TextStorage } from '@/shared/platform/storage';

/** What was filled in for one activity and not sent yet. Consent is not in it: it is given anew each time. */
export interface SignupDraft {
  readonly occurrenceId: string | null;
  readonly name: string | null;
  /** The key of the try that has no answer yet, with the occurrence it belongs to. */
  readonly key: { readonly occurrenceId: string; readonly value: string } | null;
}

export const emptyDraft: SignupDraft = { occurrenceId: null, name: null, key: null };

export const draftKey = (activityId: string): string => `xiaolin.signup.${activityId}`;

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const readKey = (saved: unknown): SignupDraft['key'] => {
  const { occurrenceId, value } = (saved ?? {}) as Record<string, unknown>;
  return typeof occurrenceId === 'string' && typeof value === 'string' ? { occurrenceId, value } : null;
};

/** What an older version or a strange hand left behind counts as nothing. */
export function readDraft(text: string | null): SignupDraft {
  try {
    const { occurrenceId, name, key } = JSON.parse(text ?? '{}') as Record<string, unknown>;
    return { occurrenceId: textOrNull(occurrenceId), name: textOrNull(name), key: readKey(key) };
  } catch {
    return emptyDraft;
  }
}

export interface SignupDrafts {
  read(activityId: string): SignupDraft;
  save(activityId: string, draft: SignupDraft): void;
  drop(activityId: string): void;
  /**
   * The request key for this occurrence: the same for every try until one has a final answer, so that a lost answer is
   * found again instead of a second place taken.
   */
  keyFor(activityId: string, occurrenceId: string): string;
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
    keyFor(activityId, occurrenceId) {
      const draft = read(activityId);
      if (draft.key?.occurrenceId === occurrenceId) return draft.key.value;
      const value = newKey();
      save(activityId, { ...draft, key: { occurrenceId, value } });
      return value;
    },
    forgetKey: (activityId) => save(activityId, { ...read(activityId), key: null }),
  };
}
