import Taro from '@tarojs/taro';
import { type MapPoint, toGcj02 } from './gcj02';

export interface PlaceOnMap extends MapPoint {
  readonly name: string;
  readonly address: string;
}

/** Shows the place on WeChat's map, from where the person's own map app finds the way. Asks for nobody's location. */
export const openPlace = async ({ name, address, ...point }: PlaceOnMap): Promise<void> => {
  try {
    await Taro.openLocation({ ...toGcj02(point), name, address, scale: 17 });
  } catch {
    // The person closed the map.
  }
};
