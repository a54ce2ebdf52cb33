import type { BroadcastAudience, BroadcastState } from '@xiaolin/shared-types/broadcasts/schema';
import { insertRows, marks, updateRow } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import type { PageRequest } from '../../../platform/http/page-request.js';
import { STATUSES_OF, type Way } from '../rules/audience.js';

export interface RosterLine {
  readonly id: string;
  readonly activity_id: string;
  readonly organization_id: string;
  readonly title: string;
}

export interface BroadcastRow {
  readonly id: string;
  readonly line_id: string;
  readonly activity_id: string;
  readonly organization_id: string;
  readonly title: string;
  readonly audience: BroadcastAudience;
  readonly words: string;
  readonly state: BroadcastState;
  readonly people: number;
  readonly in_app: number;
  readonly by_phone: number;
  readonly told_until: number;
  readonly reason: string | null;
  readonly author_id: string;
  readonly written_at: string;
  readonly finished_at: string | null;
}

export type BroadcastWithAuthor = BroadcastRow & { readonly author_name: string | null };

interface Account {
  readonly wechat_open_id: string | null;
  readonly demo_kind: string | null;
}

export interface RecipientRow extends Account {
  readonly position: number;
  readonly person_id: string;
  readonly signup_id: string;
}

export interface UnreachedRow {
  readonly position: number;
  readonly person_id: string;
  readonly display_name: string;
  readonly phone: string | null;
}

const SELECT = `SELECT b.id, b.line_id, b.activity_id, b.organization_id, b.title, b.audience, b.words, b.state, b.people,
    b.in_app, b.by_phone, b.told_until, b.reason, b.author_id, b.written_at, b.finished_at,
    author.display_name AS author_name
  FROM broadcast b LEFT JOIN person author ON author.id = b.author_id`;

export class BroadcastStore {
  constructor(private readonly tx: Tx) {}

  async line(lineId: string): Promise<RosterLine | undefined> {
    const [row] = await this.tx.query<RosterLine>(
      'SELECT id, activity_id, organization_id, title FROM line WHERE id = ?',
      [lineId],
    );
    return row;
  }

  async openIdOf(personId: string): Promise<string | null> {
    const [row] = await this.tx.query<Account>('SELECT wechat_open_id FROM person WHERE id = ?', [personId]);
    return row?.wechat_open_id ?? null;
  }

  /** The accounts of everybody of a roster whom a notice would come to. */
  audience(lineId: string, audience: BroadcastAudience): Promise<Account[]> {
    const statuses = STATUSES_OF[audience];
    return this.tx.query<Account>(
      `SELECT p.wechat_open_id, p.demo_kind FROM signup s JOIN person p ON p.id = s.person_id
        WHERE s.line_id = ? AND s.status IN (${marks(statuses)})`,
      [lineId, ...statuses],
    );
  }

  insert(row: BroadcastRow): Promise<void> {
    return insertRows(this.tx, 'broadcast', [{ ...row }]);
  }

  async find(id: string): Promise<BroadcastWithAuthor | undefined> {
    const [row] = await this.tx.query<BroadcastWithAuthor>(`${SELECT} WHERE b.id = ?`, [id]);
    return row;
  }

  /** The row, locked until the transaction ends. */
  async lock(id: string): Promise<BroadcastWithAuthor | undefined> {
    await this.tx.query(`SELECT id FROM broadcast WHERE id = ?${this.tx.forUpdate}`, [id]);
    return this.find(id);
  }

  /** Of one roster, latest first. */
  ofLine(lineId: string, page: PageRequest): Promise<BroadcastWithAuthor[]> {
    const after = page.after === null ? '' : 'AND (b.written_at, b.id) < (?, ?)';
    return this.tx.query<BroadcastWithAuthor>(
      `${SELECT} WHERE b.line_id = ? ${after} ORDER BY b.written_at DESC, b.id DESC LIMIT ${page.limit + 1}`,
      [lineId, ...(page.after ?? [])],
    );
  }

  set(id: string, values: Partial<BroadcastRow>): Promise<void> {
    return updateRow(this.tx, 'broadcast', id, values);
  }

  /** Keeps whom it is for, as the roster is now. @returns how many */
  async freeze({ id, line_id: lineId, audience }: BroadcastRow): Promise<number> {
    const statuses = STATUSES_OF[audience];
    await this.tx.query(
      `INSERT INTO broadcast_recipient (broadcast_id, position, person_id, signup_id)
        SELECT ?, s.position, s.person_id, s.id FROM signup s
         WHERE s.line_id = ? AND s.status IN (${marks(statuses)})`,
      [id, lineId, ...statuses],
    );
    const [row] = await this.tx.query<{ amount: number | string }>(
      'SELECT COUNT(*) AS amount FROM broadcast_recipient WHERE broadcast_id = ?',
      [id],
    );
    return Number(row?.amount ?? 0);
  }

  /** Whose turn is next, in the order of the roster. */
  next(id: string, after: number, most: number): Promise<RecipientRow[]> {
    return this.tx.query<RecipientRow>(
      `SELECT r.position, r.person_id, r.signup_id, p.wechat_open_id, p.demo_kind
         FROM broadcast_recipient r JOIN person p ON p.id = r.person_id
        WHERE r.broadcast_id = ? AND r.position > ? ORDER BY r.position LIMIT ${most}`,
      [id, after],
    );
  }

  async keepWay(id: string, way: Way, positions: readonly number[]): Promise<void> {
    if (positions.length === 0) return;
    await this.tx.query(
      `UPDATE broadcast_recipient SET way = ? WHERE broadcast_id = ? AND position IN (${marks(positions)})`,
      [way, id, ...positions],
    );
  }

  unreached(id: string, page: PageRequest): Promise<UnreachedRow[]> {
    return this.tx.query<UnreachedRow>(
      `SELECT r.position, r.person_id, p.display_name, p.phone
         FROM broadcast_recipient r JOIN person p ON p.id = r.person_id
        WHERE r.broadcast_id = ? AND r.way = 'phone' AND r.position > ?
        ORDER BY r.position LIMIT ${page.limit + 1}`,
      [id, page.after?.[0] ?? 0],
    );
  }

  /** Administrators of an organization and of everything above it, at this moment (ISO 8601). */
  async administratorsOver(organizationId: string, at: string): Promise<readonly string[]> {
    const [organization] = await this.tx.query<{ path: string }>(
      'SELECT path FROM organization WHERE id = ?',
      [organizationId],
    );
    const ids = (organization?.path ?? '').split('/').filter((part) => part !== '');
    const rows = await this.tx.query<{ person_id: string }>(
      `SELECT DISTINCT person_id FROM membership WHERE organization_id IN (${marks(ids)}) AND role = 'administrator'
          AND starts_at <= ? AND (ends_at IS NULL OR ends_at > ?)
        ORDER BY person_id`,
      [...ids, at, at],
    );
    return rows.map(({ person_id }) => person_id);
  }
}
