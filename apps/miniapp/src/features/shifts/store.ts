import type { SignupView } from '@xiaolin/shared-types/signups/schema';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Failure, isPassing, type Result } from '@/shared/api/failure';

export interface PlaceDesk {
  readonly busy: boolean;
  /** Why the latest try failed, and in which shift. */
  readonly refusal: { readonly shiftId: string; readonly problem: Failure } | null;
  /** Takes a place in a shift or its waitlist; null when it failed (`refusal` says why). */
  take(shiftId: string): Promise<SignupView | null>;
  /** Gives a place up; null when it failed. */
  giveUp(shiftId: string, signupId: string, reason: string): Promise<SignupView | null>;
  forget(): void;
}

interface PlaceDeskSetting {
  readonly take: (shiftId: string, requestKey: string) => Promise<Result<SignupView>>;
  readonly giveUp: (signupId: string, requestKey: string, reason: string) => Promise<Result<SignupView>>;
  readonly newKey: () => string;
}

/**
 * Taking and giving up places. A request key belongs to one intent (this shift; this place with this reason) and is
 * kept while its outcome is unknown, so that trying again after a lost answer cannot count twice.
 */
export function createPlaceDesk({ take, giveUp, newKey }: PlaceDeskSetting): StoreApi<PlaceDesk> {
  const keys = new Map<string, string>();

  return createStore<PlaceDesk>()((set, get) => {
    const attempt = async (
      shiftId: string,
      intent: string,
      call: (key: string) => Promise<Result<SignupView>>,
    ) => {
      if (get().busy) return null;
      const key = keys.get(intent) ?? newKey();
      keys.set(intent, key);
      set({ busy: true, refusal: null });
      const result = await call(key);
      if (result.ok || !isPassing(result.problem)) keys.delete(intent);
      set({ busy: false, refusal: result.ok ? null : { shiftId, problem: result.problem } });
      return result.ok ? result.value : null;
    };
    return {
      busy: false,
      refusal: null,
      take: (shiftId) => attempt(shiftId, `take ${shiftId}`, (key) => take(shiftId, key)),
      giveUp: (shiftId, signupId, reason) =>
        attempt(shiftId, `give-up ${signupId} ${reason}`, (key) => giveUp(signupId, key, reason)),
      forget: () => set({ refusal: null }),
    };
  });
}
