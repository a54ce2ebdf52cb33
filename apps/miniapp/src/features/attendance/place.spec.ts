import { describe, expect, it } from '@jest/globals';
import { findingOf } from './place';

// 万溪冲社区; one degree of latitude is 111,195 m.
const site = { latitude: 24.79, longitude: 102.85, radiusMetres: 200 };
const north = (metres: number) => ({ latitude: site.latitude + metres / 111_195, longitude: site.longitude });

describe('how far the phone was', () => {
  it.each([
    [0, 'pass', 'under-100'],
    [150, 'pass', 'under-500'],
    [250, 'fail', 'under-500'],
    [1_900, 'fail', 'under-2000'],
    [2_100, 'fail', 'beyond'],
  ] as const)('%d metres: %s, %s', (metres, outcome, band) => {
    expect(findingOf(site, north(metres))).toEqual({ outcome, band });
  });

  it('is told in words only: no number leads back to the place', () => {
    expect(JSON.stringify(findingOf(site, north(1_234)))).not.toMatch(/\d{3}\./);
    expect(Object.keys(findingOf(site, north(1)))).toEqual(['outcome', 'band']);
  });

  it('is nothing where the phone would not say', () => {
    expect(findingOf(site, null)).toEqual({ outcome: 'refused', band: null });
  });
});
