import type { CertificateState, SUPERSEDED_BECAUSE } from '@xiaolin/shared-types/certificates/schema';
import { insertRows, marks, updateRow } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import type { PageRequest } from '../../../platform/http/page-request.js';

export interface CertificateRow {
  readonly id: string;
  readonly number: string;
  readonly person_id: string;
  readonly unit_id: string;
  readonly unit_name: string;
  readonly holder_name: string;
  readonly period_from: string;
  readonly period_to: string;
  readonly total_minutes: number;
  readonly record_count: number;
  readonly state: CertificateState;
  readonly superseded_because: (typeof SUPERSEDED_BECAUSE)[number] | null;
  readonly revoked_reason: string | null;
  readonly seal_id: string | null;
  readonly ledger_sequence: number | null;
  readonly ledger_hash: string | null;
  readonly statement: string;
  readonly issued_on: string;
  readonly issued_at: string;
  readonly illustrative: number;
  /** 1 when a certified version is no longer current, or counts no longer. */
  readonly broken: number;
}

export type NewCertificate = Omit<CertificateRow, 'broken' | 'illustrative'> & {
  readonly illustrative: boolean;
};

export interface CertifiedRow {
  readonly hour_record_id: string;
  readonly day: string;
  readonly starts_at: string;
  readonly ends_at: string;
  readonly service_name: string;
  readonly content: string;
  readonly place_name: string | null;
  readonly minutes: number;
  readonly responsible_name: string;
}

const COLUMNS = [
  'id',
  'number',
  'person_id',
  'unit_id',
  'unit_name',
  'holder_name',
  'period_from',
  'period_to',
  'total_minutes',
  'record_count',
  'state',
  'superseded_because',
  'revoked_reason',
  'seal_id',
  'ledger_sequence',
  'ledger_hash',
  'statement',
  'issued_on',
  'issued_at',
  'illustrative',
]
  .map((column) => `c.${column}`)
  .join(', ');

/** Derived at each read from the versions that were certified, so that nothing can be late in saying so. */
const BROKEN = `CASE WHEN EXISTS (SELECT 1 FROM certificate_record cr LEFT JOIN hour_record h ON h.id = cr.hour_record_id
    WHERE cr.certificate_id = c.id AND (h.id IS NULL OR h.is_current = 0 OR h.status NOT IN ('confirmed', 'certified')))
    THEN 1 ELSE 0 END`;

const VIEW = `SELECT ${COLUMNS}, ${BROKEN} AS broken FROM certificate c`;
/** Rows of a statement: SQLite takes only so many values in one. */
const ROWS = 500;

export class CertificateStore {
  constructor(private readonly tx: Tx) {}

  async find(id: string): Promise<CertificateRow | undefined> {
    return this.#one('c.id = ?', [id]);
  }

  findByNumber(number: string): Promise<CertificateRow | undefined> {
    return this.#one('c.number = ?', [number]);
  }

  /** The row, locked until the transaction ends. */
  async lock(id: string): Promise<CertificateRow | undefined> {
    // Alone first: FOR UPDATE would lock what the view counts, too.
    await this.tx.query(`SELECT id FROM certificate WHERE id = ?${this.tx.forUpdate}`, [id]);
    return this.find(id);
  }

  /** Still issued, for exactly this person, unit and period. */
  issuedFor(
    personId: string,
    unitId: string,
    period: { readonly from: string; readonly to: string },
  ): Promise<CertificateRow[]> {
    return this.tx.query<CertificateRow>(
      `${VIEW} WHERE c.person_id = ? AND c.unit_id = ? AND c.period_from = ? AND c.period_to = ? AND c.state = 'issued'
        ORDER BY c.issued_at DESC`,
      [personId, unitId, period.from, period.to],
    );
  }

  /** Still issued in the table, and holding one of these records. */
  issuedOver(hourRecordIds: readonly string[]): Promise<CertificateRow[]> {
    return this.tx.query<CertificateRow>(
      `${VIEW} WHERE c.state = 'issued' AND c.id IN (SELECT certificate_id FROM certificate_record WHERE hour_record_id IN (${marks(hourRecordIds)}))
        ORDER BY c.id`,
      hourRecordIds,
    );
  }

  ofPerson(personId: string, page: PageRequest): Promise<CertificateRow[]> {
    return this.#page('c.person_id = ?', [personId], page);
  }

  ofUnits(unitIds: readonly string[], page: PageRequest): Promise<CertificateRow[]> {
    return this.#page(`c.unit_id IN (${marks(unitIds)})`, unitIds, page);
  }

  recordsOf(certificateId: string): Promise<CertifiedRow[]> {
    return this.tx.query<CertifiedRow>(
      `SELECT hour_record_id, day, starts_at, ends_at, service_name, content, place_name, minutes, responsible_name
         FROM certificate_record WHERE certificate_id = ? ORDER BY position`,
      [certificateId],
    );
  }

  async add(certificate: NewCertificate, records: readonly CertifiedRow[]): Promise<void> {
    await insertRows(this.tx, 'certificate', [{ ...certificate }]);
    for (let from = 0; from < records.length; from += ROWS)
      await insertRows(
        this.tx,
        'certificate_record',
        records.slice(from, from + ROWS).map((record, at) => ({
          certificate_id: certificate.id,
          position: from + at + 1,
          hour_record_id: record.hour_record_id,
          day: record.day,
          starts_at: record.starts_at,
          ends_at: record.ends_at,
          service_name: record.service_name,
          content: record.content,
          place_name: record.place_name,
          minutes: record.minutes,
          responsible_name: record.responsible_name,
        })),
      );
  }

  supersede(id: string, because: (typeof SUPERSEDED_BECAUSE)[number]): Promise<void> {
    return updateRow(this.tx, 'certificate', id, { state: 'superseded', superseded_because: because });
  }

  revoke(id: string, reason: string): Promise<void> {
    return updateRow(this.tx, 'certificate', id, { state: 'revoked', revoked_reason: reason });
  }

  /** Who holds it, as the paper names them; locked, so that of two requests of theirs one waits. */
  async lockHolder(personId: string): Promise<{ display_name: string; illustrative: number } | undefined> {
    const [row] = await this.tx.query<{ display_name: string; illustrative: number }>(
      `SELECT display_name, illustrative FROM person WHERE id = ?${this.tx.forUpdate}`,
      [personId],
    );
    return row;
  }

  async holder(personId: string): Promise<{ display_name: string } | undefined> {
    const [row] = await this.tx.query<{ display_name: string }>(
      'SELECT display_name FROM person WHERE id = ?',
      [personId],
    );
    return row;
  }

  async #one(where: string, values: readonly string[]): Promise<CertificateRow | undefined> {
    const [row] = await this.tx.query<CertificateRow>(`${VIEW} WHERE ${where}`, values);
    return row;
  }

  #page(where: string, values: readonly string[], page: PageRequest): Promise<CertificateRow[]> {
    const after = page.after === null ? '' : 'AND (c.issued_at < ? OR (c.issued_at = ? AND c.id < ?))';
    const [at, id] = page.after ?? [];
    return this.tx.query<CertificateRow>(
      `${VIEW} WHERE ${where} ${after} ORDER BY c.issued_at DESC, c.id DESC LIMIT ${page.limit + 1}`,
      page.after === null ? [...values] : [...values, at, at, id],
    );
  }
}
