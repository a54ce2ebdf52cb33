import { useStore } from 'zustand';
import { onSystemThemeChange, systemTextScale, systemTheme } from './appearance';
import { createPreferencesStore, modeClassOf, type Preferences } from './create-preferences';
import { storage } from './storage';

export const preferences = createPreferencesStore({
  storage,
  textScale: systemTextScale(),
  systemTheme: systemTheme(),
});

onSystemThemeChange((theme) => preferences.getState().followSystem(theme));

export const usePreferences = <T>(select: (state: Preferences) => T): T => useStore(preferences, select);

/** The class for the outermost view of a page: `m-standard`, `m-elder`, `m-dark`, `m-elder m-dark`. */
export const useModeClass = (): string => usePreferences(modeClassOf);
export const useElderMode = (): boolean => usePreferences((state) => state.elder);
