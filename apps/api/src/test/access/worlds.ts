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
  readonly roleId: string;
  /** A training that waits for the staff's word. */
  readonly qualificationId: string;
  /** A shift whose volunteer never checked out, and what they said about it. */
  readonly missedShiftId: string;
  readonly proposalId: string;
  /** Raised against the record, and open. */
  readonly correctionId: string;
  /** Taken to the street. */
  readonly escalatedId: string;
  /** Entered by hand for the near street to approve. */
  readonly entryId: string;
  readonly certificateId: string;
  /** Ordered by somebody else: staff of the unit are let in, and find no file of their own. */
  readonly reportId: string;
  /** A notice to the shift that waits for an administrator. */
  readonly broadcastId: string;
  /** The class of a verified student of this community, which stands for a campus here. */
  readonly className: string;
  readonly organizationName: string;
}

/** Roles as people hold them; the key is the person's id. */
export const PEOPLE = {
  resident: 'signed in, no membership',
  'near-worker': 'worker of the near community',
  'far-worker': 'worker of another community',
  'street-worker': 'worker of the near street',
  'far-street-worker': 'worker of another street',
  'district-administrator': 'administrator of the district',
  'near-coordinator': 'coordinator of the near community, as of a campus',
  'far-coordinator': 'coordinator of another community',
  'former-worker': 'worker of the near community until last year',
} as const;
export type Who = keyof typeof PEOPLE;

/** Whose scope holds the near community. */
export const REACHES_NEAR: readonly Who[] = [
  'near-worker',
  'street-worker',
  'district-administrator',
  'near-coordinator',
];
/** Who holds a role that staff routes name, wherever. */
export const STAFF: readonly Who[] = [...REACHES_NEAR, 'far-worker', 'far-street-worker', 'far-coordinator'];

/** Who holds the role that decides what workers must not. */
export const ADMINISTRATORS: readonly Who[] = ['district-administrator'];

/** Who holds the role that decides about students, and no other. */
export const COORDINATORS: readonly Who[] = ['near-coordinator', 'far-coordinator'];

export async function seedWorlds(tx: Tx): Promise<World> {
  const district = await anOrganization(tx, { id: 'district', kind: 'district' });
  const nearStreet = await anOrganization(tx, {
    id: 'near-street',
    kind: 'street',
    parentPath: district.path,
  });
  const farStreet = await anOrganization(tx, { id: 'far-street', kind: 'street', parentPath: district.path });
  await anOrganization(tx, { id: 'near', parentPath: nearStreet.path, name: '近处社区' });
  await anOrganization(tx, { id: 'far', parentPath: farStreet.path });
  await aCategory(tx, { id: 'green' });
  for (const id of Object.keys(PEOPLE)) await aPerson(tx, { id });
  await aMembership(tx, 'near-worker', 'near');
  await aMembership(tx, 'far-worker', 'far');
  await aMembership(tx, 'street-worker', 'near-street');
  await aMembership(tx, 'far-street-worker', 'far-street');
  await aMembership(tx, 'district-administrator', 'district', 'administrator');
  await aMembership(tx, 'near-coordinator', 'near', 'coordinator');
  await aMembership(tx, 'far-coordinator', 'far', 'coordinator');
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
      { due_on: new Date(Date.parse('2026-11-20') - serial * 86_400_000).toISOString().slice(0, 10) },
    ),
  ]);
  const [role] = await tx.query<{ service_role_id: string }>(
    'SELECT service_role_id FROM shift WHERE id = ?',
    [shift.id],
  );
  const missed = await aShift(tx, {
    id: `missed-${mark}`,
    activityId: activity.id,
    organizationId,
    startsAt: '2026-11-21T01:00:00.000Z',
    endsAt: '2026-11-21T03:00:00.000Z',
  });
  await insertRows(tx, 'attendance', [
    {
      id: `stay-${mark}`,
      shift_id: missed.id,
      person_id: volunteer.id,
      state: 'checked-in',
      in_at: '2026-11-21T01:00:00.000Z',
      in_method: 'site-code',
      out_at: null,
      out_method: null,
    },
  ]);
  await insertRows(tx, 'way_out', [
    {
      id: `way-out-${mark}`,
      shift_id: missed.id,
      person_id: volunteer.id,
      side: 'volunteer',
      proposed_by: volunteer.id,
      scope_id: null,
      out_at: '2026-11-21T02:00:00.000Z',
      reason: '忘了签退',
      state: 'open',
      proposed_at: '2026-11-21T06:00:00.000Z',
      answered_by: null,
      answered_at: null,
      answer_reason: null,
    },
  ]);
  await insertRows(tx, 'qualification', [
    {
      id: `training-${mark}`,
      person_id: volunteer.id,
      organization_id: organizationId,
      kind: 'training',
      name: '急救培训',
      phone: null,
      state: 'asked',
      done_on: '2026-11-01',
      valid_until: null,
      asked_at: '2026-11-20T01:00:00.000Z',
      decided_by: null,
      decided_at: null,
      reason: null,
    },
  ]);
  const past = await aShift(tx, {
    id: `past-${mark}`,
    activityId: activity.id,
    organizationId,
    startsAt: '2026-11-20T01:00:00.000Z',
    endsAt: '2026-11-20T03:00:00.000Z',
  });
  await confirmedPlaces(tx, past.id, [volunteer.id]);
  const proof = { personId: volunteer.id, activityId: activity.id, organizationId };
  await insertRows(tx, 'correction', [
    aCorrection(`correction-${mark}`, { ...proof, shiftId: shift.id, recordId: `hours-${mark}` }),
    aCorrection(`escalated-${mark}`, { ...proof, shiftId: past.id, escalated: true }),
  ]);
  const street = await streetAbove(tx, organizationId);
  await tx.query('UPDATE correction SET deciding_unit_id = ? WHERE id = ?', [street, `escalated-${mark}`]);
  // Of somebody else, so that the volunteer's shift stays without any record.
  const other = await aPerson(tx, { id: `entered-${mark}` });
  await insertRows(tx, 'manual_entry', [
    anEntry(`entry-${mark}`, { ...proof, personId: other.id, shiftId: past.id, street }),
  ]);
  await insertRows(tx, 'broadcast', [
    {
      id: `notice-${mark}`,
      line_id: shift.id,
      activity_id: activity.id,
      organization_id: organizationId,
      title: '引导员',
      audience: 'everyone',
      words: '请带水杯',
      state: 'for-person',
      people: 1,
      in_app: 0,
      by_phone: 0,
      told_until: 0,
      reason: null,
      author_id: 'former-worker',
      written_at: '2026-11-23T01:00:00.000Z',
      finished_at: null,
    },
  ]);
  const student = await aPerson(tx, { id: `student-${mark}` });
  await insertRows(tx, 'student_profile', [
    studentProfile(volunteer.id, organizationId, null),
    studentProfile(student.id, organizationId, '2026-09-01T00:00:00.000Z'),
  ]);
  const [organization] = await tx.query<{ name: string }>('SELECT name FROM organization WHERE id = ?', [
    organizationId,
  ]);
  return {
    className: CLASS_NAME,
    organizationName: organization?.name ?? '',
    organizationId,
    roleId: role?.service_role_id ?? '',
    qualificationId: `training-${mark}`,
    missedShiftId: missed.id,
    proposalId: `way-out-${mark}`,
    activityId: activity.id,
    occurrenceId: occurrence.id,
    shiftId: shift.id,
    recordId: `hours-${mark}`,
    volunteerId: volunteer.id,
    signupId: signup?.id ?? '',
    correctionId: `correction-${mark}`,
    escalatedId: `escalated-${mark}`,
    entryId: `entry-${mark}`,
    reportId: await anOrder(tx, `report-${mark}`, occurrence.id),
    broadcastId: `notice-${mark}`,
    certificateId: await aCertificate(tx, `certificate-${mark}`, organizationId, volunteer.id),
  };
}

