import { Inject, Injectable } from '@nestjs/common';
import { readNumber } from '@xiaolin/shared-types/certificates/number';
import type { Config } from '../../../platform/config/config.js';
import { cutPage } from '../../../platform/db/cursor.js';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { PageRequest } from '../../../platform/http/page-request.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { CONFIG } from '../../../platform/injection.js';
import { Scope } from '../../organizations/index.js';
import { type CertificateRow, CertificateStore } from '../store/certificate.store.js';
import { SealStore } from '../store/seal.store.js';
import { certificateDocument } from './certificate-document.js';
import { verifyAddress } from './verify-address.js';

export type { CertificateRow } from '../store/certificate.store.js';

export interface CertificatePage {
  readonly rows: readonly CertificateRow[];
  readonly nextCursor: string | null;
}

/** Certificates as their holder, their unit's staff and strangers read them. */
@Injectable()
export class ReadCertificates {
  /** One document at a time in a process: each takes memory and a second when it is long. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly uow: UnitOfWork,
    private readonly scope: Scope,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl' | 'port'>,
  ) {}

  async mine(personId: string, page: PageRequest): Promise<CertificatePage> {
    const rows = await this.uow.read((tx) => new CertificateStore(tx).ofPerson(personId, page));
    return cutPage(rows, page.limit, ({ issued_at, id }) => [issued_at, id]);
  }

  /** @throws Refusal `certificate.unknown`, for somebody else's too. */
  one(personId: string, certificateId: string): Promise<CertificateRow> {
    return this.uow.read(async (tx) => {
      const row = await new CertificateStore(tx).find(certificateId);
      if (row?.person_id !== personId) throw new Refusal('certificate.unknown');
      return row;
    });
  }

  /** Of the units in scope; `administered` are those whose certificates the actor may revoke. */
  async forStaff(
    actorId: string,
    page: PageRequest,
  ): Promise<CertificatePage & { readonly administered: ReadonlySet<string> }> {
    return this.uow.read(async (tx) => {
      const units = await this.scope.reached(tx, actorId);
      const rows = await new CertificateStore(tx).ofUnits(units, page);
      const administered = new Set(await this.scope.reached(tx, actorId, ['administrator']));
      return { ...cutPage(rows, page.limit, ({ issued_at, id }) => [issued_at, id]), administered };
    });
  }

  /** By the number as somebody typed or scanned it. @throws Refusal `certificate.unknown`. */
  byNumber(text: string): Promise<CertificateRow> {
    const number = readNumber(text);
    // Mistyped: no need to ask the database.
    if (number === null) throw new Refusal('certificate.unknown');
    return this.uow.read(async (tx) => {
      const row = await new CertificateStore(tx).findByNumber(number);
      if (row === undefined) throw new Refusal('certificate.unknown');
      return row;
    });
  }

  /** The paper, from what was frozen. @throws Refusal `certificate.unknown`. */
  async pdf(personId: string, certificateId: string): Promise<{ row: CertificateRow; content: Uint8Array }> {
    const row = await this.one(personId, certificateId);
    const frozen = await this.uow.read(async (tx) => ({
      records: await new CertificateStore(tx).recordsOf(row.id),
      seal: row.seal_id === null ? undefined : await new SealStore(tx).find(row.seal_id),
    }));
    const content = await this.#inTurn(() =>
      certificateDocument({
        number: row.number,
        unitName: row.unit_name,
        holderName: row.holder_name,
        from: row.period_from,
        to: row.period_to,
        totalMinutes: row.total_minutes,
        records: frozen.records,
        issuedOn: row.issued_on,
        issuedAt: row.issued_at,
        ledger:
          row.ledger_sequence === null || row.ledger_hash === null
            ? null
            : { sequence: row.ledger_sequence, hash: row.ledger_hash },
        seal: frozen.seal?.image ?? null,
        address: this.addressOf(row),
        illustrative: row.illustrative === 1,
      }),
    );
    return { row, content };
  }

  addressOf(row: Pick<CertificateRow, 'statement'>): string {
    return verifyAddress(this.config, row.statement);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work, work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}
