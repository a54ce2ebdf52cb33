import Taro from '@tarojs/taro';

/** What WeChat's own scanner read; null when the person closed it. Rejects where there is no camera. */
export const scanWithWechat = async (): Promise<string | null> => {
  try {
    return (await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] })).result;
  } catch (error) {
    const message = (error as { errMsg?: string } | null)?.errMsg ?? '';
    if (message.includes('cancel')) return null;
    throw error;
  }
};
