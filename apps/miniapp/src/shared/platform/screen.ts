import Taro from '@tarojs/taro';

/** Whether this device lets us make its screen bright. */
export const canBrighten = true;

/** Full brightness and no sleep while a code is on show; returns the way back to how it was. */
export const brightenScreen = (): (() => void) => {
  let before: number | null = null;
  let over = false;
  const quietly = (work: PromiseLike<unknown>) => void Promise.resolve(work).catch(() => undefined);
  quietly(
    Taro.getScreenBrightness().then(({ value }) => {
      // Shut again before the answer came: then nothing was changed.
      if (over) return undefined;
      before = value;
      return Taro.setScreenBrightness({ value: 1 });
    }),
  );
  quietly(Taro.setKeepScreenOn({ keepScreenOn: true }));
  return () => {
    over = true;
    if (before !== null) quietly(Taro.setScreenBrightness({ value: before }));
    quietly(Taro.setKeepScreenOn({ keepScreenOn: false }));
  };
};
