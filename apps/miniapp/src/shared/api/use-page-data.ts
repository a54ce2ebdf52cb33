import { useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure, Result } from './failure';

export interface PageData<T> {
  /** The last good answer; kept while a newer one is on its way or fails. */
  readonly value: T | null;
  /** Why the latest try failed, or null. */
  readonly problem: Failure | null;
  readonly loading: boolean;
  readonly reload: () => Promise<void>;
  /** For an answer that came another way, e.g. with a successful submit. */
  readonly replace: (value: T) => void;
}

/**
 * What a page shows: loaded at first, again each time the page comes to the front, and when `load` changes (wrap it in
 * useCallback). An answer that arrives after a newer question was asked is thrown away.
 */
export function usePageData<T>(load: () => Promise<Result<T>>): PageData<T> {
  const [state, setState] = useState<{ value: T | null; problem: Failure | null; loading: boolean }>({
    value: null,
    problem: null,
    loading: true,
  });
  const asked = useRef(0);

  const reload = useCallback(async () => {
    asked.current += 1;
    const question = asked.current;
    setState((before) => ({ ...before, loading: true }));
    const result = await load();
    if (question !== asked.current) return;
    setState((before) =>
      result.ok
        ? { value: result.value, problem: null, loading: false }
        : { value: before.value, problem: result.problem, loading: false },
    );
  }, [load]);

  const shown = useRef(false);
  useEffect(() => {
    void reload();
  }, [reload]);
  useDidShow(() => {
    // The effect above has loaded it for the first showing.
    if (shown.current) void reload();
    shown.current = true;
  });

  const replace = useCallback((value: T) => setState({ value, problem: null, loading: false }), []);
  return { ...state, reload, replace };
}
