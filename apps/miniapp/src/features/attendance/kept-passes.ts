import type { ShiftPass } from '@xiaolin/shared-types/attendance/schema';
import type { TextStorage } from '@/shared/platform/storage';

/** Passes that this phone keeps, so that it makes codes without a network. */
export interface KeptPasses {
  /** The person's passes that still hold, soonest shift first. */
  of(personId: string, now: Date): readonly ShiftPass[];
  /** By how many milliseconds this phone's clock is ahead of the server's, as of when passes were fetched. */
  ahead(personId: string): number;
  keep(personId: string, passes: readonly ShiftPass[], ahead: number): void;
}

interface Kept {
  readonly personId: string;
  readonly ahead: number;
  readonly passes: readonly ShiftPass[];
}

export const passesKey = 'xiaolin.passes';

const isPass = (saved: unknown): saved is ShiftPass => {
  const { shiftId, passId, seed, typedKey, startsAt, validUntil } = (saved ?? {}) as Record<string, unknown>;
  return [shiftId, passId, seed, typedKey, startsAt, validUntil].every((each) => typeof each === 'string');
};

/** What an older version or a strange hand left behind counts as nothing. */
function readKept(text: string | null): Kept | null {
  try {
    const { personId, ahead, passes } = (JSON.parse(text ?? '{}') ?? {}) as Record<string, unknown>;
    if (typeof personId !== 'string' || typeof ahead !== 'number' || !Array.isArray(passes)) return null;
    return { personId, ahead, passes: passes.filter(isPass) };
  } catch {
    return null;
  }
}

/** Only of whoever was signed in last: another person's are overwritten, and never shown. */
export function createKeptPasses(storage: TextStorage): KeptPasses {
  const read = (personId: string): Kept | null => {
    const kept = readKept(storage.getItem(passesKey));
    return kept?.personId === personId ? kept : null;
  };
  return {
    of: (personId, now) =>
      [...(read(personId)?.passes ?? [])]
        .filter(({ validUntil }) => Date.parse(validUntil) > now.getTime())
        .sort((a, b) => a.startsAt.localeCompare(b.startsAt)),
    ahead: (personId) => read(personId)?.ahead ?? 0,
    keep: (personId, passes, ahead) =>
      storage.setItem(passesKey, JSON.stringify({ personId, ahead, passes } satisfies Kept)),
  };
}
