import type { SessionView } from '@xiaolin/shared-types/people/schema';
import { createJSONStorage, persist } from 'zustand/middleware';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { TextStorage } from '../platform/storage';

/** How this session was made, so that a new one can be made silently. */
export type SignInWay = { readonly kind: 'wechat' } | { readonly kind: 'demo'; readonly personId: string };

interface SavedSession {
  readonly token: string | null;
  readonly person: { readonly id: string; readonly displayName: string } | null;
  readonly way: SignInWay | null;
}

export interface Session extends SavedSession {
  begin(session: SessionView, way: SignInWay): void;
  rename(displayName: string): void;
  end(): void;
}

export const sessionKey = 'xiaolin.session';
const sessionVersion = 1;
const nobody: SavedSession = { token: null, person: null, way: null };

export const createSessionStore = (storage: TextStorage): StoreApi<Session> =>
  createStore<Session>()(
    persist(
      (set, get) => ({
        ...nobody,
        begin: ({ token, person }, way) => set({ token, person, way }),
        rename: (displayName) => {
          const { person } = get();
          if (person !== null) set({ person: { ...person, displayName } });
        },
        end: () => set(nobody),
      }),
      {
        name: sessionKey,
        version: sessionVersion,
        storage: createJSONStorage<SavedSession>(() => storage),
        partialize: ({ token, person, way }): SavedSession => ({ token, person, way }),
        // A session of an unknown version is not worth guessing at: signing in again is one tap.
        migrate: () => nobody,
      },
    ),
  );
