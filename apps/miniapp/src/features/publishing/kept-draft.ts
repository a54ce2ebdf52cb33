import type { TextStorage } from '@/shared/platform/storage';
import type { ActivityForm, Written } from './form';

/** What this device holds and the server may not: written with every change, gone when the server has it all. */
export interface Kept {
  readonly form: ActivityForm;
  /** The version that the form was based on and what it said; null before the first save. */
  readonly base: { readonly version: number; readonly form: ActivityForm } | null;
  /** The creation that has no answer yet: a retry sends the same words under the same key. */
  readonly creating: (Written & { readonly requestKey: string }) | null;
}

/** For a new activity: the draft itself, or once the server has it, which one it became. */
export type NewSlot = { readonly kept: Kept } | { readonly id: string } | null;

export interface KeptDrafts {
  read(activityId: string): Kept | null;
  /** False when the device did not take it. */
  write(activityId: string | null, kept: Kept): boolean;
  drop(activityId: string): void;
  readNew(): NewSlot;
  /** The new activity got its id: opening the page again without one leads to it. */
  nameNew(activityId: string): void;
  dropNew(): void;
}

const FORMAT = 2;
const keyOf = (activityId: string): string => `xiaolin.publish.${activityId}`;
const newKey = keyOf('new');

const parse = (text: string | null): Record<string, unknown> | null => {
  try {
    const saved: unknown = JSON.parse(text ?? 'null');
    if (typeof saved !== 'object' || saved === null) return null;
    const fields = saved as Record<string, unknown>;
    return fields['format'] === FORMAT ? fields : null;
  } catch {
    return null;
  }
};

/** What an older version or a strange hand left behind counts as nothing. */
const keptOf = (saved: Record<string, unknown> | null): Kept | null => {
  const { form, base, creating } = (saved ?? {}) as Partial<Kept>;
  if (form === undefined || !Array.isArray(form.runs) || typeof form.title !== 'string') return null;
  return { form, base: base ?? null, creating: creating ?? null };
};

export function createKeptDrafts(storage: TextStorage): KeptDrafts {
  const write = (key: string, content: object): boolean => {
    const text = JSON.stringify({ format: FORMAT, ...content });
    storage.setItem(key, text);
    return storage.getItem(key) === text;
  };
  return {
    read: (activityId) => keptOf(parse(storage.getItem(keyOf(activityId)))),
    write: (activityId, kept) => write(activityId === null ? newKey : keyOf(activityId), kept),
    drop: (activityId) => storage.removeItem(keyOf(activityId)),
    readNew() {
      const saved = parse(storage.getItem(newKey));
      if (typeof saved?.['id'] === 'string') return { id: saved['id'] };
      const kept = keptOf(saved);
      return kept && { kept };
    },
    nameNew: (activityId) => void write(newKey, { id: activityId }),
    dropNew: () => storage.removeItem(newKey),
  };
}
