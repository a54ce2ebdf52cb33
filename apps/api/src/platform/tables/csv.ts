import { type Cell, neutral } from './neutral.js';

/** Excel and WPS read a UTF-8 file as Chinese only when it begins with this. */
export const BYTE_ORDER_MARK = '\ufeff';

/** One line of a CSV file (RFC 4180); formulas are made text by {@link neutral}. */
export const csvRow = (cells: readonly Cell[]): string => `${cells.map(field).join(',')}\r\n`;

function field(value: Cell): string {
  if (typeof value === 'number') return String(value);
  const text = neutral(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
