import { districtDay } from '@xiaolin/shared-types/contract/district-time';
import type { Audience } from '@xiaolin/shared-types/signups/audience';
import type { GuestView } from '@xiaolin/shared-types/signups/schema';
import { type Refused, refused } from './decide-place.js';

/** A named organization of an audience; `path` holds everything below it. */
export interface Named {
  readonly name: string;
  readonly path: string;
}

/** An audience with what its ids stand for. */
export interface KnownAudience extends Pick<Audience, 'minAge' | 'maxAge' | 'householdLimit'> {
  /** Whether anybody is named at all: when every named organization is gone, nobody belongs. */
  readonly named: boolean;
  readonly communities: readonly Named[];
  readonly universities: readonly Named[];
}

/** The person as the rule needs them; null is what they have not said. */
export interface Candidate {
  readonly homePath: string | null;
  /** Of a university that has verified the student, else null. */
  readonly universityPath: string | null;
  readonly birthYear: number | null;
}

export interface Attendee {
  readonly name: string;
  readonly birthYear: number | null;
  readonly kind: GuestView['kind'] | 'owner';
}

const holds = (places: readonly Named[], path: string | null): boolean =>
  path !== null && places.some((place) => path.startsWith(place.path));

const namesOf = (places: readonly Named[]): string => places.map(({ name }) => name).join('、');

/** Whether somebody belongs to those whom the organiser has named. */
export function decideBelonging(audience: KnownAudience, who: Candidate): Refused | undefined {
  const { communities, universities } = audience;
  if (!audience.named) return undefined;
  if (holds(communities, who.homePath) || holds(universities, who.universityPath)) return undefined;
  if (communities.length === 0) return refused('signup.students-only', { places: namesOf(universities) });
  const places = namesOf([...communities, ...universities]);
  return who.homePath === null
    ? refused('signup.home-unknown', { places })
    : refused('signup.not-in-audience', { places });
}

/**
 * Whether somebody is of the right age, by the year of birth alone: whoever reaches the age within the year of the
 * activity counts as having it, in both directions to their advantage.
 *
 * @param startsAt the activity's start, ISO 8601
 */
export function decideAge(
  { minAge, maxAge }: Pick<Audience, 'minAge' | 'maxAge'>,
  { name, birthYear }: Pick<Attendee, 'name' | 'birthYear'>,
  startsAt: string,
): Refused | undefined {
  if (minAge === null && maxAge === null) return undefined;
  if (birthYear === null) return refused('signup.age-unknown', { name });
  const turns = Number(districtDay(new Date(startsAt)).slice(0, 4)) - birthYear;
  const tooYoung = minAge !== null && turns < minAge;
  const tooOld = maxAge !== null && turns - 1 > maxAge;
  if (!tooYoung && !tooOld) return undefined;
  return refused('signup.age-limit', { name, minAge: minAge ?? 0, maxAge: maxAge ?? 0 });
}

/** A household is a person with their family: the seats they hold in the whole activity, these included. */
export function decideHousehold(
  { householdLimit }: Pick<Audience, 'householdLimit'>,
  seats: { readonly held: number; readonly asked: number },
): Refused | undefined {
  if (householdLimit === null || seats.held + seats.asked <= householdLimit) return undefined;
  return refused('signup.household-limit', { limit: householdLimit, held: seats.held });
}

/** The first reason why this party may not come, or undefined. */
export function decideEligibility(
  audience: KnownAudience,
  who: Candidate,
  party: {
    readonly name: string;
    readonly guests: readonly Attendee[];
    /** Seats that the household holds in other occurrences of the activity. */
    readonly held: number;
    readonly startsAt: string;
  },
): Refused | undefined {
  const belonging = decideBelonging(audience, who);
  if (belonging !== undefined) return belonging;
  const fits = (each: Attendee) => decideAge(audience, each, party.startsAt);
  const owner: Attendee = { name: party.name, birthYear: who.birthYear, kind: 'owner' };
  // Whoever brings a child to what is for children comes along with it, whatever their own age.
  const withChild = party.guests.some((each) => each.kind === 'child' && fits(each) === undefined);
  for (const each of withChild ? party.guests : [owner, ...party.guests]) {
    const age = fits(each);
    if (age !== undefined) return age;
  }
  return decideHousehold(audience, { held: party.held, asked: 1 + party.guests.length });
}
