import type { Tx } from './unit-of-work.js';

type Value = string | number | boolean | null;

/** `?, ?, ?` for a list of that length; an empty list gives `NULL`, which matches nothing. */
export const marks = (list: readonly unknown[]): string => (list.length === 0 ? 'NULL' : list.map(() => '?').join(', '));

/** Inserts rows of one shape in one statement; no row, no statement. Table and column names come from code only. */
export async function insertRows(tx: Tx, table: string, rows: readonly Readonly<Record<string, Value>>[]): Promise<void> {
  const first = rows[0];
  if (first === undefined) return;
  const columns = Object.keys(first);
  const row = `(${columns.map(() => '?').join(', ')})`;
  const values = rows.flatMap((each) => columns.map((column) => toColumn(each[column])));
  await tx.query(`INSERT INTO ${table} (${columns.join(', ')}) VALUES ${rows.map(() => row).join(', ')}`, values);
}

/** Sets columns of the row with this id. */
export async function updateRow(tx: Tx, table: string, id: string, set: Readonly<Record<string, Value>>): Promise<void> {
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
