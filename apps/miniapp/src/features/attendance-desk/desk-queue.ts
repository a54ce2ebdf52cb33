import type { BatchedResult, Direction, ScanOutcome } from '@xiaolin/shared-types/attendance/schema';
import type { ProblemFacts } from '@xiaolin/shared-types/contract/problem';
import type { StoreApi } from 'zustand/vanilla';
import type { FailureCode, Result } from '@/shared/api/failure';
import { type BatchQueue, createBatchQueue, mayPass, type QueuedItem } from '@/shared/offline/batch-queue';
import type { TextStorage } from '@/shared/platform/storage';

export type DeskEnd =
  | { readonly kind: 'recorded'; readonly outcome: ScanOutcome }
  | { readonly kind: 'held' }
  | { readonly kind: 'refused'; readonly code: FailureCode; readonly facts: ProblemFacts };

/** A volunteer's code that was scanned at a desk without a network. */
export interface QueuedDeskScan extends QueuedItem<DeskEnd> {
  readonly shiftId: string;
  readonly code: string;
  readonly direction: Direction;
  /** The device's clock when it was scanned, ISO 8601. */
  readonly deviceTime: string;
  /** Whose it is, where this device could tell. */
  readonly passId: string | null;
  readonly maskedName: string | null;
  /** The code is used up on this device under this name. */
  readonly nonce: string | null;
}

export type DeskQueue = StoreApi<BatchQueue<QueuedDeskScan>>;

export const deskQueueKey = 'xiaolin.desk-queue';
const mostAtOnce = 100;

const isScan = (item: unknown): item is QueuedDeskScan => {
  const { key, personId, shiftId, code, direction, deviceTime } = (item ?? {}) as Record<string, unknown>;
  return [key, personId, shiftId, code, direction, deviceTime].every((part) => typeof part === 'string');
};

export function readDeskScans(saved: unknown): QueuedDeskScan[] {
  const { items } = (saved ?? {}) as { items?: unknown };
  if (!Array.isArray(items)) return [];
  return items.filter(isScan).map((item) => ({
    ...item,
    passId: item.passId ?? null,
    maskedName: item.maskedName ?? null,
    nonce: item.nonce ?? null,
    end: item.end ?? null,
    seen: item.seen ?? false,
  }));
}

const endOf = (result: BatchedResult): DeskEnd | null => {
  if (result.kind === 'recorded') return { kind: 'recorded', outcome: result.outcome };
  if (result.kind === 'held') return { kind: 'held' };
  const { code, facts } = result;
  return mayPass({ code, facts, errors: [], instance: null }) ? null : { kind: 'refused', code, facts };
};

/** A batch is of one shift, whose desk it was. */
export const createDeskQueue = (
  storage: TextStorage,
  send: (shiftId: string, batch: readonly QueuedDeskScan[]) => Promise<Result<readonly BatchedResult[]>>,
): DeskQueue =>
  createBatchQueue<QueuedDeskScan, DeskEnd>({
    storage,
    name: deskQueueKey,
    version: 1,
    read: readDeskScans,
    together: (waiting) =>
      waiting.filter(({ shiftId }) => shiftId === waiting[0]?.shiftId).slice(0, mostAtOnce),
    send: async (batch) => {
      const result = await send(batch[0]?.shiftId ?? '', batch);
      return result.ok ? { ok: true, value: result.value.map(endOf) } : result;
    },
    refuse: ({ code, facts }) => ({ kind: 'refused', code, facts }),
  });
