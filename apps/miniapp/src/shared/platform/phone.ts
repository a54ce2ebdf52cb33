import Taro from '@tarojs/taro';

/** Opens the dialler with the number filled in; the person still presses "call". */
export const callPhone = async (phoneNumber: string): Promise<void> => {
  try {
    await Taro.makePhoneCall({ phoneNumber });
  } catch {
    // The person closed the dialler: nothing failed.
  }
};
