import type { OccurrenceView } from '@xiaolin/shared-types/activities/schema';
import type { DrawView } from '@xiaolin/shared-types/lottery/schema';
import type { Result } from '@/shared/api/failure';
import { usePageData } from '@/shared/api/use-page-data';
import { useCallback } from 'react';
import { readDraw } from './api';

/** The lottery of a run; null where nothing is drawn, and while it cannot be read. */
export function useDraw(run: Pick<OccurrenceView, 'id' | 'line'> | null): DrawView | null {
  const id = run?.line.mode === 'lottery' ? run.id : null;
  const load = useCallback(
    (): Promise<Result<DrawView | null>> =>
      id === null ? Promise.resolve({ ok: true, value: null }) : readDraw(id),
    [id],
  );
  return usePageData(load).value;
}
