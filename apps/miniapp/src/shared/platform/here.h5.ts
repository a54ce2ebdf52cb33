import type { MapPoint } from './gcj02';

/** Longer nobody waits at a gate. */
const patienceMilliseconds = 8_000;

/** Where the phone is, WGS-84; null where it cannot or may not say. Asked only after a consent of its own. */
export const whereAmI = (): Promise<MapPoint | null> =>
  new Promise((resolve) => {
    if (!('geolocation' in navigator)) {
      resolve(null);
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => resolve({ latitude, longitude }),
      () => resolve(null),
      { timeout: patienceMilliseconds, maximumAge: 60_000 },
    );
  });
