import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';
import { type Engine, engineOf } from './data-source.js';
import { isTransient } from './transient.js';

/** What a store is built from: one transaction (in `run`) or one consistent reader (in `read`). */
export interface Tx {
  readonly engine: Engine;
  readonly manager: EntityManager;
  /** Runs SQL with `?` placeholders, the same on both engines; rows come back as plain objects. */
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** The suffix that locks the rows read; empty on SQLite, where one transaction runs at a time. */
  readonly forUpdate: ' FOR UPDATE' | '';
}

/** How often a whole transaction is tried when the database asks for it (deadlock, lock time-out, snapshot conflict). */
const MOST_TRIES = 5;

/**
 * The only holder of the DataSource: nothing reads or writes outside {@link run} and {@link read}.
 *
 * @example
 * await uow.run(async (tx) => {
 *   const line = await new LineStore(tx).lock(lineId); // the lock first: what is read before it may be old
 *   …
 * });
 *
 * Trap: `run` may call its function again after a deadlock, so it must hold no effect beside the database — no
 * network call, no message to anybody. Write an outbox row instead.
 */
export class UnitOfWork {
  readonly engine: Engine;
  #queue: Promise<unknown> = Promise.resolve();
  #retries = 0;
  /** Set while the work of a `run` or `read` runs, and in whatever it calls; absent when nobody watches. */
  readonly #inside: AsyncLocalStorage<true> | null;

  /**
   * @param watchNesting whether one inside another is refused. While any AsyncLocalStorage is in use, Node 20 pays for
   *   every promise of the process (a fifth of a sign-up), so production, where the tests have been, does without.
   */
  constructor(
    private readonly source: DataSource,
    { watchNesting = true }: { readonly watchNesting?: boolean } = {},
  ) {
    this.engine = engineOf(source);
    this.#inside = watchNesting ? new AsyncLocalStorage<true>() : null;
  }

  /** Whole transactions that were tried again since the start. */
  get retries(): number {
    return this.#retries;
  }

  /** One transaction; a throw rolls everything back. */
  async run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    this.#refuseNesting();
    const transaction = () =>
      this.source.transaction((manager) => this.#within(() => work(this.tx(manager))));
    return this.engine === 'sqlite' ? this.#inTurn(transaction) : this.#withRetries(transaction);
  }

  /** Reads without a transaction of its own. */
  async read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    this.#refuseNesting();
    const reading = () => this.#within(() => work(this.tx(this.source.manager)));
    return this.engine === 'sqlite' ? this.#inTurn(reading) : reading();
  }

  /** On SQLite the inner one would wait for the outer one for ever; on MySQL it would see another state. */
  #refuseNesting(): void {
    if (this.#inside?.getStore() === true)
      throw new TypeError('UnitOfWork inside UnitOfWork: hand the tx on instead');
  }

  #within<T>(work: () => Promise<T>): Promise<T> {
    return this.#inside === null ? work() : this.#inside.run(true, work);
  }

  async #withRetries<T>(transaction: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await transaction();
      } catch (error) {
        if (attempt >= MOST_TRIES || !isTransient(error)) throw error;
        this.#retries += 1;
        await sleep(Math.random() * 20 * 2 ** attempt);
      }
    }
  }

  /** SQLite has one connection: two transactions at once would share it, and one's rollback would undo the other. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work, work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  protected tx(manager: EntityManager): Tx {
    return {
      engine: this.engine,
      manager,
      forUpdate: this.engine === 'mysql' ? ' FOR UPDATE' : '',
      query: <Row>(sql: string, parameters: readonly unknown[] = []) =>
        manager.query<Row[]>(sql, [...parameters]),
    };
  }
}
