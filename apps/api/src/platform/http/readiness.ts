import { setTimeout as sleep } from 'node:timers/promises';
import type { UnitOfWork } from '../db/unit-of-work.js';

export interface ReadyState {
  readonly ready: boolean;
  readonly database: 'up' | 'down';
  readonly draining: boolean;
}

/** The database must answer within this, so that readiness turns within two seconds of its death. */
const PATIENCE_MS = 1_500;

export class Readiness {
  #draining = false;

  constructor(private readonly uow: UnitOfWork) {}

  /** From now on no new people: the process is about to stop. */
  drain(): void {
    this.#draining = true;
  }

  get draining(): boolean {
    return this.#draining;
  }

  async check(): Promise<ReadyState> {
    const up = await Promise.race([
      this.uow
        .read((tx) => tx.query('SELECT 1'))
        .then(
          () => true,
          () => false,
        ),
      sleep(PATIENCE_MS, false, { ref: false }),
    ]);
    return { ready: up && !this.#draining, database: up ? 'up' : 'down', draining: this.#draining };
  }
}
