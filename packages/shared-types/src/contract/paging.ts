import * as v from 'valibot';

/** Items on a page when the caller does not say. */
export const DEFAULT_PAGE = 20;
/** The most that one page holds. */
export const LARGEST_PAGE = 100;

/**
 * Query of every list: keyset paging, never an offset. `cursor` is opaque and comes from the answer before.
 *
 * @example GET /api/activities?limit=20&cursor=…
 */
export const pageQuery = {
  cursor: v.optional(
    v.pipe(v.string(), v.maxLength(200), v.regex(/^[A-Za-z0-9_-]+$/, 'cursor of an earlier page')),
  ),
  limit: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,3}$/, 'a whole number'),
      v.transform(Number),
      v.minValue(1),
      v.maxValue(LARGEST_PAGE),
    ),
  ),
};

/** A page: `nextCursor` is null on the last one. There is no total count: counting costs more than reading. */
export const page = <const Item extends v.GenericSchema>(item: Item) =>
  v.object({ items: v.array(item), nextCursor: v.nullable(v.string()) });
