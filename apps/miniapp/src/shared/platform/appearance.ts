import Taro from '@tarojs/taro';

export type SystemTheme = 'light' | 'dark';

export const systemTheme = (): SystemTheme => (Taro.getAppBaseInfo().theme === 'dark' ? 'dark' : 'light');

export const onSystemThemeChange = (listener: (theme: SystemTheme) => void): void => {
  Taro.onThemeChange(({ theme }) => listener(theme === 'dark' ? 'dark' : 'light'));
};

/** WeChat's own text size: 1 is standard. Clients before 8.0 do not say. */
export const systemTextScale = (): number => {
  const { fontSizeScaleFactor } = Taro.getAppBaseInfo() as { fontSizeScaleFactor?: number };
  return fontSizeScaleFactor ?? 1;
};

/** The status bar over our own navigation bar is drawn by WeChat: it must be told which ink to use. */
export const showModeOnDevice = (modeClass: string): void => {
  const dark = modeClass.includes('m-dark');
  void Taro.setNavigationBarColor({
    frontColor: dark ? '#ffffff' : '#000000',
    backgroundColor: dark ? '#141219' : '#F6F4F0',
  }).catch(() => undefined);
};

export interface NavigationInsets {
  /** px from the top of the screen to our bar. */
  readonly top: number;
  /** Height of our bar, so that its words stand level with the capsule. */
  readonly height: number;
  /** px on the right that the capsule covers. */
  readonly right: number;
}

let insets: NavigationInsets | undefined;

/** Measured once: neither the status bar nor the capsule moves while the app runs. */
export const navigationInsets = (): NavigationInsets => (insets ??= measureInsets());

const measureInsets = (): NavigationInsets => {
  const { statusBarHeight = 20, windowWidth } = Taro.getWindowInfo();
  const capsule = Taro.getMenuButtonBoundingClientRect();
  // Some devices answer with zeros before the first frame.
  if (!capsule || capsule.width === 0) return { top: statusBarHeight, height: 44, right: 108 };
  return {
    top: statusBarHeight,
    height: Math.max(44, (capsule.top - statusBarHeight) * 2 + capsule.height),
    right: windowWidth - capsule.left + 8,
  };
};
