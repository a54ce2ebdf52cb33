import type { DistanceBand, PlaceFinding, ShiftSite } from '@xiaolin/shared-types/attendance/schema';

interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

const EARTH_RADIUS_METRES = 6_371_000;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Metres between two points on the ground, WGS-84. */
function metresBetween(a: Point, b: Point): number {
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2;
  const chord =
    half(a.latitude, b.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(a.longitude, b.longitude);
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.sqrt(Math.min(1, chord)));
}

const bandOf = (metres: number): DistanceBand => {
  if (metres < 100) return 'under-100';
  if (metres < 500) return 'under-500';
  return metres < 2_000 ? 'under-2000' : 'beyond';
};

/**
 * What the phone says about where it was: an outcome and a band, and nothing that leads back to the place.
 *
 * @param here null where the phone could not or would not say
 */
export function findingOf(site: ShiftSite, here: Point | null): PlaceFinding {
  if (here === null) return { outcome: 'refused', band: null };
  const metres = metresBetween(site, here);
  return { outcome: metres <= site.radiusMetres ? 'pass' : 'fail', band: bandOf(metres) };
}
