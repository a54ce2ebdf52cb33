import type { ProblemFacts } from '@xiaolin/shared-types/contract/problem';
import type { BatchedResult, PlaceFinding, ScanOutcome } from '@xiaolin/shared-types/attendance/schema';
import type { StoreApi } from 'zustand/vanilla';
import type { Failure, FailureCode, Result } from '@/shared/api/failure';
import {
  type BatchQueue,
  createBatchQueue,
  mayPass,
  type QueuedItem,
  waitingFor,
} from '@/shared/offline/batch-queue';
import type { TextStorage } from '@/shared/platform/storage';

/** What a scan was about, as far as the phone knew it: shown while it waits. */
export interface ScanSubject {
  readonly activityTitle: string;
  readonly roleName: string;
}

export type ScanEnd =
  | { readonly kind: 'recorded'; readonly outcome: ScanOutcome; readonly settledAt: string }
  /** The server has the way out and waits for the way in. */
  | { readonly kind: 'held'; readonly at: string; readonly settledAt: string }
  | {
      readonly kind: 'refused';
      readonly code: FailureCode;
      readonly facts: ProblemFacts;
      readonly settledAt: string;
    };

/** One scan, with everything that sending it needs. */
export interface QueuedScan extends QueuedItem<ScanEnd> {
  readonly code: string;
  readonly shiftId: string | null;
  /** The phone's clock when it was scanned, ISO 8601. */
  readonly deviceTime: string;
  readonly about: ScanSubject | null;
  /** How far the phone was from the site, where the shift asks and the person consented. */
  readonly place: PlaceFinding | null;
}

export interface ScanQueue extends Omit<BatchQueue<QueuedScan>, 'add' | 'markSeen'> {
  /** The same code twice is one scan, unless it was refused: the reason may be gone. */
  add(
    scan: Pick<QueuedScan, 'personId' | 'code' | 'shiftId' | 'about'> & {
      readonly place?: PlaceFinding | null;
    },
  ): {
    key: string;
    kept: boolean;
  };
  markSeen(key: string): void;
}

export interface ScanQueueSetting {
  readonly storage: TextStorage;
  readonly send: (scans: readonly QueuedScan[]) => Promise<Result<readonly BatchedResult[]>>;
  readonly clock: () => Date;
  readonly newKey: () => string;
}

export const scanQueueKey = 'xiaolin.scan-queue';
/** Half of what a request may bring: a slow network has an answer sooner. */
const mostAtOnce = 100;

const isScan = (item: unknown): item is QueuedScan => {
  const { key, personId, code, deviceTime } = (item ?? {}) as Record<string, unknown>;
  return [key, personId, code, deviceTime].every((part) => typeof part === 'string');
};

/** What an earlier version left: a scan that can still be sent is kept whatever else changed. */
export const readSavedScans = (saved: unknown): QueuedScan[] => {
  const { items } = (saved ?? {}) as { items?: unknown };
  if (!Array.isArray(items)) return [];
  return items.filter(isScan).map((item) => ({
    ...item,
    shiftId: item.shiftId ?? null,
    about: item.about ?? null,
    place: item.place ?? null,
    end: item.end ?? null,
    seen: item.seen ?? false,
  }));
};

export const waitingScans = (items: readonly QueuedScan[], personId: string): QueuedScan[] =>
  waitingFor(items, personId);

/** Scans of the site's code on their way to the server. */
export function createScanQueue({ storage, send, clock, newKey }: ScanQueueSetting): {
  readonly getState: () => ScanQueue;
  readonly store: StoreApi<BatchQueue<QueuedScan>>;
} {
  const settledAt = () => clock().toISOString();
  const endOf = (result: BatchedResult): ScanEnd | null => {
    switch (result.kind) {
      case 'recorded':
        return { kind: 'recorded', outcome: result.outcome, settledAt: settledAt() };
      case 'held':
        return { kind: 'held', at: result.at, settledAt: settledAt() };
      case 'refused': {
        const { code, facts } = result;
        return mayPass({ code, facts, errors: [], instance: null })
          ? null
          : { kind: 'refused', code, facts, settledAt: settledAt() };
      }
    }
  };
  const store = createBatchQueue<QueuedScan, ScanEnd>({
    storage,
    name: scanQueueKey,
    version: 1,
    read: readSavedScans,
    together: (waiting) => waiting.slice(0, mostAtOnce),
    send: async (batch) => {
      const result = await send(batch);
      return result.ok ? { ok: true, value: result.value.map(endOf) } : result;
    },
    refuse: ({ code, facts }: Failure) => ({ kind: 'refused', code, facts, settledAt: settledAt() }),
  });
  const add: ScanQueue['add'] = (scan) => {
    const same = store
      .getState()
      .items.find(
        (item) =>
          item.personId === scan.personId &&
          item.code === scan.code &&
          item.shiftId === scan.shiftId &&
          item.end?.kind !== 'refused',
      );
    if (same) return { key: same.key, kept: true };
    return store.getState().add({ place: null, ...scan, key: newKey(), deviceTime: clock().toISOString() });
  };
  return {
    store,
    getState: () => ({
      ...store.getState(),
      add,
      markSeen: (key) => store.getState().markSeen([key]),
    }),
  };
}