async function anOrder(tx: Tx, id: string, occurrenceId: string): Promise<string> {
  const order = { kind: 'roster', format: 'csv', period_from: null, period_to: null, reason: null };
  const at = new Date().toISOString();
  await insertRows(tx, 'report_order', [
    { id, person_id: 'somebody', subject_id: occurrenceId, ...order, with_phones: false, ordered_at: at },
  ]);
  return id;
}

/** The node above; a world may stand without one. */
async function streetAbove(tx: Tx, organizationId: string): Promise<string> {
  const [row] = await tx.query<{ parent_id: string | null }>(
    'SELECT parent_id FROM organization WHERE id = ?',
    [organizationId],
  );
  return row?.parent_id ?? organizationId;
}

interface Proof {
  readonly personId: string;
  readonly activityId: string;
  readonly organizationId: string;
  readonly shiftId: string;
}

const aCorrection = (
  id: string,
  given: Proof & { readonly recordId?: string; readonly escalated?: boolean },
) => ({
  id,
  person_id: given.personId,
  shift_id: given.shiftId,
  activity_id: given.activityId,
  recording_unit_id: given.organizationId,
  record_id: given.recordId ?? null,
  wrong: given.recordId === undefined ? 'missing' : 'minutes',
  recorded_minutes: given.recordId === undefined ? null : 120,
  claimed_minutes: 100,
  words: '少记了',
  status: given.escalated === true ? 'escalated' : 'open',
  deciding_unit_id: given.organizationId,
  due_on: '2026-12-07',
  replied_by: null,
  outcome: null,
  new_record_id: null,
  entry_id: null,
  raised_at: '2026-11-23T01:00:00.000Z',
});

const anEntry = (id: string, given: Proof & { readonly street: string }) => ({
  id,
  person_id: given.personId,
  shift_id: given.shiftId,
  activity_id: given.activityId,
  recording_unit_id: given.organizationId,
  author_id: 'former-worker',
  author_role: 'worker',
  author_unit_id: given.organizationId,
  deciding_unit_id: given.street,
  in_at: '2026-11-20T01:00:00.000Z',
  out_at: '2026-11-20T03:00:00.000Z',
  minutes: 120,
  reason: '停电，用纸签到',
  status: 'waiting',
  had_place: true,
  correction_id: null,
  due_on: '2026-12-07',
  decided_by: null,
  decided_at: null,
  decision_reason: null,
  record_id: null,
  approved_month: null,
  created_at: '2026-11-23T01:00:00.000Z',
});

const CLASS_NAME = '近处一班';

const studentProfile = (personId: string, universityId: string, verifiedAt: string | null) => ({
  person_id: personId,
  university_id: universityId,
  school_id: null,
  student_number: `number-${personId}`.slice(0, 30),
  verified_at: verifiedAt,
  class_name: CLASS_NAME,
  entry_year: 2025,
});
