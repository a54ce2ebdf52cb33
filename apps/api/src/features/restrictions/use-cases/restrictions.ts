import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { SettingsOfOrganizations } from '../../organizations/index.js';
import { oldestThatMatters, type Restriction, restrictionAt } from '../rules/restriction.js';
import { AbsenceReader } from '../store/absence.reader.js';

/** Who may not sign up for a while; asked in the transaction that decides about places. */
@Injectable()
export class Restrictions {
  constructor(private readonly settings: SettingsOfOrganizations) {}

  /** Those of these people who are restricted at this organization; one read while its setting is off, else two. */
  async restrictionsOf(
    tx: Tx,
    personIds: readonly string[],
    organizationId: string,
    now: Date,
  ): Promise<ReadonlyMap<string, Restriction>> {
    const { restriction: setting } = await this.settings.of(tx, organizationId);
    if (!setting.on || personIds.length === 0) return new Map();
    const rows = await new AbsenceReader(tx).of(personIds, organizationId, oldestThatMatters(setting, now));
    const absences = new Map<string, string[]>();
    for (const { person_id, ends_at } of rows)
      absences.set(person_id, [...(absences.get(person_id) ?? []), ends_at]);
    const restricted = new Map<string, Restriction>();
    for (const [personId, moments] of absences) {
      const restriction = restrictionAt(setting, moments, now);
      if (restriction !== null) restricted.set(personId, restriction);
    }
    return restricted;
  }

  /** The same for one person. */
  async restrictionOf(
    tx: Tx,
    personId: string,
    organizationId: string,
    now: Date,
  ): Promise<Restriction | null> {
    return (await this.restrictionsOf(tx, [personId], organizationId, now)).get(personId) ?? null;
  }
}
