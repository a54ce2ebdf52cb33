import Taro from '@tarojs/taro';

/** The code of wx.login: valid for five minutes, once. Null when WeChat gives none. */
export const wechatLogin = async (): Promise<string | null> => {
  try {
    const { code } = await Taro.login();
    return code === '' ? null : code;
  } catch {
    return null;
  }
};
