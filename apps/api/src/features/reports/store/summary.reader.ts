import {
  districtDay,
  endOfDistrictDay,
  startOfDistrictDay,
} from '@xiaolin/shared-types/contract/district-time';
import type { HourStatus } from '@xiaolin/shared-types/hours/schema';
import { marks } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import type { SubjectRow } from './roster.reader.js';

export interface DateRow {
  readonly id: string;
  readonly starts_at: string;
  readonly ends_at: string;
}

export interface AttendanceFigures {
  readonly places: number;
  readonly seats: number;
  /** Admitted seats; null where the door was not used at any date. */
  readonly visits: number | null;
  readonly persons: number;
}

export interface ServedRow {
  readonly person_id: string;
  readonly status: HourStatus;
  readonly minutes: number;
}

export interface ScoreFigures {
  readonly given: number;
  readonly sum: number;
  readonly attended: number;
}

/** Figures of an occurrence, or of all dates of a course that took place. */
export class SummaryReader {
  constructor(private readonly tx: Tx) {}

  async dates(subject: SubjectRow): Promise<DateRow[]> {
    if (subject.kind !== 'course') return [subject];
    return this.tx.query<DateRow>(
      `SELECT id, starts_at, ends_at FROM line
        WHERE activity_id = ? AND course_id = ? AND called_off = 0 ORDER BY starts_at, id`,
      [subject.activity_id, subject.id],
    );
  }

  async attendance(subject: SubjectRow, dateIds: readonly string[]): Promise<AttendanceFigures> {
    const [taken] = await this.tx.query<{ places: number; seats: number | null }>(
      `SELECT COUNT(*) AS places, SUM(seats) AS seats FROM signup
        WHERE line_id = ? AND status IN ('confirmed', 'attended', 'no-show')`,
      [subject.id],
    );
    const [came] = await this.tx.query<{ doors: number; visits: number | null; persons: number }>(
      `SELECT COUNT(DISTINCT a.line_id) AS doors, SUM(a.admitted_seats) AS visits,
              COUNT(DISTINCT s.person_id) AS persons
         FROM admission a JOIN signup s ON s.id = a.signup_id
        WHERE a.line_id IN (${marks(dateIds)}) AND a.admitted_seats > 0`,
      dateIds,
    );
    const used = Number(came?.doors ?? 0) > 0;
    return {
      places: Number(taken?.places ?? 0),
      seats: Number(taken?.seats ?? 0),
      visits: used ? Number(came?.visits ?? 0) : null,
      persons: Number(came?.persons ?? 0),
    };
  }

  /** Latest versions of the records of the activity's shifts on the days of these dates. */
  served(activityId: string, dates: readonly DateRow[]): Promise<ServedRow[]> {
    const days = [...new Set(dates.map(({ starts_at }) => districtDay(new Date(starts_at))))];
    if (days.length === 0) return Promise.resolve([]);
    const onDay = days.map(() => '(shift_starts_at >= ? AND shift_starts_at < ?)').join(' OR ');
    return this.tx.query<ServedRow>(
      `SELECT person_id, status, minutes FROM hour_record WHERE activity_id = ? AND is_current = 1 AND (${onDay})`,
      [
        activityId,
        ...days.flatMap((day) => [
          startOfDistrictDay(day).toISOString(),
          endOfDistrictDay(day).toISOString(),
        ]),
      ],
    );
  }

  async scores(dateIds: readonly string[]): Promise<ScoreFigures> {
    const [row] = await this.tx.query<{ given: number; total: number | null; attended: number }>(
      `SELECT COUNT(f.id) AS given, SUM(f.score) AS total, COUNT(*) AS attended
         FROM signup s LEFT JOIN feedback f ON f.signup_id = s.id
        WHERE s.line_id IN (${marks(dateIds)}) AND s.status = 'attended'`,
      dateIds,
    );
    return {
      given: Number(row?.given ?? 0),
      sum: Number(row?.total ?? 0),
      attended: Number(row?.attended ?? 0),
    };
  }
}
