import type { Result } from './failure';

interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

export interface Loaded<Item> {
  readonly items: readonly Item[];
  /** There is more behind what was loaded. */
  readonly hasMore: boolean;
}

/**
 * The first so many pages of a list, one after the other. A list that is on a screen for a while is read again from
 * its start, so that what changed meanwhile (a place given up, a record decided) is not shown twice or missed.
 */
export async function loadPages<Item>(
  pages: number,
  load: (cursor: string | undefined) => Promise<Result<Page<Item>>>,
): Promise<Result<Loaded<Item>>> {
  const items: Item[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < pages; page += 1) {
    const result = await load(cursor);
    if (!result.ok) return result;
    items.push(...result.value.items);
    if (result.value.nextCursor === null) return { ok: true, value: { items, hasMore: false } };
    cursor = result.value.nextCursor;
  }
  return { ok: true, value: { items, hasMore: true } };
}
