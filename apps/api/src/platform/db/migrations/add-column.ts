import type { MigrationInterface, QueryRunner, TableColumnOptions } from 'typeorm';

/**
 * A migration that adds one column. By hand and not through TypeORM, which rebuilds the whole table on SQLite: this
 * is one statement that both engines read alike, and running it again changes nothing.
 */
export const addColumn = (
  timestamp: number,
  table: string,
  column: TableColumnOptions,
): new () => MigrationInterface =>
  class implements MigrationInterface {
    name = `Add_${table}_${column.name}_${timestamp}`;

    async up(runner: QueryRunner): Promise<void> {
      if (await runner.hasColumn(table, column.name)) return;
      await runner.query(`ALTER TABLE ${table} ADD COLUMN ${column.name} ${definition(column)}`);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.dropColumn(table, column.name);
    }
  };

/** Rows that exist need a value, so a column that may not be empty needs a default. */
function definition({ type, length, isNullable, default: value }: TableColumnOptions): string {
  if (isNullable !== true && value === undefined) throw new TypeError('a new column needs a default');
  const sized = length === undefined ? String(type) : `${String(type)}(${length})`;
  return isNullable === true ? `${sized} NULL` : `${sized} NOT NULL DEFAULT ${String(value)}`;
}
