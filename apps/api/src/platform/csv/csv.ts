/** So that spreadsheets read the file as UTF-8 and not as the code page of the machine. */
const BYTE_ORDER_MARK = '\uFEFF';

/** What a spreadsheet would run as a formula (OWASP, "CSV Injection"). */
const RUNS = /^[=+\-@\t\r]/;

/** A text that begins like a formula gets an apostrophe in front; numbers are ours and stay numbers. */
function cellOf(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const harmless = RUNS.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

const lineOf = (cells: readonly (string | number | null)[]): string => `${cells.map(cellOf).join(',')}\r\n`;

/** A table as the lines of a CSV file (RFC 4180), one after the other. */
export async function* csvLines<Row>(
  columns: readonly string[],
  rows: Iterable<Row> | AsyncIterable<Row>,
  cells: (row: Row) => readonly (string | number | null)[],
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + lineOf(columns);
  for await (const row of rows) yield lineOf(cells(row));
}
