import type { MySignup } from '@xiaolin/shared-types/signups/schema';
import { listMine } from '@/features/signups/api';
import type { Result } from '@/shared/api/failure';
import { usePageData } from '@/shared/api/use-page-data';
import { useSession } from '@/shared/session/session';
import { useCallback } from 'react';

const none: readonly MySignup[] = [];

/** The person's own places in this activity; none for nobody, and none while they cannot be read: the server decides. */
export function useMinePlaces(activityId: string): readonly MySignup[] {
  const token = useSession((state) => state.token);
  const load = useCallback(async (): Promise<Result<readonly MySignup[]>> => {
    if (token === null) return { ok: true, value: none };
    const result = await listMine({ when: 'coming', activityId, limit: '60' });
    return result.ok ? { ok: true, value: result.value.items } : result;
  }, [token, activityId]);
  return usePageData(load).value ?? none;
}
