import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { hashBody, once } from '../../../platform/idempotency/request-answers.js';
import { writeJournal } from '../../../platform/journal/journal.js';
import { Random } from '../../../platform/random/random.js';
import { Messages } from '../../inbox/index.js';
import { Scope } from '../../organizations/index.js';
import { mayBecome } from '../rules/states.js';
import { type CertificateRow, CertificateStore } from '../store/certificate.store.js';

/** Takes a certificate back: an administrator of the unit, for a reason that its holder reads. */
@Injectable()
export class RevokeCertificate {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly scope: Scope,
    private readonly messages: Messages,
  ) {}

  /**
   * @throws Refusal `request.key-reused`, `certificate.unknown`, `access.out-of-scope`, `certificate.own`,
   *   `certificate.already-revoked`.
   */
  execute(
    actorId: string,
    certificateId: string,
    body: { readonly requestKey: string; readonly reason: string },
  ): Promise<CertificateRow> {
    const { requestKey, reason } = body;
    const bodyHash = hashBody('revoke-certificate', { certificateId, reason });
    return once(this.uow, { actorId, requestKey, bodyHash }, this.clock, async (tx) => {
      const store = new CertificateStore(tx);
      const row = await store.lock(certificateId);
      if (row === undefined) throw new Refusal('certificate.unknown');
      const through = await this.scope.require(tx, actorId, row.unit_id, ['administrator']);
      if (row.person_id === actorId) throw new Refusal('certificate.own');
      if (!mayBecome(row.state, 'revoked')) throw new Refusal('certificate.already-revoked');
      await store.revoke(row.id, reason);
      const entry = {
        subjectKind: 'certificate',
        subjectId: row.id,
        actorId,
        actorRole: through.role,
        scopeId: through.organizationId,
        action: 'revoked',
        before: row.state,
        after: 'revoked',
        reason,
      };
      await writeJournal(tx, [entry], { nextId: () => this.random.id(), at: this.clock.instant() });
      await this.messages.tell(tx, [
        {
          personId: row.person_id,
          kind: 'certificate.revoked',
          facts: { number: row.number, unitName: row.unit_name, reason, certificateId: row.id },
          eventKey: `certificate.revoked:${row.id}`,
        },
      ]);
      return { ...row, state: 'revoked', revoked_reason: reason };
    });
  }
}
