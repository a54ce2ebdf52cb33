import { Injectable } from '@nestjs/common';
import type { SignupStatus } from '@xiaolin/shared-types/signups/schema';
import { Clock } from '../../../platform/clock/clock.js';
import { marks } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { Random } from '../../../platform/random/random.js';
import { mayBecome } from '../rules/transitions.js';
import { SignupStore } from '../store/signup.store.js';

/** What became of a place at the door. */
export interface PlaceOutcome {
  readonly signupId: string;
  readonly lineId: string;
  readonly position: number;
  readonly from: SignupStatus;
  readonly to: Extract<SignupStatus, 'attended' | 'no-show' | 'confirmed'>;
  readonly action: 'admitted' | 'admission-undone' | 'no-show' | 'excused';
  readonly actorId: string;
  readonly reason: string | null;
}

/** What the door does to places. The counters of a line do not change by it: an attended place keeps its seats. */
@Injectable()
export class Outcomes {
  constructor(
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  /** Writes outcomes in the transaction that holds the line's lock; each place at most once. */
  async record(tx: Tx, outcomes: readonly PlaceOutcome[]): Promise<void> {
    const wrong = outcomes.find(({ from, to }) => !mayBecome(from, to));
    if (wrong !== undefined) throw new Error(`a place cannot go from ${wrong.from} to ${wrong.to}`);
    for (const to of new Set(outcomes.map((outcome) => outcome.to))) {
      const ids = outcomes.filter((outcome) => outcome.to === to).map(({ signupId }) => signupId);
      await tx.query(`UPDATE signup SET status = ? WHERE id IN (${marks(ids)})`, [to, ...ids]);
    }
    const at = this.clock.instant();
    await new SignupStore(tx).appendEvents(
      outcomes.map((outcome) => ({
        id: this.random.id(),
        signup_id: outcome.signupId,
        line_id: outcome.lineId,
        actor_id: outcome.actorId,
        action: outcome.action,
        before_status: outcome.from,
        after_status: outcome.to,
        position: outcome.position,
        reason: outcome.reason,
        at,
      })),
    );
  }
}
