import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { type PlacedQualificationRow, QualificationStore } from '../store/qualification.store.js';
import { SkillStore } from '../store/skill.store.js';

/** What is known of a volunteer beside their age. */
export interface Holdings {
  readonly skills: readonly string[];
  readonly qualifications: readonly PlacedQualificationRow[];
}

/** What other features ask about volunteers, in their own transaction. */
@Injectable()
export class Qualifications {
  /** Two statements for any number of people. */
  async of(tx: Tx, personIds: readonly string[]): Promise<(personId: string) => Holdings> {
    const skills = await new SkillStore(tx).of(personIds);
    const rows = await new QualificationStore(tx).of(personIds);
    return (personId) => ({
      skills: skills.get(personId) ?? [],
      qualifications: rows.filter(({ person_id }) => person_id === personId),
    });
  }
}
