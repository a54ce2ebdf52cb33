import Taro from '@tarojs/taro';

/** Brings a field into view. WeChat offers no focus by id: the error beside the field says the rest. */
export const bringToField = (id: string): void => {
  void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -96, duration: 200 }).catch(() => undefined);
};

/** WeChat's screen readers follow a new page by themselves. */
export const arriveAtPage = (): void => undefined;
