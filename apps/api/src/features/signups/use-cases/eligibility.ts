import { Injectable } from '@nestjs/common';
import { type Audience, type EligibilityView, isForEveryone } from '@xiaolin/shared-types/signups/audience';
import { type Tx, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { namedOrganizations } from '../../organizations/index.js';
import { Neighbours } from '../../people/index.js';
import {
  type Attendee,
  decideAge,
  decideEligibility,
  type KnownAudience,
} from '../rules/decide-eligibility.js';
import type { Refused } from '../rules/decide-place.js';
import { audienceOf } from '../store/line-terms.js';
import { type LineRow, LineStore } from '../store/line.store.js';
import { SignupStore } from '../store/signup.store.js';
import { type JudgeVolunteer, ShiftRules } from './shift-rules.js';

/** Why this person may not come with these guests, or undefined. */
export type Judge = (personId: string, guests: readonly Attendee[]) => Refused | undefined;

const letsAllIn: Judge = () => undefined;

/** Who may come, decided on what the database says about people: before the form, and again under the line's lock. */
@Injectable()
export class Eligibility {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly neighbours: Neighbours,
    private readonly shiftRules: ShiftRules,
  ) {}

  /** Three statements for any number of people; none at all for a line that is for everyone. */
  async judge(tx: Tx, row: LineRow, personIds: readonly string[]): Promise<Judge> {
    if (row.kind === 'shift') return this.shiftRules.judge(tx, row, personIds);
    const audience = audienceOf(row);
    if (isForEveryone(audience) || personIds.length === 0) return letsAllIn;
    const known = await resolve(tx, audience);
    const candidates = new Map(
      (await this.neighbours.candidates(tx, personIds)).map((candidate) => [candidate.id, candidate]),
    );
    const held =
      audience.householdLimit === null
        ? new Map<string, number>()
        : await new SignupStore(tx).seatsElsewhere(personIds, row);
    return (personId, guests) => {
      const who = candidates.get(personId);
      return decideEligibility(
        known,
        {
          homePath: who?.home_path ?? null,
          universityPath: who?.university_path ?? null,
          birthYear: who?.birth_year ?? null,
        },
        {
          name: who?.display_name ?? '',
          guests,
          held: held.get(personId) ?? 0,
          startsAt: row.starts_at,
        },
      );
    };
  }

  /** Why somebody would work too much by a place in this line. */
  workload(tx: Tx, row: LineRow, personIds: readonly string[]): Promise<JudgeVolunteer> {
    return this.shiftRules.workload(tx, row, personIds);
  }

  /** @throws Refusal `occurrence.unknown`. */
  execute(personId: string, occurrenceId: string): Promise<EligibilityView> {
    return this.uow.read(async (tx) => {
      const row = await new LineStore(tx).find(occurrenceId);
      if (row === undefined || row.kind === 'shift' || row.published === 0)
        throw new Refusal('occurrence.unknown');
      const judge = await this.judge(tx, row, [personId]);
      const audience = audienceOf(row);
      const dependants = await this.neighbours.dependantsOf(tx, personId);
      const judged = dependants.map(({ id, name, kind, birth_year }) => {
        const attendee: Attendee = { name, kind, birthYear: birth_year };
        return { id, attendee, refusal: decideAge(audience, attendee, row.starts_at) };
      });
      const child = judged.find(
        ({ attendee, refusal }) => attendee.kind === 'child' && refusal === undefined,
      );
      return {
        refusal: reasonOf(judge(personId, [])) && reasonOf(judge(personId, child ? [child.attendee] : [])),
        dependants: judged.map(({ id, refusal }) => ({ id, refusal: reasonOf(refusal) })),
      };
    });
  }
}

async function resolve(tx: Tx, audience: Audience): Promise<KnownAudience> {
  const named = await namedOrganizations(tx, [...audience.communityIds, ...audience.universityIds]);
  const of = (ids: readonly string[]) => named.filter(({ id }) => ids.includes(id));
  return {
    minAge: audience.minAge,
    maxAge: audience.maxAge,
    householdLimit: audience.householdLimit,
    named: audience.communityIds.length + audience.universityIds.length > 0,
    communities: of(audience.communityIds),
    universities: of(audience.universityIds),
  };
}

const reasonOf = (refusal: Refused | undefined): EligibilityView['refusal'] =>
  refusal === undefined ? null : { code: refusal.code, facts: { ...refusal.facts } };
