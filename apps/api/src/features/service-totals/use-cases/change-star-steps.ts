import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { writeJournal } from '../../../platform/journal/journal.js';
import { Random } from '../../../platform/random/random.js';
import { namedOrganizations, Scope } from '../../organizations/index.js';
import { USUAL_STEPS } from '../rules/stars.js';
import { ServiceStore } from '../store/service.store.js';

@Injectable()
export class ChangeStarSteps {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly scope: Scope,
  ) {}

  /**
   * Sets the hours at which stars begin. One measure for everybody, so only a district has one.
   *
   * @throws Refusal `organization.unknown`, `access.out-of-scope`.
   */
  execute(actorId: string, organizationId: string, steps: readonly number[]): Promise<readonly number[]> {
    return this.uow.run(async (tx) => {
      const through = await this.scope.require(tx, actorId, organizationId, ['administrator']);
      const [organization] = await namedOrganizations(tx, [organizationId]);
      if (organization?.kind !== 'district') throw new Refusal('organization.unknown');
      const store = new ServiceStore(tx);
      const before = (await store.steps()) ?? USUAL_STEPS;
      const at = this.clock.instant();
      await store.saveSteps(organizationId, steps, { personId: actorId, at });
      const entry = {
        subjectKind: 'organization',
        subjectId: organizationId,
        actorId,
        actorRole: through.role,
        scopeId: through.organizationId,
        action: 'star-steps-changed',
        before: before.join(','),
        after: steps.join(','),
        reason: null,
      };
      await writeJournal(tx, [entry], { nextId: () => this.random.id(), at });
      return steps;
    });
  }
}
