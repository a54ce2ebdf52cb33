import type { SignupStatus } from '@xiaolin/shared-types/signups/schema';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import type { PageRequest } from '../../../platform/http/page-request.js';
import type { StoredState } from '../rules/attendance-states.js';

interface PlaceRow {
  readonly signup_id: string;
  readonly status: SignupStatus;
  readonly position: number;
  readonly ahead: number | null;
  readonly state: StoredState | null;
  readonly in_at: string | null;
  readonly out_at: string | null;
  readonly starts_at: string;
  readonly ends_at: string;
}

export interface ShiftRosterRow extends PlaceRow {
  readonly person_id: string;
  readonly display_name: string;
  readonly phone: string | null;
}

export interface MyShiftRow extends PlaceRow {
  readonly shift_id: string;
  readonly activity_id: string;
  readonly activity_title: string;
  readonly role_name: string;
  readonly place_name: string;
  readonly meeting_point: string | null;
  readonly organization_name: string;
  readonly counts: number;
  readonly insurance_text: string;
  readonly called_off: number;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** Where the shift asks phones how far they are. */
  readonly radius_metres: number | null;
}

export interface SoonRow {
  readonly id: string;
  readonly starts_at: string;
  readonly ends_at: string;
  readonly activity_title: string;
  readonly role_name: string;
}

export interface VolunteerRow {
  readonly person_id: string;
  readonly display_name: string;
  readonly state: StoredState | null;
}

export interface CountsRow {
  readonly checked_in: number;
  readonly checked_out: number;
}

const PLACE = `s.id AS signup_id, s.status, s.position, t.state, t.in_at, t.out_at, line.starts_at, line.ends_at,
  CASE WHEN s.status = 'waitlisted' THEN
    (SELECT COALESCE(SUM(w.seats), 0) FROM signup w WHERE w.line_id = s.line_id AND w.status = 'waitlisted' AND w.position < s.position)
  END AS ahead`;

const JOINED = `FROM signup s
  JOIN line ON line.id = s.line_id AND line.kind = 'shift'
  LEFT JOIN attendance t ON t.shift_id = s.line_id AND t.person_id = s.person_id`;

/** Reads of places in shifts together with where attendance stands. */
export class AttendanceReader {
  constructor(private readonly tx: Tx) {}

  /** Who has a place and who waits, in order of the line. */
  roster(shiftId: string, page: PageRequest): Promise<ShiftRosterRow[]> {
    return this.tx.query<ShiftRosterRow>(
      `SELECT ${PLACE}, s.person_id, p.display_name, p.phone ${JOINED} JOIN person p ON p.id = s.person_id
        WHERE s.line_id = ? AND s.status IN ('confirmed', 'waitlisted', 'offered') AND s.position > ?
        ORDER BY s.position LIMIT ${page.limit + 1}`,
      [shiftId, page.after?.[0] ?? 0],
    );
  }

  /**
   * Coming: a place that is kept in a shift that is not over, soonest first; a shift that somebody is still checked
   * in to stays while its way out is open. Past: everything else, latest first.
   *
   * @param clock `outOpenSince`: a shift that ended after this moment may still be left
   */
  mine(
    personId: string,
    when: 'coming' | 'past',
    clock: { readonly now: string; readonly outOpenSince: string },
    page: PageRequest,
  ): Promise<MyShiftRow[]> {
    const coming = when === 'coming';
    const live = `(s.status IN ('confirmed', 'waitlisted', 'offered')
      AND (line.ends_at > ? OR (line.ends_at > ? AND COALESCE(t.state, 'scheduled') = 'checked-in')))`;
    const after = page.after === null ? '' : `AND (line.starts_at, s.id) ${coming ? '>' : '<'} (?, ?)`;
    return this.tx.query<MyShiftRow>(
      `SELECT ${PLACE}, shift.id AS shift_id, shift.meeting_point, line.activity_id, line.called_off,
              a.title AS activity_title, a.place_name, a.insurance_text, a.latitude, a.longitude, c.radius_metres, r.name AS role_name, r.counts,
              o.name AS organization_name
         ${JOINED}
         JOIN shift ON shift.id = s.line_id
         JOIN service_role r ON r.id = shift.service_role_id
         JOIN activity a ON a.id = line.activity_id
         JOIN organization o ON o.id = line.organization_id
         LEFT JOIN shift_place_check c ON c.id = line.id
        WHERE s.person_id = ? AND ${coming ? live : `NOT ${live}`} ${after}
        ORDER BY ${coming ? 'line.starts_at, s.id' : 'line.starts_at DESC, s.id DESC'} LIMIT ${page.limit + 1}`,
      [personId, clock.now, clock.outOpenSince, ...(page.after ?? [])],
    );
  }

  /** Shifts in which somebody has a place that begin before this moment, the latest ones. */
  soon(personId: string, before: string, most: number): Promise<SoonRow[]> {
    return this.tx.query<SoonRow>(
      `SELECT line.id, line.starts_at, line.ends_at, a.title AS activity_title, r.name AS role_name
         FROM signup s
         JOIN line ON line.id = s.line_id AND line.kind = 'shift' AND line.published = 1 AND line.called_off = 0
         JOIN shift ON shift.id = line.id
         JOIN service_role r ON r.id = shift.service_role_id
         JOIN activity a ON a.id = line.activity_id
        WHERE s.person_id = ? AND s.status = 'confirmed' AND line.starts_at < ?
        ORDER BY line.starts_at DESC LIMIT ${most}`,
      [personId, before],
    );
  }

  /** Everybody with a place in the shift, in order of the line. */
  volunteers(shiftId: string): Promise<VolunteerRow[]> {
    return this.tx.query<VolunteerRow>(
      `SELECT s.person_id, p.display_name, t.state
         FROM signup s
         JOIN person p ON p.id = s.person_id
         LEFT JOIN attendance t ON t.shift_id = s.line_id AND t.person_id = s.person_id
        WHERE s.line_id = ? AND s.status = 'confirmed' ORDER BY s.position`,
      [shiftId],
    );
  }

  async counts(shiftId: string): Promise<CountsRow> {
    const [row] = await this.tx.query<CountsRow>(
      'SELECT COUNT(in_at) AS checked_in, COUNT(out_at) AS checked_out FROM attendance WHERE shift_id = ?',
      [shiftId],
    );
    return { checked_in: Number(row?.checked_in ?? 0), checked_out: Number(row?.checked_out ?? 0) };
  }
}
