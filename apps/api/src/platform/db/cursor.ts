/** The sort values of the last row of a page, as the opaque cursor of the next one. */
export const encodeCursor = (...values: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

/**
 * Back from a cursor to its `length` values; null when it is not one of ours, which callers treat as
 * `request.invalid` on `query.cursor`.
 */
export function decodeCursor(cursor: string, length: number): readonly (string | number)[] | null {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const fits =
      Array.isArray(values) &&
      values.length === length &&
      values.every((value) => typeof value === 'string' || typeof value === 'number');
    return fits ? values : null;
  } catch {
    return null;
  }
}

/** Cuts a page out of `limit + 1` rows and makes the cursor of the next page from the last row kept. */
export function cutPage<Row>(
  rows: readonly Row[],
  limit: number,
  sortValues: (last: Row) => readonly (string | number)[],
): { readonly rows: readonly Row[]; readonly nextCursor: string | null } {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  return {
    rows: kept,
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(...sortValues(last)) : null,
  };
}
