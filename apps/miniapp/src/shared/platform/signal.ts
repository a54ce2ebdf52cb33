import Taro from '@tarojs/taro';

/** Felt in the hand that holds the phone: a short buzz for yes, a long one for no. Never the only sign. */
export const signalYes = (): void => {
  void Taro.vibrateShort({ type: 'medium' }).catch(() => undefined);
};

export const signalNo = (): void => {
  void Taro.vibrateLong().catch(() => undefined);
};
