import { useRef, useState } from 'react';
import { type Failure, isPassing, type Result } from './failure';
import { newRequestKey } from './request-key';

export interface Intent {
  readonly busy: boolean;
  /** Why the latest try failed; null once something else is tried. */
  readonly problem: Failure | null;
  /**
   * Sends something that changes the server. Trying the same again after a lost answer sends the same key.
   *
   * @param what tells one intent from another: what is done, with every word of it
   * @returns null when it failed
   */
  run<T>(what: string, send: (requestKey: string) => Promise<Result<T>>): Promise<T | null>;
  forget(): void;
}

/** One request key for one intent, however often it is pressed. */
export function useIntent(): Intent {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  const kept = useRef<{ readonly what: string; readonly key: string } | null>(null);
  const working = useRef(false);
  return {
    busy,
    problem,
    async run(what, send) {
      if (working.current) return null;
      working.current = true;
      if (kept.current?.what !== what) kept.current = { what, key: newRequestKey() };
      setBusy(true);
      setProblem(null);
      const result = await send(kept.current.key);
      working.current = false;
      setBusy(false);
      if (result.ok || !isPassing(result.problem)) kept.current = null;
      if (result.ok) return result.value;
      setProblem(result.problem);
      return null;
    },
    forget: () => setProblem(null),
  };
}
