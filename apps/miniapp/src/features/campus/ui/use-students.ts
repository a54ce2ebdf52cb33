import type { CampusStudent, StudentDecision, StudentState } from '@xiaolin/shared-types/students/schema';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '@/shared/api/failure';
import { newRequestKey } from '@/shared/api/request-key';
import { type PagedList, type PageQuery, usePagedList } from '@/shared/api/use-paged-list';
import { problemText } from '@/shared/i18n/problem-text';
import { campusWords as words } from '@/shared/i18n/zh-CN/campus';
import { decideStudents, listStudents } from '../api';
import { tickedAtFirst } from '../model';

export interface Students {
  readonly list: PagedList<CampusStudent>;
  readonly ticked: ReadonlySet<string>;
  readonly busy: boolean;
  readonly said: { readonly tone: 'ok' | 'warm'; readonly lines: readonly string[] } | null;
  readonly tick: (ids: readonly string[], on: boolean) => void;
  /** Null when the server took it, else why not. */
  readonly decide: (
    students: readonly CampusStudent[],
    decision: StudentDecision,
    reason?: string,
  ) => Promise<Failure | null>;
}

/** Students in one state, who is ticked, and what was decided about them. */
export function useStudents(state: StudentState): Students {
  const load = useCallback((page: PageQuery) => listStudents(state, page), [state]);
  const list = usePagedList(load);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Students['said']>(null);
  const seen = useRef(new Set<string>());
  // One key for one set of students: a retry after a lost answer decides nothing twice.
  const intent = useRef({ of: '', key: '' });

  const { items } = list;
  useEffect(() => {
    if (state !== 'waiting' || items === null) return;
    const fresh = items.filter(({ personId }) => !seen.current.has(personId));
    for (const { personId } of fresh) seen.current.add(personId);
    if (fresh.length > 0) setTicked((before) => new Set([...before, ...tickedAtFirst(fresh)]));
  }, [items, state]);

  const tick = (ids: readonly string[], on: boolean) =>
    setTicked((before) => {
      const next = new Set(before);
      for (const id of ids)
        if (on) next.add(id);
        else next.delete(id);
      return next;
    });

  const decide: Students['decide'] = async (students, decision, reason) => {
    const of = JSON.stringify([decision, reason, students.map((each) => [each.personId, each.submittedAt])]);
    if (students.length === 0 || busy) return null;
    if (intent.current.of !== of) intent.current = { of, key: newRequestKey() };
    setBusy(true);
    const result = await decideStudents(intent.current.key, students, decision, reason);
    setBusy(false);
    if (!result.ok) {
      setSaid({ tone: 'warm', lines: [problemText(result.problem, new Date())] });
      return result.problem;
    }
    const { decided, refused } = result.value;
    const nameOf = (id: string) => students.find(({ personId }) => personId === id)?.displayName ?? '';
    const why = refused.map(
      ({ personId, code }) =>
        `${nameOf(personId)}：${problemText({ code, facts: {}, errors: [], instance: null }, new Date())}`,
    );
    setSaid({
      tone: refused.length > 0 ? 'warm' : 'ok',
      lines: [
        ...(decided.length > 0 ? [words.done[decision](decided.length)] : []),
        ...(refused.length > 0 ? [words.refused(refused.length), ...why] : []),
      ],
    });
    await list.reload();
    return null;
  };

  return { list, ticked, busy, said, tick, decide };
}
