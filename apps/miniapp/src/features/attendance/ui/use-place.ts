import type { MyShift, PlaceFinding } from '@xiaolin/shared-types/attendance/schema';
import { useCallback, useEffect, useRef, useState } from 'react';
import { whereAmI } from '@/shared/platform/here';
import { loadPlaceConsent } from '../place-api';
import { findingOf } from '../place';

interface Place {
  /** The shift asks, and the person has not agreed: they may, or may not. */
  readonly mayAgree: boolean;
  /** What goes with a scan of this shift; null where nobody asks or nobody agreed. Never waits. */
  readonly finding: () => PlaceFinding | null;
}

const nowhere = { latitude: 0, longitude: 0, radiusMetres: 0 };

/** Looks where the phone is while the person gets the camera ready: a scan never waits for it. */
export function usePlace(shift: MyShift | null): Place {
  const site = shift?.site ?? null;
  const [given, setGiven] = useState<boolean | null>(null);
  const found = useRef<PlaceFinding | null>(null);
  const asks = site !== null;
  useEffect(() => {
    if (!asks) return;
    void loadPlaceConsent().then((result) => setGiven(result.ok ? result.value.given : null));
  }, [asks]);
  // By its parts: the site is a new object with every answer of the server.
  const { latitude, longitude, radiusMetres } = site ?? nowhere;
  useEffect(() => {
    if (radiusMetres === 0 || given !== true) return;
    const there = { latitude, longitude, radiusMetres };
    // Until it is known, the phone did not say.
    found.current = findingOf(there, null);
    void whereAmI().then((here) => (found.current = findingOf(there, here)));
  }, [latitude, longitude, radiusMetres, given]);
  return {
    mayAgree: asks && given === false,
    finding: useCallback(() => found.current, []),
  };
}
