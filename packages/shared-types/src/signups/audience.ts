import * as v from 'valibot';
import { count, Id } from '../contract/fields.js';

const ids = v.pipe(v.array(Id), v.maxLength(60, 'at most 60'));
const age = v.nullable(count(0, 120));

/** Who may come. Belonging to any of the named communities or universities is enough; none named: everyone. */
export const Audience = v.pipe(
  v.object({
    /** Of residents; a street stands for every community below it. */
    communityIds: ids,
    /** Of students whose university has verified them. */
    universityIds: ids,
    /** Whole years, by the year of birth alone: least data. */
    minAge: age,
    maxAge: age,
    /** The most seats of one household (a person with their family) in all occurrences of the activity together. */
    householdLimit: v.nullable(count(1, 100)),
  }),
  v.forward(
    v.check(
      ({ minAge, maxAge }) => minAge === null || maxAge === null || minAge <= maxAge,
      'must not be below minAge',
    ),
    ['maxAge'],
  ),
);
export type Audience = v.InferOutput<typeof Audience>;

export const EVERYONE: Audience = {
  communityIds: [],
  universityIds: [],
  minAge: null,
  maxAge: null,
  householdLimit: null,
};

export const isForEveryone = (audience: Audience): boolean =>
  audience.communityIds.length === 0 &&
  audience.universityIds.length === 0 &&
  !asksAge(audience) &&
  audience.householdLimit === null;

export const asksAge = ({ minAge, maxAge }: Audience): boolean => minAge !== null || maxAge !== null;

/** Why somebody may not come: a refusal's code with what stands behind its sentence. */
const Reason = v.object({
  code: v.string(),
  facts: v.record(v.string(), v.union([v.string(), v.number()])),
});

/** What the caller hears before the form: about themselves, and about each of their dependants. */
export const EligibilityView = v.object({
  refusal: v.nullable(Reason),
  dependants: v.array(v.object({ id: Id, refusal: v.nullable(Reason) })),
});
export type EligibilityView = v.InferOutput<typeof EligibilityView>;
