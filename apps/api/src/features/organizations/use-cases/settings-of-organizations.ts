import { Injectable } from '@nestjs/common';
import type { OrganizationSettings } from '@xiaolin/shared-types/organizations/schema';
import { Clock } from '../../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { writeJournal } from '../../../platform/journal/journal.js';
import { Random } from '../../../platform/random/random.js';
import { OrganizationStore } from '../store/organization.store.js';
import { SettingStore } from '../store/setting.store.js';
import { Scope } from './scope.js';

/** Nobody is kept away until an organization decides so (domain, "Signup"). */
const DEFAULTS: OrganizationSettings = {
  restriction: { on: false, noShows: 3, withinDays: 90, forDays: 30 },
};

/** What organizations decide for their own activities. */
@Injectable()
export class SettingsOfOrganizations {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly scope: Scope,
  ) {}

  /** For other features, in their own transaction. */
  async of(tx: Tx, organizationId: string): Promise<OrganizationSettings> {
    return (await new SettingStore(tx).find(organizationId)) ?? DEFAULTS;
  }

  /** @throws Refusal `organization.unknown`, `access.out-of-scope`. */
  show(actorId: string, organizationId: string): Promise<OrganizationSettings> {
    return this.uow.read(async (tx) => {
      await this.scope.require(tx, actorId, organizationId);
      return this.of(tx, organizationId);
    });
  }

  /** @throws Refusal `organization.unknown`, `access.out-of-scope`. */
  change(
    actorId: string,
    organizationId: string,
    settings: OrganizationSettings,
  ): Promise<OrganizationSettings> {
    return this.uow.run(async (tx) => {
      const organization = await new OrganizationStore(tx).lock(organizationId);
      if (organization === undefined) throw new Refusal('organization.unknown');
      const through = await this.scope.require(tx, actorId, organizationId);
      const before = await this.of(tx, organizationId);
      const at = this.clock.instant();
      await new SettingStore(tx).save(organizationId, settings, { personId: actorId, at });
      const entry = {
        subjectKind: 'organization',
        subjectId: organizationId,
        actorId,
        actorRole: through.role,
        scopeId: through.organizationId,
        action: 'settings-changed',
        before: inWords(before),
        after: inWords(settings),
        reason: null,
      };
      await writeJournal(tx, [entry], { nextId: () => this.random.id(), at });
      return settings;
    });
  }
}

/** `off`, or `3 in 90 d: 30 d`. */
const inWords = ({ restriction }: OrganizationSettings): string =>
  restriction.on ? `${restriction.noShows} in ${restriction.withinDays} d: ${restriction.forDays} d` : 'off';
