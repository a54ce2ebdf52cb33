/** What a table may hold. */
export type Cell = string | number;

const RUNS = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/;

/**
 * Text that no spreadsheet takes for a formula: an apostrophe in front of it where it would (OWASP, "CSV Injection").
 * Titles and names are what people typed. A workbook says itself that a cell is text; it is done there too, because
 * a workbook saved as CSV and opened again says nothing.
 */
export const neutral = (text: string): string => (RUNS.test(text) ? `'${text}` : text);
