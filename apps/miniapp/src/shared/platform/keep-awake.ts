import Taro from '@tarojs/taro';

/** The screen stays on until the returned function is called. */
export const keepAwake = (): (() => void) => {
  void Taro.setKeepScreenOn({ keepScreenOn: true }).catch(() => undefined);
  return () => void Taro.setKeepScreenOn({ keepScreenOn: false }).catch(() => undefined);
};
