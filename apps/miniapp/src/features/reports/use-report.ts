import type { ReportOrder } from '@xiaolin/shared-types/reports/schema';
import { useRef, useState } from 'react';
import type { Result } from '@/shared/api/failure';
import { newRequestKey } from '@/shared/api/request-key';
import { problemText } from '@/shared/i18n/problem-text';
import { reportWords as words } from '@/shared/i18n/zh-CN/reports';
import { fetchReport } from './api';

export interface Said {
  readonly tone: 'ok' | 'warm' | 'plain';
  readonly text: string;
}

/** Orders a report and fetches it; what happens meanwhile is said. */
export function useReport(order: (requestKey: string) => Promise<Result<ReportOrder>>, wish: string) {
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  // One key for one wish until its file is there: a retry after a lost answer is not another order.
  const intent = useRef({ wish: '', key: '' });
  const run = async () => {
    if (busy) return;
    if (intent.current.wish !== wish) intent.current = { wish, key: newRequestKey() };
    setBusy(true);
    setSaid({ tone: 'plain', text: words.ordering });
    const ordered = await order(intent.current.key);
    if (ordered.ok) {
      setSaid({ tone: 'plain', text: words.making(ordered.value.rows) });
      const outcome = await fetchReport(ordered.value);
      setSaid(
        outcome === 'failed'
          ? { tone: 'warm', text: words.failed }
          : { tone: 'ok', text: outcome === 'saved' ? words.saved(ordered.value.fileName) : words.opened },
      );
    } else setSaid({ tone: 'warm', text: problemText(ordered.problem, new Date()) });
    // The next one is another order: an old one ends after some minutes.
    if (ordered.ok || !ordered.problem.code.startsWith('network.')) intent.current = { wish: '', key: '' };
    setBusy(false);
  };
  return { busy, said, run };
}
