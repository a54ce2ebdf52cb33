import * as v from 'valibot';
import { PlaceView } from '../activities/schema.js';
import { count, Id, Instant, InstantInput, optionalText, RequestKey, text } from '../contract/fields.js';
import { LineView, SIGNUP_STATUSES } from '../signups/schema.js';
import { WORK_LIMITS } from './limits.js';
import { RoleRequirements } from './requirements.js';

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
  requirements: RoleRequirements,
  /** Whether volunteers may change shifts among themselves. */
  swaps: v.boolean(),
});
export type ShiftView = v.InferOutput<typeof ShiftView>;

const minutesOf = (shift: { readonly startsAt: string; readonly endsAt: string }): number =>
  (Date.parse(shift.endsAt) - Date.parse(shift.startsAt)) / 60_000;

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
    v.check((shift) => shift.breakMinutes < minutesOf(shift), 'must be shorter than the shift'),
    ['breakMinutes'],
  ),
  // Nobody could sign up for more: see the limits of a day.
  v.forward(
    v.check(
      (shift) => minutesOf(shift) - shift.breakMinutes <= WORK_LIMITS.adult.day,
      `at most ${WORK_LIMITS.adult.day / 60} hours without breaks`,
    ),
    ['endsAt'],
  ),
);
export type ShiftDraft = v.InferOutput<typeof ShiftDraft>;

/** A named job at an activity with its shifts. */
export const RoleDraft = v.pipe(
  v.object({
    requestKey: RequestKey,
    name: text(30),
    description: optionalText(500),
    countsAsVolunteerService: v.boolean(),
    notCountedReason: optionalText(100),
    requirements: v.optional(RoleRequirements),
    swaps: v.optional(v.boolean()),
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
  requirements: RoleRequirements,
  swaps: v.boolean(),
  shifts: v.array(ShiftCard),
});
export type ServiceRoleView = v.InferOutput<typeof ServiceRoleView>;

/** What may be changed in a role after it was added. */
export const RoleEdit = v.pipe(
  v.object({
    requestKey: RequestKey,
    name: text(30),
    description: optionalText(500),
    countsAsVolunteerService: v.boolean(),
    notCountedReason: optionalText(100),
    requirements: RoleRequirements,
    swaps: v.boolean(),
  }),
  v.forward(
    v.check(
      (role) => role.countsAsVolunteerService || role.notCountedReason !== '',
      'say why it earns no hours',
    ),
    ['notCountedReason'],
  ),
);
export type RoleEdit = v.InferOutput<typeof RoleEdit>;

export const AddShifts = v.object({
  requestKey: RequestKey,
  shifts: v.pipe(
    v.array(ShiftDraft),
    v.minLength(1, 'at least one shift'),
    v.maxLength(60, 'at most 60 shifts'),
  ),
});

export const ShiftEdit = v.object({
  requestKey: RequestKey,
  shift: ShiftDraft,
  /** The token of the refusal that named whom fewer places touch. */
  agreed: v.optional(text(64)),
});
export type ShiftEdit = v.InferOutput<typeof ShiftEdit>;

/** Taking a role or shift away; whoever holds a place is told why. */
export const Removal = v.object({ requestKey: RequestKey, reason: text(200) });
export type Removal = v.InferOutput<typeof Removal>;

/** What became of a removal: gone without a trace, or called off and so many people told. */
export const RemovalView = v.object({ gone: v.boolean(), told: v.number() });
export type RemovalView = v.InferOutput<typeof RemovalView>;

/** A volunteer of a shift as the organiser sees them: who comes, what they can, who gave notice and when. */
export const ShiftVolunteer = v.object({
  signupId: Id,
  personId: Id,
  displayName: v.string(),
  status: v.picklist(SIGNUP_STATUSES),
  decidedAt: Instant,
  /** In their own words, where they gave the place up. */
  cancelReason: v.nullable(v.string()),
  skills: v.array(v.string()),
  /** May still be under eighteen on the day (志愿服务条例 art. 15). */
  minor: v.boolean(),
  /** Whose place it was before, and who has it now. */
  tookOverFrom: v.nullable(v.string()),
  handedOverTo: v.nullable(v.string()),
});
export type ShiftVolunteer = v.InferOutput<typeof ShiftVolunteer>;
