import { createJSONStorage, persist } from 'zustand/middleware';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SystemTheme } from './appearance';
import type { TextStorage } from './storage';

export type ThemeChoice = 'auto' | 'light' | 'dark';

/** The community (or campus) whose activities come first and whose phone number the helper bar dials. */
export interface ChosenOrganization {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
}

interface SavedPreferences {
  readonly elder: boolean;
  readonly theme: ThemeChoice;
  readonly organization: ChosenOrganization | null;
}

export interface Preferences extends SavedPreferences {
  /** What the device says now; never saved. */
  readonly systemTheme: SystemTheme;
  setElder(elder: boolean): void;
  setTheme(theme: ThemeChoice): void;
  chooseOrganization(organization: ChosenOrganization | null): void;
  followSystem(theme: SystemTheme): void;
}

/** From this text scale of WeChat on, the first start is in elder mode. Its own type is at least 1.3 times the standard. */
export const elderTextScale = 1.3;

export const preferencesKey = 'xiaolin.preferences';
const preferencesVersion = 1;

export const modeClassOf = ({
  elder,
  theme,
  systemTheme,
}: Pick<Preferences, 'elder' | 'theme' | 'systemTheme'>): string => {
  const dark = theme === 'dark' || (theme === 'auto' && systemTheme === 'dark');
  if (elder) return dark ? 'm-elder m-dark' : 'm-elder';
  return dark ? 'm-dark' : 'm-standard';
};

/** What an earlier version (or a hand that edited the storage) left is taken over field by field; the rest starts fresh. */
export const readSaved = (saved: unknown, fresh: SavedPreferences): SavedPreferences => {
  const { elder, theme, organization } = (saved ?? {}) as Record<string, unknown>;
  return {
    elder: typeof elder === 'boolean' ? elder : fresh.elder,
    theme: theme === 'light' || theme === 'dark' || theme === 'auto' ? theme : fresh.theme,
    organization: readOrganization(organization),
  };
};

const readOrganization = (saved: unknown): ChosenOrganization | null => {
  const { id, name, phone } = (saved ?? {}) as Record<string, unknown>;
  if (typeof id !== 'string' || typeof name !== 'string') return null;
  return { id, name, phone: typeof phone === 'string' ? phone : null };
};

interface PreferencesSetting {
  readonly storage: TextStorage;
  readonly textScale: number;
  readonly systemTheme: SystemTheme;
}

export const createPreferencesStore = ({
  storage,
  textScale,
  systemTheme,
}: PreferencesSetting): StoreApi<Preferences> => {
  const fresh: SavedPreferences = { elder: textScale >= elderTextScale, theme: 'auto', organization: null };
  return createStore<Preferences>()(
    persist(
      (set) => ({
        ...fresh,
        systemTheme,
        setElder: (elder) => set({ elder }),
        setTheme: (theme) => set({ theme }),
        chooseOrganization: (organization) => set({ organization }),
        followSystem: (theme) => set({ systemTheme: theme }),
      }),
      {
        name: preferencesKey,
        version: preferencesVersion,
        storage: createJSONStorage<SavedPreferences>(() => storage),
        partialize: ({ elder, theme, organization }): SavedPreferences => ({ elder, theme, organization }),
        migrate: (saved) => readSaved(saved, fresh),
        merge: (saved, current) => ({ ...current, ...readSaved(saved, fresh) }),
      },
    ),
  );
};
