import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Failure } from '@/shared/api/failure';
import { newRequestKey } from '@/shared/api/request-key';
import { type PagedList, type PageQuery, usePagedList } from '@/shared/api/use-paged-list';
import { problemText } from '@/shared/i18n/problem-text';
import { reviewWords as words } from '@/shared/i18n/zh-CN/hour-review';
import {
  confirmFlagged,
  confirmRecords,
  loadPending,
  rejectRecord,
  type ReviewRecord,
  type Waiting,
} from '../api';
import { confirmable, tickedAtFirst } from '../model';

export interface Review {
  readonly list: PagedList<ReviewRecord>;
  readonly ticked: ReadonlySet<string>;
  readonly toConfirm: readonly string[];
  readonly busy: boolean;
  /** What the last act came to, said aloud. */
  readonly said: { readonly tone: 'ok' | 'warm'; readonly lines: readonly string[] } | null;
  readonly tick: (ids: readonly string[], on: boolean) => void;
  readonly confirm: () => Promise<void>;
  /** A flagged record, by itself, after a look. */
  readonly confirmOne: (record: ReviewRecord) => Promise<void>;
  /** Null when it is done, else why it is not. */
  readonly reject: (record: ReviewRecord, reason: string) => Promise<Failure | null>;
}

/** The pending records of the scope, what is ticked, and what was done about them. */
export function useReview({ unitId, overdue = false }: Waiting = {}): Review {
  const load = useCallback((page: PageQuery) => loadPending({ unitId, overdue }, page), [unitId, overdue]);
  const list = usePagedList(load);
  const records = useMemo(() => list.items ?? [], [list.items]);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Review['said']>(null);
  const seen = useRef(new Set<string>());
  // One key for one set of records: a retry after a lost answer confirms nothing twice.
  const intent = useRef({ of: '', key: '' });

  useEffect(() => {
    const fresh = records.filter(({ id }) => !seen.current.has(id));
    if (fresh.length === 0) return;
    for (const { id } of fresh) seen.current.add(id);
    setTicked((before) => new Set([...before, ...tickedAtFirst(fresh)]));
  }, [records]);

  const tick = useCallback((ids: readonly string[], on: boolean) => {
    setTicked((before) => {
      const next = new Set(before);
      for (const id of ids)
        if (on) next.add(id);
        else next.delete(id);
      return next;
    });
  }, []);

  const toConfirm = confirmable(records, ticked);

  const confirm = async () => {
    const of = toConfirm.join(' ');
    if (of === '' || busy) return;
    if (intent.current.of !== of) intent.current = { of, key: newRequestKey() };
    setBusy(true);
    const result = await confirmRecords(intent.current.key, [...toConfirm]);
    setBusy(false);
    if (!result.ok) {
      setSaid({ tone: 'warm', lines: [problemText(result.problem, new Date())] });
      return;
    }
    setSaid(outcomeOf(result.value, records));
    await list.reload();
  };

  const confirmOne = async (record: ReviewRecord) => {
    if (busy) return;
    if (intent.current.of !== record.id) intent.current = { of: record.id, key: newRequestKey() };
    setBusy(true);
    const result = await confirmFlagged(intent.current.key, record.id);
    setBusy(false);
    setSaid(
      result.ok
        ? outcomeOf(result.value, records)
        : { tone: 'warm', lines: [problemText(result.problem, new Date())] },
    );
    if (result.ok) await list.reload();
  };

  const reject = async (record: ReviewRecord, reason: string): Promise<Failure | null> => {
    const result = await rejectRecord(record.id, reason);
    if (!result.ok) return result.problem;
    setSaid({ tone: 'ok', lines: [words.rejected(record.personName)] });
    await list.reload();
    return null;
  };

  return { list, ticked, toConfirm, busy, said, tick, confirm, confirmOne, reject };
}

/** How many were confirmed, and by name why the others were not. */
function outcomeOf(
  {
    confirmed,
    refused,
  }: { confirmed: readonly string[]; refused: readonly { id: string; code: Failure['code'] }[] },
  records: readonly ReviewRecord[],
): NonNullable<Review['said']> {
  const nameOf = (id: string) => records.find((record) => record.id === id)?.personName ?? '';
  const why = refused.map(
    ({ id, code }) =>
      `${nameOf(id)}：${problemText({ code, facts: {}, errors: [], instance: null }, new Date())}`,
  );
  const lines = confirmed.length > 0 ? [words.done(confirmed.length)] : [];
  if (refused.length > 0) lines.push(words.refused(refused.length), ...why);
  return { tone: refused.length > 0 ? 'warm' : 'ok', lines };
}
