import { Injectable } from '@nestjs/common';
import { districtDay } from '@xiaolin/shared-types/contract/district-time';
import { type CertificatePreview, LONGEST_PERIOD_DAYS } from '@xiaolin/shared-types/certificates/schema';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { ProvableHours } from '../../hours/index.js';
import { namedOrganizations } from '../../organizations/index.js';
import { verifiedName } from '../../students/index.js';
import { nameOnPaper } from '../rules/name-on-paper.js';
import { isPeriod, type Period } from '../rules/refusal-to-issue.js';
import { type CertifiedRow, CertificateStore } from '../store/certificate.store.js';
import { ConfirmedHoursReader, type UnitRow } from '../store/confirmed-hours.reader.js';
import { certifiedRow, totalOf } from './certificate-content.js';

export type { UnitRow } from '../store/confirmed-hours.reader.js';

/** Lines of a preview; the total is of all. */
const PREVIEWED = 200;

export interface Preview extends Omit<CertificatePreview, 'records'> {
  readonly records: readonly CertifiedRow[];
}

/** What somebody may have certified, before they ask for it. */
@Injectable()
export class PreviewCertificate {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly provableHours: ProvableHours,
  ) {}

  /** Units that recorded confirmed hours of this person: only they can certify them (art. 26). */
  units(personId: string): Promise<UnitRow[]> {
    return this.uow.read((tx) => new ConfirmedHoursReader(tx).units(personId));
  }

  /** @throws Refusal `organization.unknown`, `certificate.period-invalid`, `certificate.names-differ`. */
  execute(personId: string, unitId: string, period: Period): Promise<Preview> {
    if (!isPeriod(period, districtDay(this.clock.now()), LONGEST_PERIOD_DAYS))
      throw new Refusal('certificate.period-invalid');
    return this.uow.read(async (tx) => {
      const [unit] = await namedOrganizations(tx, [unitId]);
      if (unit === undefined) throw new Refusal('organization.unknown');
      const store = new CertificateStore(tx);
      const days = { fromDay: period.from, toDay: period.to };
      const records = (await this.provableHours.of(tx, personId, unitId, days)).filter(
        ({ minutes }) => minutes > 0,
      );
      const holderName = nameOnPaper({
        verified: await verifiedName(tx, personId),
        recorded: records.map(({ facts }) => facts.personName ?? null),
        account: (await store.holder(personId))?.display_name ?? '',
      });
      if (holderName === null) throw new Refusal('certificate.names-differ');
      const [replaced] = await store.issuedFor(personId, unitId, period);
      return {
        unitId,
        unitName: unit.name,
        ...period,
        holderName,
        totalMinutes: totalOf(records),
        recordCount: records.length,
        records: records.slice(0, PREVIEWED).map(certifiedRow),
        pendingMinutes: await new ConfirmedHoursReader(tx).pendingMinutes(personId, unitId, period),
        replaces: replaced?.number ?? null,
      };
    });
  }
}
