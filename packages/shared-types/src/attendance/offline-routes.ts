import * as v from 'valibot';
import { person, staff } from '../contract/access.js';
import { Id } from '../contract/fields.js';
import { defineRoute } from '../contract/route.js';
import { BatchAnswer, OfflineRoster, PlaceCheck, PlaceConsent, VolunteerScanBatch } from './schema.js';

const shiftParam = v.object({ shiftId: Id });

/** What only pages of subpackages call: the main package has no room for it. */
export const offlineRoutes = {
  placeConsent: defineRoute({
    method: 'GET',
    path: '/me/place-consent',
    summary: 'Whether the caller lets shifts ask how far their phone is from the site.',
    access: person,
    response: PlaceConsent,
  }),
  setPlaceConsent: defineRoute({
    method: 'PUT',
    path: '/me/place-consent',
    summary: 'Gives that consent or takes it back.',
    access: person,
    body: v.object({ given: v.boolean() }),
    response: PlaceConsent,
  }),
  syncVolunteerScans: defineRoute({
    method: 'POST',
    path: '/staff/shifts/:shiftId/volunteer-scan-batches',
    summary: "A desk's scans of volunteers' codes that waited on the device; each answers for itself.",
    access: staff('shift'),
    params: shiftParam,
    body: VolunteerScanBatch,
    response: BatchAnswer,
    problems: ['shift.unknown'],
  }),
  offlineRoster: defineRoute({
    method: 'GET',
    path: '/staff/shifts/:shiftId/offline-roster',
    summary: 'A signed list with which a desk checks codes without a network: masked names and public keys.',
    access: staff('shift'),
    params: shiftParam,
    response: OfflineRoster,
    problems: ['shift.unknown', 'attendance.roster-over'],
  }),
  placeCheck: defineRoute({
    method: 'GET',
    path: '/staff/shifts/:shiftId/place-check',
    summary: 'Whether the shift asks phones how far they are from the site.',
    access: staff('shift'),
    params: shiftParam,
    response: PlaceCheck,
    problems: ['shift.unknown'],
  }),
  setPlaceCheck: defineRoute({
    method: 'PUT',
    path: '/staff/shifts/:shiftId/place-check',
    summary: 'Turns that on with a radius, or off.',
    access: staff('shift'),
    params: shiftParam,
    body: PlaceCheck,
    response: PlaceCheck,
    problems: ['shift.unknown', 'attendance.no-coordinates'],
  }),
};
