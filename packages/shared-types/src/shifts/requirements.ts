import * as v from 'valibot';
import { count, Id, text } from '../contract/fields.js';

const age = v.nullable(count(14, 120));
const named = (most: number, length: number) =>
  v.pipe(
    v.array(text(length)),
    v.maxLength(most, `at most ${most}`),
    v.check((names) => new Set(names).size === names.length, 'each once'),
  );

/** What a role asks of its volunteers (志愿服务条例 art. 15: a task fits age and ability). */
export const RoleRequirements = v.pipe(
  v.object({
    /** Each by the name under which staff record it. */
    trainings: named(5, 30),
    /** What a volunteer says of themselves. */
    skills: named(8, 20),
    minAge: age,
    maxAge: age,
  }),
  v.forward(
    v.check(
      ({ minAge, maxAge }) => minAge === null || maxAge === null || minAge <= maxAge,
      'must not be below minAge',
    ),
    ['maxAge'],
  ),
);
export type RoleRequirements = v.InferOutput<typeof RoleRequirements>;

export const NO_REQUIREMENTS: RoleRequirements = { trainings: [], skills: [], minAge: null, maxAge: null };

export const REQUIREMENT_KINDS = ['age', 'guardian-consent', 'training', 'skill'] as const;
export type RequirementKind = (typeof REQUIREMENT_KINDS)[number];

const Reason = v.object({
  code: v.string(),
  facts: v.record(v.string(), v.union([v.string(), v.number()])),
});

/** One requirement and whether the caller meets it; `refusal` says why not. */
export const RequirementCheck = v.object({
  kind: v.picklist(REQUIREMENT_KINDS),
  /** Of the training or skill; empty for the others. */
  name: v.string(),
  refusal: v.nullable(Reason),
});
export type RequirementCheck = v.InferOutput<typeof RequirementCheck>;

/** What the caller hears before they press: every requirement, and the first reason why they may not come. */
export const ShiftEligibility = v.object({
  shiftId: Id,
  checks: v.array(RequirementCheck),
  /** The first requirement that is not met, or too much work; null: nothing stands in the way. */
  refusal: v.nullable(Reason),
});
export type ShiftEligibility = v.InferOutput<typeof ShiftEligibility>;
