import { DEFAULT_PAGE } from '@xiaolin/shared-types/contract/paging';
import { decodeCursor } from '../db/cursor.js';
import { invalidField } from './refusal.js';

export interface PageRequest {
  readonly limit: number;
  /** Sort values of the last row of the page before, or null on the first page. */
  readonly after: readonly (string | number)[] | null;
}

/**
 * What a list is asked for.
 * @param sortValues how many values the list sorts by.
 * @throws Refusal `request.invalid` on a cursor that is not ours.
 */
export function pageRequest(
  query: { readonly cursor?: string | undefined; readonly limit?: number | undefined },
  sortValues: number,
): PageRequest {
  const after = query.cursor === undefined ? null : decodeCursor(query.cursor, sortValues);
  if (query.cursor !== undefined && after === null)
    throw invalidField('query.cursor', 'cursor of an earlier page');
  return { limit: query.limit ?? DEFAULT_PAGE, after };
}
