import type { DependantView } from '@xiaolin/shared-types/people/schema';
import { useRef, useState } from 'react';
import { type Failure, isPassing } from '@/shared/api/failure';
import { readBirthYear } from '@/shared/ui/birth-year';
import { newRequestKey } from '@/shared/api/request-key';
import { addDependant, removeDependant, saveDependant } from './api';
import { type DependantForm, mendsOf } from './model';

/** Adding, changing and forgetting; each answers whether it was done. */
export function useDependants(reload: () => Promise<void>) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  /** Of the addition that has no final answer yet. */
  const key = useRef<{ readonly intent: string; readonly value: string } | null>(null);

  const run = async (call: () => Promise<{ ok: true } | { ok: false; problem: Failure }>) => {
    if (busy) return false;
    setBusy(true);
    setProblem(null);
    const result = await call();
    setBusy(false);
    if (result.ok || !isPassing(result.problem)) key.current = null;
    if (!result.ok) setProblem(result.problem);
    else await reload();
    return result.ok;
  };

  const save = (form: DependantForm) => {
    const { of, kind } = form;
    if (kind === null || Object.keys(mendsOf(form)).length > 0) return Promise.resolve(false);
    const birthYear = readBirthYear(form.birthYear);
    if (birthYear === 'wrong') return Promise.resolve(false);
    const input = { name: form.name.trim(), kind, birthYear };
    return run(() => {
      if (of !== null) return saveDependant(of.id, input);
      const intent = `${kind} ${input.name} ${form.birthYear}`;
      if (key.current?.intent !== intent) key.current = { intent, value: newRequestKey() };
      return addDependant(input, key.current.value);
    });
  };
  const remove = (of: DependantView) => run(() => removeDependant(of.id));
  return { busy, problem, save, remove, forgetProblem: () => setProblem(null) };
}
