import type { LineView, MySignup } from '@xiaolin/shared-types/signups/schema';
import { useRef, useState } from 'react';
import type { Failure } from '@/shared/api/failure';
import { isPassing } from '@/shared/api/failure';
import { newRequestKey } from '@/shared/api/request-key';
import { cancelSignup, readLine } from './api';

/** The sheet is open when `signup` is set; `line` follows when it has been read. */
export interface Cancelling {
  readonly signup: MySignup | null;
  readonly line: LineView | null;
  readonly busy: boolean;
  readonly problem: Failure | null;
  ask(signup: MySignup): void;
  close(): void;
  confirm(): Promise<void>;
}

interface Asked {
  readonly signup: MySignup;
  readonly line: LineView | null;
}

/** Giving a place up: asks first, keeps one request key for one intent, and says how it ended. */
export function useCancel(onDone: (status: MySignup['status']) => void): Cancelling {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  const key = useRef<{ readonly signupId: string; readonly value: string } | null>(null);

  const ask = (signup: MySignup) => {
    setProblem(null);
    setAsked({ signup, line: null });
    void readLine(signup).then((line) =>
      setAsked((now) => (now?.signup.id === signup.id ? { signup, line } : now)),
    );
  };

  const confirm = async () => {
    if (asked === null || busy) return;
    const { signup } = asked;
    if (key.current?.signupId !== signup.id) key.current = { signupId: signup.id, value: newRequestKey() };
    setBusy(true);
    const result = await cancelSignup(signup.id, key.current.value);
    setBusy(false);
    if (result.ok || !isPassing(result.problem)) key.current = null;
    if (!result.ok) {
      setProblem(result.problem);
      return;
    }
    setAsked(null);
    onDone(result.value.status);
  };

  return {
    signup: asked?.signup ?? null,
    line: asked?.line ?? null,
    busy,
    problem,
    ask,
    close: () => setAsked(null),
    confirm,
  };
}
