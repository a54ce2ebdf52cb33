import type { MigrationInterface, QueryRunner } from 'typeorm';
import { flag, id, index, instant, key, none, table, text } from './columns.js';

/** Who took which data out, when and why; each order is in the journal too. */
export const reportOrder = table({
  name: 'report_order',
  columns: [
    key(),
    id('person_id'),
    text('kind', 16),
    text('format', 4),
    /** An occurrence, a course or an organization. */
    id('subject_id'),
    text('period_from', 10, none),
    text('period_to', 10, none),
    /** Whether telephone numbers stand in it in full. */
    flag('with_phones'),
    text('reason', 100, none),
    instant('ordered_at'),
  ],
  indices: [index('ix_report_order_person', 'person_id', 'ordered_at')],
});

const HOURS_INDEX = 'ix_hour_record_report';

/** So that each page of a unit's records is read where the one before ended. */
export class HourReportIndex1795000000151 implements MigrationInterface {
  name = 'HourReportIndex1795000000151';

  async up(runner: QueryRunner): Promise<void> {
    const known = await runner.getTable('hour_record');
    if (known?.indices.some(({ name }) => name === HOURS_INDEX) === true) return;
    await runner.query(
      `CREATE INDEX ${HOURS_INDEX} ON hour_record (recording_unit_id, is_current, shift_starts_at, shift_id, person_id)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('hour_record', HOURS_INDEX);
  }
}
