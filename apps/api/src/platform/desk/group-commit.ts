/** How many requests of one key may wait before newcomers are told to come back. */
const LONGEST_QUEUE = 20_000;
/** How many requests share a transaction at most. */
const LARGEST_BATCH = 500;

/** The queue is full: answer 429 with `Retry-After`. */
export class DeskBusy extends Error {
  constructor() {
    super('desk is busy');
    this.name = 'DeskBusy';
  }
}

interface Waiting<Request, Outcome> {
  readonly request: Request;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

/** Decides a batch in arrival order; one outcome for each request, in the same order. */
export type Flush<Request, Outcome> = (key: string, batch: readonly Request[]) => Promise<readonly Outcome[]>;

/**
 * Group commit: requests for one key (an occurrence, a shift) that arrive while a transaction runs become the next
 * transaction. No timer: an idle desk answers at once, a busy one in batches. The database row is the only
 * authority, so any number of processes may have a desk for the same key.
 *
 * When a batch fails as a whole, each of its requests is tried alone, so that a bad one fails only its own caller.
 */
export class GroupCommitDesk<Request, Outcome> {
  readonly #queues = new Map<string, Waiting<Request, Outcome>[]>();
  readonly #running = new Map<string, Promise<void>>();
  #batches = 0;
  #requests = 0;

  constructor(
    private readonly flush: Flush<Request, Outcome>,
    private readonly longestQueue = LONGEST_QUEUE,
  ) {}

  /** Transactions and requests so far: their ratio is the batch size. */
  get counts(): { readonly batches: number; readonly requests: number } {
    return { batches: this.#batches, requests: this.#requests };
  }

  /** @throws {@link DeskBusy} when the queue of this key is full. */
  submit(key: string, request: Request): Promise<Outcome> {
    const queue = this.#queues.get(key) ?? [];
    if (queue.length >= this.longestQueue) return Promise.reject(new DeskBusy());
    this.#queues.set(key, queue);
    return new Promise((resolve, reject) => {
      queue.push({ request, resolve, reject });
      if (!this.#running.has(key)) this.#running.set(key, this.#pump(key));
    });
  }

  /** Resolves when nothing waits and nothing runs; a graceful stop calls it after the server stopped accepting. */
  async drain(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running.values());
  }

  async #pump(key: string): Promise<void> {
    // A tick's pause lets requests that arrived together share the first transaction.
    await new Promise<void>((resolve) => setImmediate(resolve));
    for (
      let queue = this.#queues.get(key);
      queue !== undefined && queue.length > 0;
      queue = this.#queues.get(key)
    )
      await this.#decide(key, queue.splice(0, LARGEST_BATCH));
    this.#queues.delete(key);
    this.#running.delete(key);
  }

  async #decide(key: string, batch: readonly Waiting<Request, Outcome>[]): Promise<void> {
    this.#batches += 1;
    this.#requests += batch.length;
    try {
      const outcomes = await this.flush(
        key,
        batch.map(({ request }) => request),
      );
      if (outcomes.length !== batch.length)
        throw new RangeError('a flush must return one outcome for each request');
      batch.forEach(({ resolve }, at) => resolve(outcomes[at] as Outcome));
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error);
      else for (const single of batch) await this.#decide(key, [single]);
    }
  }
}
