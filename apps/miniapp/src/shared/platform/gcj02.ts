/**
 * WeChat's map draws in GCJ-02, the shifted coordinates that Chinese law prescribes for maps; the contract speaks WGS-84.
 * Accurate to a few metres. Outside China the two are the same.
 */
export interface MapPoint {
  readonly latitude: number;
  readonly longitude: number;
}

/** Krasovsky 1940: semi-major axis in metres, and first eccentricity squared. */
const AXIS = 6_378_245;
const ECCENTRICITY = 0.006_693_421_622_965_943;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const wave = (value: number, length: number): number => Math.sin((value / length) * Math.PI);
const ripple = (x: number): number => ((20 * wave(x, 1 / 6) + 20 * wave(x, 1 / 2)) * 2) / 3;

/** Metre-like offsets as the published polynomial gives them, seen from 105° E, 35° N. */
const northing = (x: number, y: number): number =>
  -100 +
  2 * x +
  3 * y +
  0.2 * y * y +
  0.1 * x * y +
  0.2 * Math.sqrt(Math.abs(x)) +
  ripple(x) +
  ((20 * wave(y, 1) + 40 * wave(y, 3)) * 2) / 3 +
  ((160 * wave(y, 12) + 320 * wave(y, 30)) * 2) / 3;

const easting = (x: number, y: number): number =>
  300 +
  x +
  2 * y +
  0.1 * x * x +
  0.1 * x * y +
  0.1 * Math.sqrt(Math.abs(x)) +
  ripple(x) +
  ((20 * wave(x, 1) + 40 * wave(x, 3)) * 2) / 3 +
  ((150 * wave(x, 12) + 300 * wave(x, 30)) * 2) / 3;

const inChina = ({ latitude, longitude }: MapPoint): boolean =>
  latitude > 0.8293 && latitude < 55.8271 && longitude > 72.004 && longitude < 137.8347;

export function toGcj02(point: MapPoint): MapPoint {
  if (!inChina(point)) return point;
  const x = point.longitude - 105;
  const y = point.latitude - 35;
  const angle = radians(point.latitude);
  const magic = 1 - ECCENTRICITY * Math.sin(angle) ** 2;
  const metresNorth = (AXIS * (1 - ECCENTRICITY)) / (magic * Math.sqrt(magic));
  const metresEast = (AXIS / Math.sqrt(magic)) * Math.cos(angle);
  return {
    latitude: point.latitude + ((northing(x, y) / metresNorth) * 180) / Math.PI,
    longitude: point.longitude + ((easting(x, y) / metresEast) * 180) / Math.PI,
  };
}

/** Back from a point read off a Chinese map. The shift has no inverse in closed form; three steps are exact to a millimetre. */
export function fromGcj02(shown: MapPoint): MapPoint {
  let point = shown;
  for (let step = 0; step < 3; step += 1) {
    const again = toGcj02(point);
    point = {
      latitude: point.latitude + shown.latitude - again.latitude,
      longitude: point.longitude + shown.longitude - again.longitude,
    };
  }
  return point;
}
