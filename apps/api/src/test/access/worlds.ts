import { insertRows } from '../../platform/db/rows.js';
import type { Tx } from '../../platform/db/unit-of-work.js';
import { aCategory } from '../activity-builders.js';
import { aLine, aMembership, anOrganization, aPerson } from '../builders.js';
import { aCertificate } from '../certificate-builders.js';
import { aPlainActivity, anHourRecord, aShift, confirmedPlaces } from '../shift-builders.js';

/** One of everything that belongs to a community, so that every route has an object of that community to ask for. */
export interface World {
  readonly organizationId: string;
  readonly activityId: string;
  readonly occurrenceId: string;
  readonly shiftId: string;
  readonly recordId: string;
  readonly volunteerId: string;
  readonly signupId: string;
  readonly certificateId: string;
}

/** Roles as people hold them; the key is the person's id. */
export const PEOPLE = {
  resident: 'signed in, no membership',
  'near-worker': 'worker of the near community',
  'far-worker': 'worker of another community',
  'street-worker': 'worker of the near street',
  'far-street-worker': 'worker of another street',
  'district-administrator': 'administrator of the district',
  'near-coordinator': 'coordinator of the near community: a role that no staff route names yet',
  'former-worker': 'worker of the near community until last year',
} as const;
export type Who = keyof typeof PEOPLE;

/** Whose scope holds the near community. */
export const REACHES_NEAR: readonly Who[] = ['near-worker', 'street-worker', 'district-administrator'];
/** Who holds a role that staff routes name, wherever. */
export const STAFF: readonly Who[] = [...REACHES_NEAR, 'far-worker', 'far-street-worker'];

/** Who holds the role that decides what workers must not. */
export const ADMINISTRATORS: readonly Who[] = ['district-administrator'];

export async function seedWorlds(tx: Tx): Promise<World> {
  const district = await anOrganization(tx, { id: 'district', kind: 'district' });
  const nearStreet = await anOrganization(tx, {
    id: 'near-street',
    kind: 'street',
    parentPath: district.path,
  });
  const farStreet = await anOrganization(tx, { id: 'far-street', kind: 'street', parentPath: district.path });
  await anOrganization(tx, { id: 'near', parentPath: nearStreet.path });
  await anOrganization(tx, { id: 'far', parentPath: farStreet.path });
  await aCategory(tx, { id: 'green' });
  for (const id of Object.keys(PEOPLE)) await aPerson(tx, { id });
  await aMembership(tx, 'near-worker', 'near');
  await aMembership(tx, 'far-worker', 'far');
  await aMembership(tx, 'street-worker', 'near-street');
  await aMembership(tx, 'far-street-worker', 'far-street');
  await aMembership(tx, 'district-administrator', 'district', 'administrator');
  await aMembership(tx, 'near-coordinator', 'near', 'coordinator');
  await insertRows(tx, 'membership', [
    {
      id: 'ended',
      person_id: 'former-worker',
      organization_id: 'near',
      role: 'worker',
      starts_at: '2020-01-01T00:00:00.000Z',
      ends_at: '2025-12-31T16:00:00.000Z',
    },
  ]);
  return aWorld(tx, 'near');
}

/** Called again for each caller, so that one caller's cancelling does not decide another's answer. */
let serial = 0;
export async function aWorld(tx: Tx, organizationId: string): Promise<World> {
  const mark = `${organizationId}-${(serial += 1)}`;
  const volunteer = await aPerson(tx, { id: `volunteer-${mark}` });
  const activity = await aPlainActivity(tx, { id: `activity-${mark}`, organizationId });
  const occurrence = await aLine(tx, {
    id: `run-${mark}`,
    activityId: activity.id,
    organizationId,
    startsAt: '2026-11-23T06:00:00.000Z',
    endsAt: '2026-11-23T08:00:00.000Z',
  });
  const shift = await aShift(tx, {
    id: `shift-${mark}`,
    activityId: activity.id,
    organizationId,
    startsAt: '2026-11-23T01:00:00.000Z',
    endsAt: '2026-11-23T05:00:00.000Z',
  });
  await confirmedPlaces(tx, shift.id, [volunteer.id]);
  const [signup] = await tx.query<{ id: string }>('SELECT id FROM signup WHERE line_id = ?', [shift.id]);
  await insertRows(tx, 'hour_record', [
    anHourRecord(
      {
        id: `hours-${mark}`,
        recordingUnitId: organizationId,
        activityId: activity.id,
        shiftId: shift.id,
        personId: volunteer.id,
      },
      // The newest world is due first, so that it stands on the first page however many there are.
      { due_on: new Date(Date.parse('2026-12-04') - serial * 86_400_000).toISOString().slice(0, 10) },
    ),
  ]);
  return {
    organizationId,
    activityId: activity.id,
    occurrenceId: occurrence.id,
    shiftId: shift.id,
    recordId: `hours-${mark}`,
    volunteerId: volunteer.id,
    signupId: signup?.id ?? '',
    certificateId: await aCertificate(tx, `certificate-${mark}`, organizationId, volunteer.id),
  };
}
