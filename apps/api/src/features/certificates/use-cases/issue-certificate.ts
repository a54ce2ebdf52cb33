import { Injectable } from '@nestjs/common';
import { maskedName } from '@xiaolin/shared-types/certificates/masked-name';
import { certificateNumber } from '@xiaolin/shared-types/certificates/number';
import { LONGEST_PERIOD_DAYS, MOST_CERTIFIED_RECORDS } from '@xiaolin/shared-types/certificates/schema';
import {
  STATEMENT_PURPOSE,
  statementBytes,
  statementText,
} from '@xiaolin/shared-types/certificates/statement';
import { districtDay } from '@xiaolin/shared-types/contract/district-time';
import { Clock } from '../../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { hashBody, once } from '../../../platform/idempotency/request-answers.js';
import { writeJournal } from '../../../platform/journal/journal.js';
import { Random } from '../../../platform/random/random.js';
import { SigningKeys } from '../../../platform/signing/signing-keys.js';
import { ProvableHours } from '../../hours/index.js';
import { Ledger } from '../../ledger/index.js';
import { namedOrganizations } from '../../organizations/index.js';
import { verifiedName } from '../../students/index.js';
import { nameOnPaper } from '../rules/name-on-paper.js';
import { isPeriod, type Period, refusalToIssue } from '../rules/refusal-to-issue.js';
import { type CertificateRow, CertificateStore, type NewCertificate } from '../store/certificate.store.js';
import { SealStore } from '../store/seal.store.js';
import { certifiedRow, totalOf } from './certificate-content.js';

export interface Asked extends Period {
  readonly requestKey: string;
  readonly unitId: string;
}

/** Certifies somebody's own confirmed hours at one unit: 谁记录谁证明 (art. 26), free of charge (art. 14). */
@Injectable()
export class IssueCertificate {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly provableHours: ProvableHours,
    private readonly signingKeys: SigningKeys,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Freezes what the records say now, signs it and gives it a number; an earlier certificate of the same unit and
   * period is superseded.
   *
   * @param personId both who asks and whose hours they are: nobody asks for another's
   * @throws Refusal `request.key-reused`, `organization.unknown`, `certificate.period-invalid`,
   *   `certificate.nothing-confirmed`, `certificate.too-many-records`, `certificate.names-differ`, `hours.not-certifiable` when a record was
   *   amended at this very moment.
   */
  execute(personId: string, asked: Asked): Promise<CertificateRow> {
    const period = { from: asked.from, to: asked.to };
    if (!isPeriod(period, districtDay(this.clock.now()), LONGEST_PERIOD_DAYS))
      throw new Refusal('certificate.period-invalid');
    const request = {
      actorId: personId,
      requestKey: asked.requestKey,
      bodyHash: hashBody('issue-certificate', asked),
    };
    return once(this.uow, request, this.clock, async (tx) => {
      const store = new CertificateStore(tx);
      const holder = await store.lockHolder(personId);
      if (holder === undefined) throw new Refusal('session.required');
      const [unit] = await namedOrganizations(tx, [asked.unitId]);
      if (unit === undefined) throw new Refusal('organization.unknown');
      const days = { fromDay: period.from, toDay: period.to };
      const provable = await this.provableHours.of(tx, personId, unit.id, days);
      const records = provable.filter(({ minutes }) => minutes > 0);
      const refused = refusalToIssue(records.length, totalOf(records), MOST_CERTIFIED_RECORDS);
      if (refused !== null) throw new Refusal(refused);
      const name = nameOnPaper({
        verified: await verifiedName(tx, personId),
        recorded: records.map(({ facts }) => facts.personName ?? null),
        account: holder.display_name,
      });
      if (name === null) throw new Refusal('certificate.names-differ');
      const by = { actorId: personId, role: 'volunteer', scopeId: null };
      // Locks them and looks again: one that was amended since it was read is refused.
      await this.provableHours.markCertified(
        tx,
        records.map(({ id }) => id),
        by,
      );
      const rows = records.map(certifiedRow);
      const certificate = await this.#freeze(tx, {
        personId,
        holder: { name, illustrative: holder.illustrative },
        unit,
        period,
        minutes: totalOf(rows),
        records: rows.length,
      });
      await this.#replace(tx, store, certificate);
      await store.add(certificate, rows);
      await this.#journal(tx, certificate.id, personId, {
        action: 'issued',
        before: null,
        after: 'issued',
        reason: null,
      });
      return { ...certificate, illustrative: Number(certificate.illustrative), broken: 0 };
    });
  }

  async #freeze(
    tx: Tx,
    given: {
      readonly personId: string;
      readonly holder: { readonly name: string; readonly illustrative: number };
      readonly unit: { readonly id: string; readonly name: string };
      readonly period: Period;
      readonly minutes: number;
      readonly records: number;
    },
  ): Promise<NewCertificate> {
    const { holder, unit, period } = given;
    const now = this.clock.now();
    const issuedOn = districtDay(now);
    const number = certificateNumber(issuedOn, this.random.bytes(11));
    const seal = await new SealStore(tx).current(unit.id);
    // After the records were marked, so that the head on the paper vouches for them, this marking included.
    const head = await this.ledger.head(tx, unit.id);
    const bytes = statementBytes({
      number,
      unitName: unit.name,
      holder: maskedName(holder.name),
      ...period,
      minutes: given.minutes,
      records: given.records,
      issuedOn,
      ledger: head && { sequence: head.sequence, head: head.hash.slice(0, 16) },
    });
    const { keyId, signature } = this.signingKeys.sign(STATEMENT_PURPOSE, bytes);
    return {
      id: this.random.id(),
      number,
      person_id: given.personId,
      unit_id: unit.id,
      unit_name: unit.name,
      holder_name: holder.name,
      period_from: period.from,
      period_to: period.to,
      total_minutes: given.minutes,
      record_count: given.records,
      state: 'issued',
      superseded_because: null,
      revoked_reason: null,
      seal_id: seal?.image == null ? null : seal.id,
      ledger_sequence: head?.sequence ?? null,
      ledger_hash: head?.hash ?? null,
      statement: statementText(bytes, keyId, Buffer.from(signature, 'base64url')),
      issued_on: issuedOn,
      issued_at: now.toISOString(),
      illustrative: holder.illustrative === 1,
    };
  }

  /** The earlier ones of the same person, unit and period give way. */
  async #replace(
    tx: Tx,
    store: CertificateStore,
    { person_id, unit_id, period_from, period_to }: NewCertificate,
  ) {
    for (const earlier of await store.issuedFor(person_id, unit_id, { from: period_from, to: period_to })) {
      const because = earlier.broken > 0 ? 'amended' : 'reissued';
      await store.supersede(earlier.id, because);
      await this.#journal(tx, earlier.id, person_id, {
        action: 'superseded',
        before: earlier.state,
        after: 'superseded',
        reason: because,
      });
    }
  }

  #journal(
    tx: Tx,
    subjectId: string,
    actorId: string,
    what: { action: string; before: string | null; after: string; reason: string | null },
  ): Promise<void> {
    const entry = {
      subjectKind: 'certificate',
      subjectId,
      actorId,
      actorRole: 'volunteer',
      scopeId: null,
      ...what,
    };
    return writeJournal(tx, [entry], { nextId: () => this.random.id(), at: this.clock.instant() });
  }
}
