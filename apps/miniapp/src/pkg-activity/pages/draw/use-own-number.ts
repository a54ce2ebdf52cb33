import { entryNumber } from '@xiaolin/shared-types/lottery/draw';
import type { DrawView } from '@xiaolin/shared-types/lottery/schema';
import { listMine } from '@/features/signups/api';
import type { Result } from '@/shared/api/failure';
import { usePageData } from '@/shared/api/use-page-data';
import { useSession } from '@/shared/session/session';
import { useCallback } from 'react';

/** The number under which the caller is in this lottery; null for whoever is not, and while it cannot be read. */
export function useOwnNumber({
  activityId,
  occurrenceId,
}: Pick<DrawView, 'activityId' | 'occurrenceId'>): string | null {
  const token = useSession((state) => state.token);
  const load = useCallback(async (): Promise<Result<string | null>> => {
    if (token === null) return { ok: true, value: null };
    // Whoever was not drawn finds it among what is past.
    for (const when of ['coming', 'past'] as const) {
      const result = await listMine({ when, activityId, limit: '60' });
      if (!result.ok) return result;
      const own = result.value.items.find(({ lineId }) => lineId === occurrenceId);
      if (own !== undefined) return { ok: true, value: entryNumber(own.id) };
    }
    return { ok: true, value: null };
  }, [token, activityId, occurrenceId]);
  return usePageData(load).value;
}
