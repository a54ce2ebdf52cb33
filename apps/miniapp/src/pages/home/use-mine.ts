import type { MessageView } from '@xiaolin/shared-types/inbox/routes';
import type { MySignup } from '@xiaolin/shared-types/signups/schema';
import { mostPressing } from '@/features/inbox/model';
import { listMessages } from '@/features/inbox/api';
import { listMine } from '@/features/signups/api';
import { nextOf } from '@/features/signups/model';
import { mostUrgentOffer, type Offered } from '@/features/signups/offer';
import type { Result } from '@/shared/api/failure';
import { type PageData, usePageData } from '@/shared/api/use-page-data';
import { useSession } from '@/shared/session/session';
import { useTicketAhead } from '@/features/tickets/use-ticket';
import { useCallback } from 'react';

export interface Mine {
  readonly next: MySignup | null;
  /** Seats that are kept for the person, to be taken or turned down. */
  readonly offer: Offered | null;
  readonly message: MessageView | null;
}

/** What waits for the person who is signed in; null for nobody. */
export function useMine(): PageData<Mine | null> & { readonly signedIn: boolean } {
  const token = useSession((state) => state.token);
  const load = useCallback(async (): Promise<Result<Mine | null>> => {
    if (token === null) return { ok: true, value: null };
    const [coming, messages] = await Promise.all([
      listMine({ when: 'coming', limit: '20' }),
      listMessages({ limit: '10' }),
    ]);
    if (!coming.ok) return coming;
    return {
      ok: true,
      value: {
        next: nextOf(coming.value.items),
        offer: mostUrgentOffer(coming.value.items, new Date()),
        message: messages.ok ? mostPressing(messages.value.items) : null,
      },
    };
  }, [token]);
  const data = usePageData(load);
  const next = data.value?.next ?? null;
  useTicketAhead(next?.kind === 'occurrence' ? next.id : null);
  return { ...data, signedIn: token !== null };
}
