import type { NavigationInsets, SystemTheme } from './appearance';

const darkQuery = (): MediaQueryList => window.matchMedia('(prefers-color-scheme: dark)');

export const systemTheme = (): SystemTheme => (darkQuery().matches ? 'dark' : 'light');

export const onSystemThemeChange = (listener: (theme: SystemTheme) => void): void => {
  darkQuery().addEventListener('change', ({ matches }) => listener(matches ? 'dark' : 'light'));
};

/** Browsers zoom by themselves: nothing to follow. */
export const systemTextScale = (): number => 1;

/** The page behind the app (overscroll, wide screens) takes the mode too. */
export const showModeOnDevice = (modeClass: string): void => {
  document.documentElement.className = modeClass;
};

/** A browser has no capsule and draws its own status bar. */
export const navigationInsets = (): NavigationInsets => ({ top: 0, height: 52, right: 0 });
