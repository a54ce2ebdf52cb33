import type { Clock } from '../clock/clock.js';
import { insertRows } from '../db/rows.js';
import { isDuplicate } from '../db/transient.js';
import type { UnitOfWork } from '../db/unit-of-work.js';

/** Milliseconds between two looks at the revocations of other processes; the promise is "within a minute". */
export const REVOCATION_POLL_MS = 15_000;

/** Looked at again each time: another process's clock may be behind, and its transaction commit late. */
const OVERLAP_MS = 10 * 60_000;

/**
 * Sessions that were signed out before their token ended. Each process keeps the list in memory and reads what is
 * new in the database, so that checking a token costs no query.
 */
export class Revocations {
  /** Session id → when its token would have ended anyway. */
  readonly #revoked = new Map<string, string>();
  /** Revocations up to here are known. */
  #seenUntil = '';
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  isRevoked(sessionId: string): boolean {
    return this.#revoked.has(sessionId);
  }

  async revoke(sessionId: string, expiresAt: string): Promise<void> {
    const row = { session_id: sessionId, revoked_at: this.clock.instant(), expires_at: expiresAt };
    try {
      await this.uow.run((tx) => insertRows(tx, 'session_revocation', [row]));
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
    this.#revoked.set(sessionId, expiresAt);
  }

  /** Reads what other processes revoked, and forgets what has ended. */
  async refresh(): Promise<void> {
    const now = this.clock.instant();
    const rows = await this.uow.read((tx) =>
      tx.query<{ session_id: string; revoked_at: string; expires_at: string }>(
        'SELECT session_id, revoked_at, expires_at FROM session_revocation WHERE revoked_at >= ? AND expires_at > ?',
        [this.#seenUntil, now],
      ),
    );
    for (const row of rows) this.#revoked.set(row.session_id, row.expires_at);
    for (const [session, expiresAt] of this.#revoked) if (expiresAt <= now) this.#revoked.delete(session);
    this.#seenUntil = new Date(this.clock.now().getTime() - OVERLAP_MS).toISOString();
  }

  async start(onError: (error: unknown) => void): Promise<void> {
    await this.refresh();
    this.#timer = setInterval(() => void this.refresh().catch(onError), REVOCATION_POLL_MS);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
