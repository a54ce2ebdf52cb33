import type { LineKind, SignupStatus } from '@xiaolin/shared-types/signups/schema';
import { marks } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { LIVE } from '../../signups/index.js';

export interface SubjectRow {
  readonly id: string;
  readonly kind: LineKind;
  readonly activity_id: string;
  readonly organization_id: string;
  readonly title: string;
  readonly starts_at: string;
  readonly ends_at: string;
  readonly called_off: number;
  /** Positions below this were given out so far. */
  readonly next_position: number;
  readonly place_name: string | null;
  readonly organization_name: string | null;
  readonly responsible_name: string | null;
  readonly illustrative: number | null;
}

export interface PlaceRow {
  readonly id: string;
  readonly person_id: string;
  readonly position: number;
  readonly status: SignupStatus;
  readonly seats: number;
  readonly registered_by: string;
  readonly decided_at: string;
  readonly display_name: string;
  readonly phone: string | null;
  readonly admitted_seats: number | null;
}

/** Who takes part, may still, or did: nobody else's name leaves the system with a list. */
const LISTED = [...LIVE, 'attended', 'no-show'] as const satisfies readonly SignupStatus[];
/** Whoever has a seat, or had one. */
const SEATED = ['confirmed', 'attended', 'no-show'] as const satisfies readonly SignupStatus[];

/** Reads of an occurrence or course and the people in its list. */
export class RosterReader {
  constructor(private readonly tx: Tx) {}

  async subject(id: string): Promise<SubjectRow | undefined> {
    const [row] = await this.tx.query<SubjectRow>(
      `SELECT line.id, line.kind, line.activity_id, line.organization_id, line.title, line.starts_at, line.ends_at,
              line.called_off, line.next_position, a.place_name, a.responsible_name, a.illustrative,
              o.name AS organization_name
         FROM line
         LEFT JOIN activity a ON a.id = line.activity_id
         LEFT JOIN organization o ON o.id = line.organization_id
        WHERE line.id = ? AND line.kind <> 'shift'`,
      [id],
    );
    return row;
  }

  async count(lineId: string, seatedOnly: boolean): Promise<number> {
    const statuses = seatedOnly ? SEATED : LISTED;
    const [row] = await this.tx.query<{ n: number }>(
      `SELECT COUNT(*) AS n FROM signup WHERE line_id = ? AND status IN (${marks(statuses)})`,
      [lineId, ...statuses],
    );
    return Number(row?.n ?? 0);
  }

  /**
   * A page in order of the line. `below` keeps whoever gives up a place and takes another one meanwhile from standing
   * in the list twice.
   */
  places(
    lineId: string,
    page: {
      readonly after: number;
      readonly below: number;
      readonly limit: number;
      readonly seatedOnly?: boolean;
    },
  ): Promise<PlaceRow[]> {
    const statuses = page.seatedOnly === true ? SEATED : LISTED;
    return this.tx.query<PlaceRow>(
      `SELECT s.id, s.person_id, s.position, s.status, s.seats, s.registered_by, s.decided_at, p.display_name, p.phone,
              a.admitted_seats
         FROM signup s
         JOIN person p ON p.id = s.person_id
         LEFT JOIN admission a ON a.signup_id = s.id
        WHERE s.line_id = ? AND s.position > ? AND s.position < ? AND s.status IN (${marks(statuses)})
        ORDER BY s.position LIMIT ${page.limit}`,
      [lineId, page.after, page.below, ...statuses],
    );
  }

  /** Names of those who come along, by place. */
  async guests(places: readonly PlaceRow[]): Promise<(place: PlaceRow) => readonly string[]> {
    const ids = places.filter(({ seats }) => seats > 1).map(({ id }) => id);
    if (ids.length === 0) return () => [];
    const rows = await this.tx.query<{ signup_id: string; name: string }>(
      `SELECT signup_id, name FROM signup_guest WHERE signup_id IN (${marks(ids)}) ORDER BY signup_id, seq`,
      ids,
    );
    const names = new Map<string, string[]>();
    for (const { signup_id, name } of rows) names.set(signup_id, [...(names.get(signup_id) ?? []), name]);
    return ({ id }) => names.get(id) ?? [];
  }
}
