import type { Clock } from '../clock/clock.js';
import { marks } from '../db/rows.js';
import type { Tx, UnitOfWork } from '../db/unit-of-work.js';
import type { Random } from '../random/random.js';
import { retryDelayMs } from './retry-delay.js';

/** Does what an event asks for, inside the transaction that marks it done: with the database alone, exactly once. */
export type OutboxHandler = (tx: Tx, payload: unknown, eventId: string) => Promise<void>;

/**
 * Asks somebody outside, before and without a transaction, and returns what is to be done in the transaction that
 * marks the event done. It may ask more than once; what it returns takes effect once.
 */
export type OutboxPreparation = (payload: unknown, eventId: string) => Promise<(tx: Tx) => Promise<void>>;

interface Claimed {
  readonly id: string;
  readonly topic: string;
  readonly payload: string;
  readonly attempts: number;
}

const BATCH = 50;
const LEASE_MS = 30_000;
const IDLE_POLL_MS = 1_000;
/** After so many failures an event is put aside (`dead_at`) for a person to look at. */
export const MOST_ATTEMPTS = 10;

/**
 * Delivers outbox events. Every process may run one: rows are claimed with a lease, so that an event whose process
 * died is taken up by another when the lease ends.
 */
export class OutboxRunner {
  readonly #handlers = new Map<string, OutboxHandler>();
  readonly #preparations = new Map<string, OutboxPreparation>();
  readonly #owner: string;
  #timer: NodeJS.Timeout | undefined;
  #stopped = true;
  #round: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    random: Random,
  ) {
    this.#owner = random.id();
  }

  handle(topic: string, handler: OutboxHandler): void {
    this.#refuseTwice(topic);
    this.#handlers.set(topic, handler);
  }

  /** For events that need an answer from outside: no lock is held while waiting for it. */
  handlePrepared(topic: string, preparation: OutboxPreparation): void {
    this.#refuseTwice(topic);
    this.#preparations.set(topic, preparation);
  }

  start(onError: (error: unknown) => void): void {
    this.#stopped = false;
    const round = () => {
      this.#round = this.runOnce()
        .catch((error: unknown) => {
          onError(error);
          return 0;
        })
        .then((done) => {
          if (this.#stopped) return;
          this.#timer = setTimeout(round, done === BATCH ? 0 : IDLE_POLL_MS);
          this.#timer.unref();
        });
    };
    round();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#round;
  }

  /** Claims and delivers one batch; how many events it took. */
  async runOnce(): Promise<number> {
    const claimed = await this.#claim();
    const outside = claimed.filter(({ topic }) => this.#preparations.has(topic));
    // Side by side, so that somebody outside who does not answer holds up nothing else.
    const asked = Promise.all(outside.map((event) => this.#deliver(event)));
    for (const event of claimed.filter((each) => !outside.includes(each))) await this.#deliver(event);
    await asked;
    return claimed.length;
  }

  #refuseTwice(topic: string): void {
    if (this.#handlers.has(topic) || this.#preparations.has(topic))
      throw new Error(`outbox topic ${topic} has two handlers`);
  }

  #claim(): Promise<readonly Claimed[]> {
    return this.uow.run(async (tx) => {
      const now = this.clock.instant();
      // SKIP LOCKED: MySQL 8 and MariaDB 10.6. Elsewhere processes queue up for a moment, which is only slower.
      const lock = tx.engine === 'mysql' ? ' FOR UPDATE SKIP LOCKED' : '';
      const rows = await tx.query<Claimed>(
        `SELECT id, topic, payload, attempts FROM outbox
          WHERE due_at <= ? AND (lease_until IS NULL OR lease_until <= ?)
          ORDER BY due_at LIMIT ${BATCH}${lock}`,
        [now, now],
      );
      const until = new Date(this.clock.now().getTime() + LEASE_MS).toISOString();
      if (rows.length > 0)
        await tx.query(`UPDATE outbox SET lease_owner = ?, lease_until = ? WHERE id IN (${marks(rows)})`, [
          this.#owner,
          until,
          ...rows.map(({ id }) => id),
        ]);
      return rows;
    });
  }

  async #deliver(event: Claimed): Promise<void> {
    try {
      const work = await this.#workOf(event);
      await this.uow.run(async (tx) => {
        // The lease may have ended while this process was stuck; whoever holds the row now delivers it.
        const [row] = await tx.query<{ lease_owner: string | null; due_at: string | null }>(
          `SELECT lease_owner, due_at FROM outbox WHERE id = ?${tx.forUpdate}`,
          [event.id],
        );
        if (row?.lease_owner !== this.#owner || row.due_at === null) return;
        await work(tx);
        await tx.query('UPDATE outbox SET due_at = NULL, lease_owner = NULL, done_at = ? WHERE id = ?', [
          this.clock.instant(),
          event.id,
        ]);
      });
    } catch (error) {
      await this.#postpone(event, error);
    }
  }

  async #workOf(event: Claimed): Promise<(tx: Tx) => Promise<void>> {
    const payload: unknown = JSON.parse(event.payload);
    const prepare = this.#preparations.get(event.topic);
    if (prepare !== undefined) return prepare(payload, event.id);
    const handler = this.#handlers.get(event.topic);
    if (handler === undefined) throw new Error(`no handler for outbox topic ${event.topic}`);
    return (tx) => handler(tx, payload, event.id);
  }

  async #postpone(event: Claimed, error: unknown): Promise<void> {
    const attempts = event.attempts + 1;
    const now = this.clock.now();
    const dead = attempts >= MOST_ATTEMPTS;
    const due = dead ? null : new Date(now.getTime() + retryDelayMs(attempts)).toISOString();
    // The error's name only: its message may hold personal data.
    const name = error instanceof Error ? error.name : 'unknown';
    await this.uow.run((tx) =>
      tx.query(
        `UPDATE outbox SET attempts = ?, due_at = ?, dead_at = ?, lease_owner = NULL, lease_until = NULL, last_error = ?
          WHERE id = ? AND lease_owner = ?`,
        [attempts, due, dead ? now.toISOString() : null, name, event.id, this.#owner],
      ),
    );
  }
}
