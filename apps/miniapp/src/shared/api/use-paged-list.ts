import { DEFAULT_PAGE, LARGEST_PAGE } from '@xiaolin/shared-types/contract/paging';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure, Result } from './failure';
import { usePageData } from './use-page-data';

export interface PageOf<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/** The query of a list as the contract takes it. */
export interface PageQuery {
  readonly cursor?: string;
  readonly limit?: string;
}

export interface PagedList<T> {
  /** null until the first answer. */
  readonly items: readonly T[] | null;
  readonly problem: Failure | null;
  readonly loading: boolean;
  readonly hasMore: boolean;
  readonly loadingMore: boolean;
  readonly more: () => Promise<void>;
  readonly reload: () => Promise<void>;
}

/**
 * A list that grows page by page. Coming back to the page asks for as much as was on it (up to the largest page), so
 * that the person stays where they were.
 */
export function usePagedList<T>(load: (page: PageQuery) => Promise<Result<PageOf<T>>>): PagedList<T> {
  const held = useRef(0);
  const first = useCallback(
    () => load({ limit: String(Math.min(LARGEST_PAGE, Math.max(DEFAULT_PAGE, held.current))) }),
    [load],
  );
  const data = usePageData<PageOf<T>>(first);
  const { value, replace } = data;
  const [tail, setTail] = useState<{ loading: boolean; problem: Failure | null }>({
    loading: false,
    problem: null,
  });
  useEffect(() => {
    held.current = value?.items.length ?? 0;
  }, [value]);

  const cursor = value?.nextCursor ?? null;
  const more = async () => {
    if (value === null || cursor === null || tail.loading) return;
    setTail({ loading: true, problem: null });
    const next = await load({ cursor });
    setTail({ loading: false, problem: next.ok ? null : next.problem });
    if (next.ok) replace({ items: [...value.items, ...next.value.items], nextCursor: next.value.nextCursor });
  };

  return {
    items: value?.items ?? null,
    problem: data.problem ?? tail.problem,
    loading: data.loading,
    hasMore: cursor !== null,
    loadingMore: tail.loading,
    more,
    reload: data.reload,
  };
}
