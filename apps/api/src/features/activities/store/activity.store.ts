import type { ActivityStatus, Cover } from '@xiaolin/shared-types/activities/schema';
import { insertRows, updateRow } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';

export interface ActivityRow {
  readonly id: string;
  readonly organization_id: string;
  readonly title: string;
  readonly summary: string;
  readonly category_id: string;
  readonly responsible_name: string;
  readonly responsible_phone: string;
  readonly place_name: string;
  readonly place_detail: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly risk_text: string;
  readonly hazardous: number;
  readonly insurance_text: string;
  readonly audience_text: string;
  readonly cover: Cover | null;
  readonly status: ActivityStatus;
  readonly version: number;
  readonly cancelled_reason: string | null;
  readonly published_at: string | null;
  readonly created_by: string;
  readonly created_at: string;
  readonly updated_at: string;
  readonly illustrative: number;
}

/** An activity with the names that its pages show. */
export interface NamedActivityRow extends ActivityRow {
  readonly category_name: string;
  readonly category_cover: Cover;
  readonly organization_name: string;
  readonly organization_phone: string | null;
}

type Column = string | number | boolean | null;
export type ActivityColumns = Readonly<Record<string, Column>>;

const COLUMNS = [
  'id',
  'organization_id',
  'title',
  'summary',
  'category_id',
  'responsible_name',
  'responsible_phone',
  'place_name',
  'place_detail',
  'latitude',
  'longitude',
  'risk_text',
  'hazardous',
  'insurance_text',
  'audience_text',
  'cover',
  'status',
  'version',
  'cancelled_reason',
  'published_at',
  'created_by',
  'created_at',
  'updated_at',
  'illustrative',
]
  .map((column) => `a.${column}`)
  .join(', ');

export class ActivityStore {
  constructor(private readonly tx: Tx) {}

  /** The row, locked until the transaction ends: the first statement of everything that changes an activity. */
  async lock(id: string): Promise<ActivityRow | undefined> {
    const [row] = await this.tx.query<ActivityRow>(
      `SELECT ${COLUMNS} FROM activity a WHERE a.id = ?${this.tx.forUpdate}`,
      [id],
    );
    return row;
  }

  async find(id: string): Promise<NamedActivityRow | undefined> {
    const [row] = await this.tx.query<NamedActivityRow>(
      `SELECT ${COLUMNS}, c.name AS category_name, c.cover AS category_cover,
              o.name AS organization_name, o.phone AS organization_phone
         FROM activity a
         JOIN category c ON c.id = a.category_id
         JOIN organization o ON o.id = a.organization_id
        WHERE a.id = ?`,
      [id],
    );
    return row;
  }

  /** A read beside the owner of organizations: the search finds an activity by the name of its organiser. */
  async organizationName(organizationId: string): Promise<string> {
    const [row] = await this.tx.query<{ name: string }>('SELECT name FROM organization WHERE id = ?', [
      organizationId,
    ]);
    return row?.name ?? '';
  }

  insert(row: ActivityColumns): Promise<void> {
    return insertRows(this.tx, 'activity', [row]);
  }

  update(id: string, set: ActivityColumns): Promise<void> {
    return updateRow(this.tx, 'activity', id, set);
  }
}
