import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, index, instant, none, table, text, unique, whole } from './columns.js';

/* What a campus knows of its students, what they agreed to, and who was reminded of hours that are due. */

export const className = text('class_name', 40, none);
export const entryYear = whole('entry_year', none);
export const submittedAt = instant('submitted_at', none);
/** `rejected` or `withdrawn`; a profile that is verified or waits has none. */
export const refusedAs = text('refused_as', 12, none);
export const decisionReason = text('decision_reason', 200, none);

/** A row is a consent that stands; taking it back removes the row, and the journal keeps both moments. */
export const rankingConsent = table({
  name: 'ranking_consent',
  columns: [id('person_id', { isPrimary: true }), text('shown_name', 12), instant('given_at')],
});

/** No row: the default steps. */
export const starSetting = table({
  name: 'star_setting',
  columns: [
    id('organization_id', { isPrimary: true }),
    /** Hours with commas between them, rising. */
    text('steps', 100),
    id('changed_by'),
    instant('changed_at'),
  ],
});

/** That somebody was told once that a record is due, or overdue. */
export const hourNotice = table({
  name: 'hour_notice',
  columns: [
    id('record_id'),
    text('kind', 12),
    /** Whose staff was told. */
    id('told_id'),
    /** A district day. */
    text('on_day', 10),
  ],
  uniques: [unique('uq_hour_notice', 'record_id', 'kind')],
  indices: [index('ix_hour_notice_told', 'told_id', 'kind', 'on_day')],
});

const NUMBER_INDEX = 'ix_student_profile_number';

/** Finds a campus's students, and whoever named the same student number. */
export class StudentNumberIndex1795000000138 implements MigrationInterface {
  name = 'StudentNumberIndex1795000000138';

  async up(runner: QueryRunner): Promise<void> {
    const known = await runner.getTable('student_profile');
    if (known?.indices.some(({ name }) => name === NUMBER_INDEX) === true) return;
    await runner.query(`CREATE INDEX ${NUMBER_INDEX} ON student_profile (university_id, student_number)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('student_profile', NUMBER_INDEX);
  }
}
