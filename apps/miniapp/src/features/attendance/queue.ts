import { useStore } from 'zustand';
import { newRequestKey } from '@/shared/api/request-key';
import { keepMoving } from '@/shared/offline/keep-moving';
import { storage } from '@/shared/platform/storage';
import { session, useSession } from '@/shared/session/session';
import { sendScans } from './api';
import { createScanQueue, type QueuedScan, waitingScans } from './scan-queue';

export const scanQueue = createScanQueue({
  storage,
  send: sendScans,
  clock: () => new Date(),
  newKey: newRequestKey,
});

/** Sends what waits for whoever is signed in now. */
export async function drainScans(): Promise<void> {
  const personId = session.getState().person?.id;
  if (personId === undefined) return;
  if (waitingScans(scanQueue.getState().items, personId).length > 0)
    await scanQueue.getState().drain(personId);
}

/** Once per launch: from then on scans leave by themselves whenever there is a way. */
export const keepScansMoving = keepMoving(drainScans);

/** The scans of whoever is signed in, oldest first. */
export function useMyScans(): { readonly waiting: QueuedScan[]; readonly unseenEnds: QueuedScan[] } {
  const personId = useSession((state) => state.person?.id ?? '');
  const items = useStore(scanQueue.store, (state) => state.items);
  return {
    waiting: waitingScans(items, personId),
    unseenEnds: items.filter((item) => item.personId === personId && item.end !== null && !item.seen),
  };
}

export const useScan = (key: string | null): QueuedScan | null =>
  useStore(scanQueue.store, (state) => state.items.find((item) => item.key === key) ?? null);
