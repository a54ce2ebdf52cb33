import * as v from 'valibot';
import { PlaceView } from '../activities/schema.js';
import { count, Id, Instant, InstantInput, optionalText, RequestKey, text } from '../contract/fields.js';
import { LineView } from '../signups/schema.js';

/** A shift as a line of the recruiting list. */
export const ShiftCard = v.object({
  id: Id,
  activityId: Id,
  activityTitle: v.string(),
  roleName: v.string(),
  startsAt: Instant,
  endsAt: Instant,
  breakMinutes: v.number(),
  meetingPoint: v.nullable(v.string()),
  place: PlaceView,
  organizationId: Id,
  organizationName: v.string(),
  countsAsVolunteerService: v.boolean(),
  /** Why it earns no hours, where it does not: 志愿服务记录与证明出具办法 art. 19. */
  notCountedReason: v.nullable(v.string()),
  insured: v.boolean(),
  line: LineView,
});
export type ShiftCard = v.InferOutput<typeof ShiftCard>;

export const ShiftView = v.object({
  ...ShiftCard.entries,
  roleDescription: v.string(),
  riskText: v.string(),
  hazardous: v.boolean(),
  insuranceText: v.nullable(v.string()),
  responsible: v.object({ name: v.string(), phone: v.nullable(v.string()) }),
});
export type ShiftView = v.InferOutput<typeof ShiftView>;

export const ShiftDraft = v.pipe(
  v.object({
    startsAt: InstantInput,
    endsAt: InstantInput,
    /** Minutes of rest that earn nothing. */
    breakMinutes: count(0, 480),
    needed: count(1, 10_000),
    waitlistLimit: count(0, 10_000),
    opensAt: InstantInput,
    closesAt: InstantInput,
    meetingPoint: optionalText(60),
  }),
  v.forward(
    v.check((shift) => shift.startsAt < shift.endsAt, 'must be after startsAt'),
    ['endsAt'],
  ),
  v.forward(
    v.check((shift) => shift.opensAt < shift.closesAt, 'must be after opensAt'),
    ['closesAt'],
  ),
  v.forward(
    v.check(
      (shift) => shift.breakMinutes * 60_000 < Date.parse(shift.endsAt) - Date.parse(shift.startsAt),
      'must be shorter than the shift',
    ),
    ['breakMinutes'],
  ),
);

/** A named job at an activity with its shifts. */
export const RoleDraft = v.pipe(
  v.object({
    requestKey: RequestKey,
    name: text(30),
    description: optionalText(500),
    countsAsVolunteerService: v.boolean(),
    notCountedReason: optionalText(100),
    shifts: v.pipe(
      v.array(ShiftDraft),
      v.minLength(1, 'at least one shift'),
      v.maxLength(60, 'at most 60 shifts'),
    ),
  }),
  v.forward(
    v.check(
      (role) => role.countsAsVolunteerService || role.notCountedReason !== '',
      'say why it earns no hours',
    ),
    ['notCountedReason'],
  ),
);
export type RoleDraft = v.InferOutput<typeof RoleDraft>;

export const ServiceRoleView = v.object({
  id: Id,
  name: v.string(),
  description: v.string(),
  countsAsVolunteerService: v.boolean(),
  notCountedReason: v.nullable(v.string()),
  shifts: v.array(ShiftCard),
});
export type ServiceRoleView = v.InferOutput<typeof ServiceRoleView>;
