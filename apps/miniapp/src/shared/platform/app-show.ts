import Taro from '@tarojs/taro';

/** Calls back each time the mini-app comes to the front; returns the way to stop. */
export const onAppShow = (listener: () => void): (() => void) => {
  const callback = () => listener();
  Taro.onAppShow(callback);
  return () => Taro.offAppShow(callback);
};
