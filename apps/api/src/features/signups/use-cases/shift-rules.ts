import { Injectable } from '@nestjs/common';
import {
  addDistrictDays,
  districtDay,
  startOfDistrictDay,
} from '@xiaolin/shared-types/contract/district-time';
import { NO_REQUIREMENTS, type ShiftEligibility } from '@xiaolin/shared-types/shifts/requirements';
import { type Tx, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { Neighbours } from '../../people/index.js';
import { type Holdings, Qualifications } from '../../qualifications/index.js';
import type { Refused } from '../rules/decide-place.js';
import {
  checkRequirements,
  decideRequirements,
  isMinor,
  type Volunteer,
} from '../rules/decide-requirements.js';
import { decideWorkload, mondayOf } from '../rules/decide-workload.js';
import { type LineRow, LineStore } from '../store/line.store.js';
import { type ShiftTerms, ShiftTermsStore } from '../store/shift-terms.store.js';

/** Why this person may not have a place in the shift, or undefined. */
export type JudgeVolunteer = (personId: string) => Refused | undefined;

const passes: JudgeVolunteer = () => undefined;
const NO_TERMS: ShiftTerms = { requirements: null, swaps: true, organizationPath: '', breakMinutes: 0 };

/** What a shift asks of volunteers beside a free place: before the form, and again under the line's lock. */
@Injectable()
export class ShiftRules {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly neighbours: Neighbours,
    private readonly qualifications: Qualifications,
  ) {}

  /** Age, consent, trainings and skills (志愿服务条例 art. 15); four statements for any number of people. */
  async judge(tx: Tx, row: LineRow, personIds: readonly string[]): Promise<JudgeVolunteer> {
    if (row.kind !== 'shift' || personIds.length === 0) return passes;
    const terms = (await new ShiftTermsStore(tx).of(row.id)) ?? NO_TERMS;
    const volunteers = await this.#volunteers(tx, personIds);
    return (personId) =>
      decideRequirements(terms.requirements ?? NO_REQUIREMENTS, volunteers(personId), asking(row, terms));
  }

  /**
   * Too much on one day or in one week. Their people must be locked, so that two lines cannot confirm the last hour of
   * the same day twice.
   *
   * @param without places in these lines are about to end
   */
  async workload(
    tx: Tx,
    row: LineRow,
    personIds: readonly string[],
    without: readonly string[] = [],
  ): Promise<JudgeVolunteer> {
    if (row.kind !== 'shift' || personIds.length === 0) return passes;
    const store = new ShiftTermsStore(tx);
    const { breakMinutes } = (await store.of(row.id)) ?? NO_TERMS;
    const monday = mondayOf(districtDay(new Date(row.starts_at)));
    const planned = await store.planned(
      personIds,
      startOfDistrictDay(monday).toISOString(),
      startOfDistrictDay(addDistrictDays(monday, 7)).toISOString(),
    );
    const born = new Map(
      (await this.neighbours.candidates(tx, personIds)).map(({ id, birth_year }) => [id, birth_year]),
    );
    return (personId) =>
      decideWorkload(
        { startsAt: row.starts_at, endsAt: row.ends_at, breakMinutes },
        planned
          .filter(
            ({ person_id, line_id }) =>
              person_id === personId && line_id !== row.id && !without.includes(line_id),
          )
          .map((each) => ({
            startsAt: each.starts_at,
            endsAt: each.ends_at,
            breakMinutes: each.break_minutes,
          })),
        isMinor(born.get(personId) ?? null, row.starts_at),
      );
  }

  /** @throws Refusal `shift.unknown`. */
  execute(personId: string, shiftId: string): Promise<ShiftEligibility> {
    return this.uow.read(async (tx) => {
      const row = await new LineStore(tx).find(shiftId);
      if (row?.kind !== 'shift' || row.published === 0) throw new Refusal('shift.unknown');
      const terms = (await new ShiftTermsStore(tx).of(shiftId)) ?? NO_TERMS;
      const volunteer = (await this.#volunteers(tx, [personId]))(personId);
      const checks = checkRequirements(
        terms.requirements ?? NO_REQUIREMENTS,
        volunteer,
        asking(row, terms),
      ).map(({ kind, name, refusal }) => ({ kind, name, refusal: reasonOf(refusal) }));
      const unmet = checks.find(({ refusal }) => refusal !== null)?.refusal ?? null;
      const tired = (await this.workload(tx, row, [personId]))(personId);
      return { shiftId, checks, refusal: unmet ?? reasonOf(tired ?? null) };
    });
  }

  async #volunteers(tx: Tx, personIds: readonly string[]): Promise<(personId: string) => Volunteer> {
    const known = new Map((await this.neighbours.candidates(tx, personIds)).map((each) => [each.id, each]));
    const holdings = await this.qualifications.of(tx, personIds);
    return (personId) => ({
      name: known.get(personId)?.display_name ?? '',
      birthYear: known.get(personId)?.birth_year ?? null,
      ...held(holdings(personId)),
    });
  }
}

const held = ({ skills, qualifications }: Holdings): Pick<Volunteer, 'skills' | 'qualifications'> => ({
  skills,
  qualifications: qualifications.map((row) => ({
    kind: row.kind,
    name: row.name,
    state: row.state,
    organizationPath: row.organization_path,
    doneOn: row.done_on,
    validUntil: row.valid_until,
  })),
});

const asking = (row: LineRow, { organizationPath }: ShiftTerms) => ({
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  organizationPath,
});

const reasonOf = (refusal: Refused | null): ShiftEligibility['refusal'] =>
  refusal === null ? null : { code: refusal.code, facts: { ...refusal.facts } };
