import { useStore } from 'zustand';
import { newRequestKey } from '@/shared/api/request-key';
import { onAppShow } from '@/shared/platform/app-show';
import { onConnectionChange } from '@/shared/platform/network';
import { storage } from '@/shared/platform/storage';
import { session, useSession } from '@/shared/session/session';
import { sendScan } from './api';
import { createScanQueue, type QueuedScan, waitingScans } from './scan-queue';

export const scanQueue = createScanQueue({
  storage,
  send: sendScan,
  clock: () => new Date(),
  newKey: newRequestKey,
});

/** Between tries while something waits: a network that came back without saying so is found within this time. */
const retryMilliseconds = 20_000;

/** Sends what waits for whoever is signed in now. */
export async function drainScans(): Promise<void> {
  const personId = session.getState().person?.id;
  if (personId === undefined) return;
  if (waitingScans(scanQueue.getState().items, personId).length > 0)
    await scanQueue.getState().drain(personId);
}

let started = false;

/** Once per launch: from then on scans leave by themselves whenever there is a way. */
export function keepScansMoving(): void {
  if (started) return;
  started = true;
  const drain = () => void drainScans();
  onConnectionChange((online) => {
    if (online) drain();
  });
  onAppShow(drain);
  setInterval(drain, retryMilliseconds);
  drain();
}

/** The scans of whoever is signed in, oldest first. */
export function useMyScans(): { readonly waiting: QueuedScan[]; readonly unseenEnds: QueuedScan[] } {
  const personId = useSession((state) => state.person?.id ?? '');
  const items = useStore(scanQueue, (state) => state.items);
  return {
    waiting: waitingScans(items, personId),
    unseenEnds: items.filter((item) => item.personId === personId && item.end !== null && !item.seen),
  };
}

export const useScan = (key: string | null): QueuedScan | null =>
  useStore(scanQueue, (state) => state.items.find((item) => item.key === key) ?? null);
