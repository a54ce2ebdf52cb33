import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { Messages } from '../../inbox/index.js';
import { type ActingAs, Scope } from '../../organizations/index.js';
import { type DecisionRefusal, refusalToDecide } from '../rules/decide-record.js';
import { readFacts } from '../rules/service-facts.js';
import { type HourRecordRow, HourRecordStore } from '../store/hour-record.store.js';
import { HourChanges } from './hour-changes.js';
import { type Happening, RecordTrail } from './record-trail.js';

export interface Decision {
  readonly actorId: string;
  readonly to: 'confirmed' | 'rejected';
  /** What the volunteer is told; only for a rejection. */
  readonly reason: string | null;
  /** That whoever confirms has looked at what is flagged. */
  readonly acknowledgesFlags?: boolean;
  /** The caller tells the volunteer itself, and says more. */
  readonly toldByCaller?: boolean;
}

export interface Decided {
  readonly decided: readonly string[];
  readonly refused: readonly { readonly id: string; readonly code: DecisionRefusal }[];
}

/** Confirms or rejects records in the caller's transaction; each is decided for itself. */
@Injectable()
export class DecideHours {
  constructor(
    private readonly clock: Clock,
    private readonly scope: Scope,
    private readonly messages: Messages,
    private readonly changes: HourChanges,
    private readonly trail: RecordTrail,
  ) {}

  async execute(tx: Tx, recordIds: readonly string[], decision: Decision): Promise<Decided> {
    const ids = [...new Set(recordIds)];
    const store = new HourRecordStore(tx);
    const rows = new Map((await store.lock(ids)).map((row) => [row.id, row]));
    const acting = await this.#actingFor(tx, decision.actorId, [...rows.values()]);
    const verdicts = ids.map((id) => ({
      id,
      row: rows.get(id),
      code: refusal(rows.get(id), acting, decision, ids.length),
    }));
    const decided = verdicts.flatMap(({ row, code }) => (row !== undefined && code === null ? [row] : []));
    const at = this.clock.instant();
    await store.decide(
      decided.map(({ id }) => id),
      { status: decision.to, by: decision.actorId, at, reason: decision.reason },
    );
    // What is rejected never counted for anything.
    if (decision.to === 'confirmed') {
      const names = await store.names(decided.map((row) => row.person_id));
      await store.setFacts(
        decided.map((row) => ({
          id: row.id,
          facts: { ...readFacts(row.facts), personName: names.get(row.person_id) ?? '' },
        })),
      );
      await this.changes.put(
        tx,
        decided.map(({ id }) => id),
      );
    }
    if (decision.toldByCaller !== true)
      await this.messages.tell(
        tx,
        decided.map((row) => tiding(row, decision)),
      );
    await this.trail.write(
      tx,
      decided.map((row) => happening(row, acting, decision)),
    );
    return {
      decided: decided.map(({ id }) => id),
      refused: verdicts.flatMap(({ id, code }) => (code === null ? [] : [{ id, code }])),
    };
  }

  /** By recording unit, through which membership the actor may touch it; units out of scope are missing. */
  async #actingFor(
    tx: Tx,
    actorId: string,
    rows: readonly HourRecordRow[],
  ): Promise<ReadonlyMap<string, ActingAs>> {
    const acting = new Map<string, ActingAs>();
    for (const unit of new Set(rows.map((row) => row.recording_unit_id)))
      try {
        acting.set(unit, await this.scope.require(tx, actorId, unit));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    return acting;
  }
}

const refusal = (
  row: HourRecordRow | undefined,
  acting: ReadonlyMap<string, ActingAs>,
  decision: Decision,
  together: number,
) =>
  refusalToDecide(
    row && {
      status: row.status,
      personId: row.person_id,
      current: row.is_current === 1,
      flagged: row.flag_count > 0,
    },
    { personId: decision.actorId, inScope: row !== undefined && acting.has(row.recording_unit_id) },
    { to: decision.to, together, acknowledgesFlags: decision.acknowledgesFlags ?? false },
  );

const happening = (
  row: HourRecordRow,
  acting: ReadonlyMap<string, ActingAs>,
  decision: Decision,
): Happening => ({
  recordId: row.id,
  action: decision.to,
  before: row.status,
  after: decision.to,
  by: {
    actorId: decision.actorId,
    role: acting.get(row.recording_unit_id)?.role ?? '',
    scopeId: acting.get(row.recording_unit_id)?.organizationId ?? null,
  },
  reason: decision.reason,
});

const tiding = (row: HourRecordRow, { to, reason }: Decision) => {
  const { title, roleName, startsAt } = readFacts(row.facts);
  return {
    personId: row.person_id,
    kind: `hours.${to}` as const,
    facts: { title, roleName, startsAt, minutes: row.minutes, ...(reason !== null && { reason }) },
    eventKey: `hours.${to}:${row.id}`,
  };
};
