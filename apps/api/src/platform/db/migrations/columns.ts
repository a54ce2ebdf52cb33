import type { TableColumnOptions, TableOptions } from 'typeorm';

type Extra = Partial<Omit<TableColumnOptions, 'name' | 'type'>>;

/** Identifier: a UUID or a slug. */
export const id = (name = 'id', extra: Extra = {}): TableColumnOptions => ({
  name,
  type: 'varchar',
  length: '36',
  ...extra,
});
export const key = (): TableColumnOptions => id('id', { isPrimary: true });
/** A moment: ISO 8601 in UTC with milliseconds, 24 characters; sorts as time does, on both engines alike. */
export const instant = (name: string, extra: Extra = {}): TableColumnOptions => ({
  name,
  type: 'varchar',
  length: '24',
  ...extra,
});
export const text = (name: string, length: number, extra: Extra = {}): TableColumnOptions => ({
  name,
  type: 'varchar',
  length: String(length),
  ...extra,
});
export const long = (name: string, extra: Extra = {}): TableColumnOptions => ({
  name,
  type: 'text',
  ...extra,
});
export const whole = (name: string, extra: Extra = {}): TableColumnOptions => ({
  name,
  type: 'int',
  ...extra,
});
export const flag = (name: string): TableColumnOptions => ({ name, type: 'tinyint' });
export const double = (name: string, extra: Extra = {}): TableColumnOptions => ({
  name,
  type: 'double',
  ...extra,
});
export const none = { isNullable: true } as const;

/** InnoDB and utf8mb4 whatever the database's default is; compared by code point, as SQLite does. */
const ENGINE = 'InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin';

export const table = (options: TableOptions): TableOptions => ({ engine: ENGINE, ...options });

export const unique = (name: string, ...columnNames: string[]) => ({ name, columnNames });
export const index = (name: string, ...columnNames: string[]) => ({ name, columnNames });
