import Taro from '@tarojs/taro';
import type { MapPoint } from './gcj02';

/** Where the phone is, WGS-84; null where it cannot or may not say. Asked only after a consent of its own. */
export const whereAmI = async (): Promise<MapPoint | null> => {
  try {
    const { latitude, longitude } = await Taro.getLocation({ type: 'wgs84' });
    return { latitude, longitude };
  } catch {
    return null;
  }
};
