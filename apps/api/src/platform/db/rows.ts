import type { Tx } from './unit-of-work.js';

type Value = string | number | boolean | null;
type Row = Readonly<Record<string, Value>>;

/** `?, ?, ?` for a list of that length; an empty list gives `NULL`, which matches nothing. */
export const marks = (list: readonly unknown[]): string =>
  list.length === 0 ? 'NULL' : list.map(() => '?').join(', ');

/** Inserts rows of one shape in one statement; no row, no statement. Table and column names come from code only. */
export async function insertRows(tx: Tx, table: string, rows: readonly Row[]): Promise<void> {
  await insert(tx, table, rows, '');
}

/**
 * Inserts the rows whose `unique` columns (those of one UNIQUE constraint) are not in the table yet, and leaves the
 * others as they are. Neither engine's form swallows any other fault, as `INSERT IGNORE` would.
 */
export async function insertMissing(
  tx: Tx,
  table: string,
  unique: readonly string[],
  rows: readonly Row[],
): Promise<void> {
  const skip =
    tx.engine === 'mysql'
      ? `ON DUPLICATE KEY UPDATE ${unique.map((column) => `${column} = ${column}`).join(', ')}`
      : `ON CONFLICT (${unique.join(', ')}) DO NOTHING`;
  await insert(tx, table, rows, skip);
}

/**
 * Sets these columns of rows that exist, many rows in one statement. Each row must be whole: the engines check it as
 * if it were new before they find the one with its id.
 */
export async function saveRows(
  tx: Tx,
  table: string,
  rows: readonly Row[],
  columns: readonly string[],
): Promise<void> {
  const save =
    tx.engine === 'mysql'
      ? `ON DUPLICATE KEY UPDATE ${columns.map((column) => `${column} = VALUES(${column})`).join(', ')}`
      : `ON CONFLICT (id) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`;
  await insert(tx, table, rows, save);
}

async function insert(tx: Tx, table: string, rows: readonly Row[], suffix: string): Promise<void> {
  const first = rows[0];
  if (first === undefined) return;
  const columns = Object.keys(first);
  const row = `(${columns.map(() => '?').join(', ')})`;
  const values = rows.flatMap((each) => columns.map((column) => toColumn(each[column])));
  await tx.query(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${rows.map(() => row).join(', ')} ${suffix}`,
    values,
  );
}

/** Sets columns of the row with this id. */
export async function updateRow(tx: Tx, table: string, id: string, set: Row): Promise<void> {
  const columns = Object.keys(set);
  await tx.query(`UPDATE ${table} SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`, [
    ...columns.map((column) => toColumn(set[column])),
    id,
  ]);
}

function toColumn(value: Value | undefined): string | number | null {
  if (value === undefined) throw new TypeError('a row lacks a column that the first row has');
  return typeof value === 'boolean' ? Number(value) : value;
}
