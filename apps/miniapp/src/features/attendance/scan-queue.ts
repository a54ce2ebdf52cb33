import type { ProblemFacts } from '@xiaolin/shared-types/contract/problem';
import type { ScanOutcome } from '@xiaolin/shared-types/attendance/schema';
import { createJSONStorage, persist } from 'zustand/middleware';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type FailureCode, isPassing, type Failure, type Result } from '@/shared/api/failure';
import type { TextStorage } from '@/shared/platform/storage';

/** What a scan was about, as far as the phone knew it: shown while it waits. */
export interface ScanSubject {
  readonly activityTitle: string;
  readonly roleName: string;
}

export type ScanEnd =
  | { readonly kind: 'recorded'; readonly outcome: ScanOutcome; readonly settledAt: string }
  | {
      readonly kind: 'refused';
      readonly code: FailureCode;
      readonly facts: ProblemFacts;
      readonly settledAt: string;
    };

/** One scan, with everything that sending it needs: alone, or later many in one batch. */
export interface QueuedScan {
  /** Request key: the server does it once however often it arrives. */
  readonly key: string;
  /** Whose scan it is: sent only while this person is signed in on the device. */
  readonly personId: string;
  readonly code: string;
  readonly shiftId: string | null;
  /** The phone's clock when it was scanned, ISO 8601. */
  readonly deviceTime: string;
  readonly about: ScanSubject | null;
  /** null while it waits. */
  readonly end: ScanEnd | null;
  /** The person has seen how it ended. */
  readonly seen: boolean;
}

export interface ScanQueue {
  readonly items: readonly QueuedScan[];
  readonly sending: boolean;
  /** The latest try did not reach the server. */
  readonly unreachable: boolean;
  /** Writes it down before anything is sent. `kept` is false where the device refuses to store it. */
  add(scan: Pick<QueuedScan, 'personId' | 'code' | 'shiftId' | 'about'>): { key: string; kept: boolean };
  /** Sends what waits for this person, oldest first. One run at a time: a second call joins the first. */
  drain(personId: string): Promise<void>;
  markSeen(key: string): void;
}

export interface ScanQueueSetting {
  readonly storage: TextStorage;
  readonly send: (scan: QueuedScan) => Promise<Result<ScanOutcome>>;
  readonly clock: () => Date;
  readonly newKey: () => string;
}

export const scanQueueKey = 'xiaolin.scan-queue';
const scanQueueVersion = 1;
/** Ends that were seen are kept this many, newest last; what waits is never dropped. */
const rememberedEnds = 20;

/** A refusal that may pass keeps the scan; so does a session that has to be made anew. */
const mayPass = (failure: Failure): boolean => isPassing(failure) || failure.code.startsWith('session.');

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
    end: item.end ?? null,
    seen: item.seen ?? false,
  }));
};

const forgetOldEnds = (items: readonly QueuedScan[]): QueuedScan[] => {
  const seen = items.filter((item) => item.end !== null && item.seen);
  const dropped = new Set(seen.slice(0, Math.max(0, seen.length - rememberedEnds)));
  return items.filter((item) => !dropped.has(item));
};

export const waitingScans = (items: readonly QueuedScan[], personId: string): QueuedScan[] =>
  items.filter((item) => item.personId === personId && item.end === null);

/**
 * Scans of the site's code on their way to the server. Server and queue agree by the request key, so sending twice
 * after a lost answer changes nothing.
 */
export function createScanQueue({ storage, send, clock, newKey }: ScanQueueSetting): StoreApi<ScanQueue> {
  let running: Promise<void> | null = null;

  return createStore<ScanQueue>()(
    persist(
      (set, get) => {
        const change = (key: string, part: Partial<QueuedScan>) =>
          set({ items: get().items.map((item) => (item.key === key ? { ...item, ...part } : item)) });

        const sendAll = async (personId: string) => {
          set({ sending: true });
          for (;;) {
            const scan = waitingScans(get().items, personId)[0];
            if (scan === undefined) break;
            const result = await send(scan);
            if (!result.ok && mayPass(result.problem)) {
              // Stop here: what was scanned first must arrive first (in before out).
              set({ unreachable: true });
              break;
            }
            const settledAt = clock().toISOString();
            change(scan.key, {
              end: result.ok
                ? { kind: 'recorded', outcome: result.value, settledAt }
                : { kind: 'refused', code: result.problem.code, facts: result.problem.facts, settledAt },
            });
            set({ unreachable: false });
          }
          set({ sending: false });
        };

        return {
          items: [],
          sending: false,
          unreachable: false,
          add: (scan) => {
            const same = get().items.find(
              (item) =>
                item.personId === scan.personId &&
                item.code === scan.code &&
                item.shiftId === scan.shiftId &&
                item.end?.kind !== 'refused',
            );
            if (same) return { key: same.key, kept: true };
            const key = newKey();
            const item = { ...scan, key, deviceTime: clock().toISOString(), end: null, seen: false };
            set({ items: forgetOldEnds([...get().items, item]) });
            // Storage swallows its errors: only reading back tells whether the scan would survive.
            return { key, kept: (storage.getItem(scanQueueKey) ?? '').includes(key) };
          },
          drain: (personId) => {
            running ??= sendAll(personId).finally(() => {
              running = null;
            });
            return running;
          },
          markSeen: (key) => change(key, { seen: true }),
        };
      },
      {
        name: scanQueueKey,
        version: scanQueueVersion,
        storage: createJSONStorage<{ items: readonly QueuedScan[] }>(() => storage),
        partialize: ({ items }) => ({ items }),
        migrate: (saved) => ({ items: readSavedScans(saved) }),
        merge: (saved, current) => ({ ...current, items: readSavedScans(saved) }),
      },
    ),
  );
}
