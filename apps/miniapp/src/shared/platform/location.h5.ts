import type { PlaceOnMap } from './location';

/** Browsers have no map of their own: 高德's page for one point, which opens its app on phones and takes WGS-84 as it is. */
export const openPlace = ({ name, latitude, longitude }: PlaceOnMap): Promise<void> => {
  const query = new URLSearchParams({
    position: `${longitude},${latitude}`,
    name,
    coordinate: 'wgs84',
    callnative: '1',
  });
  window.open(`https://uri.amap.com/marker?${query.toString()}`, '_blank', 'noopener');
  return Promise.resolve();
};
