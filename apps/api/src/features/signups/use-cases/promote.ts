import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { Random } from '../../../platform/random/random.js';
import { Messages } from '../../inbox/index.js';
import type { LineState } from '../rules/decide-place.js';
import { freeSeats, moveUp, type Waiting } from '../rules/move-up.js';
import type { LineRow } from '../store/line.store.js';
import { SignupStore } from '../store/signup.store.js';

/**
 * The one way in which somebody who waits gets a seat, whatever freed it. Runs in the transaction that holds the
 * line's lock; the caller saves the counters.
 */
@Injectable()
export class Promote {
  constructor(
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly messages: Messages,
  ) {}

  /** Moves up whom the rule moves up; returns them with the line as it then is. */
  async execute(
    tx: Tx,
    row: LineRow,
    line: LineState,
    actorId: string,
  ): Promise<{ line: LineState; promoted: readonly Waiting[] }> {
    const now = this.clock.now();
    const seats = freeSeats(line, now);
    if (seats === 0) return { line, promoted: [] };
    const store = new SignupStore(tx);
    const { waiting, clashing } = await this.#candidates(store, row, seats);
    const moved = moveUp(line, waiting, clashing, now);
    if (moved.promoted.length > 0) await this.#record(tx, store, row, moved.promoted, actorId);
    return moved;
  }

  /**
   * The head of the line, long enough that seats are left only if nobody without a clash waits. People are locked
   * before their clashes are read.
   */
  async #candidates(store: SignupStore, row: LineRow, seats: number) {
    for (let most = seats; ; most *= 4) {
      const heads = await store.waiting(row.id, most);
      const personIds = heads.map(({ person_id }) => person_id);
      await store.lockPeople(personIds);
      const clashing = new Set((await store.clashes(personIds, row)).map(({ person_id }) => person_id));
      if (heads.length < most || heads.length - clashing.size >= seats)
        return {
          waiting: heads.map((head) => ({
            signupId: head.id,
            personId: head.person_id,
            position: head.position,
          })),
          clashing,
        };
    }
  }

  async #record(
    tx: Tx,
    store: SignupStore,
    row: LineRow,
    promoted: readonly Waiting[],
    actorId: string,
  ): Promise<void> {
    const at = this.clock.instant();
    await store.confirm(
      promoted.map(({ signupId }) => signupId),
      at,
    );
    const events = promoted.map(({ signupId, position }) => ({
      id: this.random.id(),
      signup_id: signupId,
      line_id: row.id,
      actor_id: actorId,
      action: 'promoted' as const,
      before_status: 'waitlisted' as const,
      after_status: 'confirmed' as const,
      position,
      reason: null,
      at,
    }));
    await store.appendEvents(events);
    await this.messages.tell(
      tx,
      promoted.map(({ personId }, index) => ({
        personId,
        kind: 'signup.promoted',
        facts: { title: row.title, startsAt: row.starts_at, lineId: row.id, kind: row.kind },
        eventKey: `promoted:${events[index]?.id ?? ''}`,
      })),
    );
  }
}
