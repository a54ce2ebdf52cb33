import { describe, expect, it } from '@jest/globals';
import { fromGcj02, toGcj02 } from './gcj02';

describe('coordinates for WeChat’s map', () => {
  it('moves a point of 呈贡 by the known few hundred metres to the south-east', () => {
    const { latitude, longitude } = toGcj02({ latitude: 24.885, longitude: 102.82 });
    expect((latitude - 24.885) * 111_000).toBeLessThan(-200);
    expect((latitude - 24.885) * 111_000).toBeGreaterThan(-600);
    expect((longitude - 102.82) * 101_000).toBeGreaterThan(50);
    expect((longitude - 102.82) * 101_000).toBeLessThan(600);
  });

  it('moves 天安门 as the published pairs do', () => {
    const { latitude, longitude } = toGcj02({ latitude: 39.907_375, longitude: 116.391_349 });
    expect(latitude).toBeCloseTo(39.908_777, 4);
    expect(longitude).toBeCloseTo(116.397_592, 4);
  });

  it('leaves a point outside China alone', () => {
    expect(toGcj02({ latitude: 48.85, longitude: 2.35 })).toEqual({ latitude: 48.85, longitude: 2.35 });
  });

  it('finds its way back to within a centimetre', () => {
    const point = { latitude: 24.885, longitude: 102.82 };
    const back = fromGcj02(toGcj02(point));
    expect(back.latitude).toBeCloseTo(point.latitude, 7);
    expect(back.longitude).toBeCloseTo(point.longitude, 7);
  });
});
