import { createJSONStorage, persist } from 'zustand/middleware';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { isPassing, type Failure, type Result } from '../api/failure';
import type { TextStorage } from '../platform/storage';

/** Something that a person did without a network, on its way to the server. */
export interface QueuedItem<End> {
  /** Request key: the server does it once however often it arrives. */
  readonly key: string;
  /** Whose it is: sent only while this person is signed in on the device. */
  readonly personId: string;
  /** null while it waits. */
  readonly end: End | null;
  /** The person has seen how it ended. */
  readonly seen: boolean;
}

export interface BatchQueue<Item> {
  readonly items: readonly Item[];
  readonly sending: boolean;
  /** The latest try did not reach the server. */
  readonly unreachable: boolean;
  /** Writes it down before anything is sent. `kept` is false where the device refuses to store it. */
  add(item: Omit<Item, 'end' | 'seen'>): { key: string; kept: boolean };
  /** Sends what waits for this person, oldest first, in batches. One run at a time: a second call joins the first. */
  drain(personId: string): Promise<void>;
  markSeen(keys: readonly string[]): void;
}

export interface BatchQueueSetting<Item, End> {
  readonly storage: TextStorage;
  readonly name: string;
  readonly version: number;
  /** What an earlier version left: whatever can still be sent is kept. */
  readonly read: (saved: unknown) => Item[];
  /** Which of those that wait go together, the first of them among them. */
  readonly together: (waiting: readonly Item[]) => readonly Item[];
  /** One end for each item; null where it has to wait on. */
  readonly send: (batch: readonly Item[]) => Promise<Result<readonly (End | null)[]>>;
  /** The end of an item that the server will never take. */
  readonly refuse: (problem: Failure) => End;
}

/** Ends that were seen are kept this many, newest last; what waits is never dropped. */
const rememberedEnds = 20;

/** A refusal that may pass keeps what waits; so does a session that has to be made anew. */
export const mayPass = (failure: Failure): boolean =>
  isPassing(failure) || failure.code.startsWith('session.');

const forgetOldEnds = <Item extends QueuedItem<unknown>>(items: readonly Item[]): Item[] => {
  const seen = items.filter((item) => item.end !== null && item.seen);
  const dropped = new Set(seen.slice(0, Math.max(0, seen.length - rememberedEnds)));
  return items.filter((item) => !dropped.has(item));
};

export const waitingFor = <Item extends QueuedItem<unknown>>(
  items: readonly Item[],
  personId: string,
): Item[] => items.filter((item) => item.personId === personId && item.end === null);

/**
 * A queue on the device that survives being closed. Server and queue agree by the request key, so a batch that is
 * sent again after a lost answer changes nothing.
 */
export function createBatchQueue<Item extends QueuedItem<End>, End>({
  storage,
  name,
  version,
  read,
  together,
  send,
  refuse,
}: BatchQueueSetting<Item, End>): StoreApi<BatchQueue<Item>> {
  let running: Promise<void> | null = null;

  return createStore<BatchQueue<Item>>()(
    persist(
      (set, get) => {
        const settle = (ends: ReadonlyMap<string, End>) =>
          set({
            items: get().items.map((item) => {
              const end = ends.get(item.key);
              return end === undefined ? item : { ...item, end };
            }),
          });

        /** False: what is left has to wait for another time. */
        const sendSome = async (batch: readonly Item[]): Promise<boolean> => {
          const result = await send(batch);
          if (!result.ok) {
            if (mayPass(result.problem)) {
              set({ unreachable: true });
              return false;
            }
            const [first, ...others] = batch;
            // One that the server cannot even read must not hold up the others.
            if (others.length > 0) {
              for (const item of batch) if (!(await sendSome([item]))) return false;
            } else if (first !== undefined) settle(new Map([[first.key, refuse(result.problem)]]));
            return true;
          }
          const ends = new Map<string, End>();
          result.value.forEach((end, at) => {
            const key = batch[at]?.key;
            if (end !== null && key !== undefined) ends.set(key, end);
          });
          settle(ends);
          set({ unreachable: false });
          return ends.size === batch.length;
        };

        const sendAll = async (personId: string) => {
          set({ sending: true });
          for (;;) {
            const batch = together(waitingFor(get().items, personId));
            if (batch.length === 0 || !(await sendSome(batch))) break;
          }
          set({ sending: false });
        };

        return {
          items: [],
          sending: false,
          unreachable: false,
          add: (item) => {
            set({ items: forgetOldEnds([...get().items, { ...item, end: null, seen: false } as Item]) });
            // Storage swallows its errors: only reading back tells whether it would survive.
            return { key: item.key, kept: (storage.getItem(name) ?? '').includes(item.key) };
          },
          drain: (personId) => {
            running ??= sendAll(personId).finally(() => {
              running = null;
            });
            return running;
          },
          markSeen: (keys) =>
            set({
              items: get().items.map((item) => (keys.includes(item.key) ? { ...item, seen: true } : item)),
            }),
        };
      },
      {
        name,
        version,
        storage: createJSONStorage<{ items: readonly Item[] }>(() => storage),
        partialize: ({ items }) => ({ items }),
        migrate: (saved) => ({ items: read(saved) }),
        merge: (saved, current) => ({ ...current, items: read(saved) }),
      },
    ),
  );
}
