import { id, instant, none, table, text, whole } from './columns.js';

/* What scans without a network leave behind, and the evidence that goes with every scan. */

/** The moment that counts where it is not `server_time`: a late scan's device time, put right by the server's clock. */
export const countedAt = instant('counted_at', none);
/** Which installation sent it, hashed with a salt for each shift: no phone can be followed from one to the next. */
export const deviceHash = text('device_hash', 22, none);
/** Outcome and band only, never coordinates. */
export const placeOutcome = text('place_outcome', 10, none);
export const distanceBand = text('distance_band', 12, none);

/** Shifts that ask phones how far they are. The key is the shift's. */
export const shiftPlaceCheck = table({
  name: 'shift_place_check',
  columns: [id('id', { isPrimary: true }), whole('radius_metres')],
});

/** Who consented to that (个人信息保护法 art. 14, 29); the trail of changes is the journal's. The key is the person's. */
export const placeConsent = table({
  name: 'place_consent',
  columns: [id('id', { isPrimary: true }), instant('given_at', none), instant('withdrawn_at', none)],
});
