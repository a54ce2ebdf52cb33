import { Injectable } from '@nestjs/common';
import type { DecideCorrection as Decision } from '@xiaolin/shared-types/corrections/schema';
import { Clock } from '../../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { hashBody, once } from '../../../platform/idempotency/request-answers.js';
import { dueOnAfter } from '../../hours/index.js';
import { type ActingAs, Scope } from '../../organizations/index.js';
import { effectOf, refusalToDecide } from '../rules/decide-correction.js';
import { DECISIONS, type Level } from '../rules/transitions.js';
import { type CorrectionRow, CorrectionStore } from '../store/correction.store.js';
import { findRecord } from '../store/record.reader.js';
import { type ServedShiftRow, ServedShiftReader } from '../store/served-shift.reader.js';
import { ChangeLedger } from './change-ledger.js';
import { factsOf } from './correction-facts.js';
import { fullMinutes, minutesOf } from './full-minutes.js';
import { ManualEntries } from './manual-entries.js';
import { Tidings } from './tidings.js';
import { Trail } from './trail.js';

/** What a decision left behind. */
interface Done {
  readonly minutes: number | null;
  readonly recordId: string | null;
  readonly entryId: string | null;
}

const NOTHING: Done = { minutes: null, recordId: null, entryId: null };

/** The recording unit replies, or the unit above decides; both by the same rule (办法 art. 13). */
@Injectable()
export class DecideCorrection {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly scope: Scope,
    private readonly ledger: ChangeLedger,
    private readonly entries: ManualEntries,
    private readonly trail: Trail,
    private readonly tidings: Tidings,
  ) {}

  /**
   * @throws Refusal `correction.unknown`, `access.out-of-scope`, `hours.own-record`, `correction.same-person`,
   * `correction.not-waiting`, what accepting lacks (`correction.minutes-missing`, `correction.times-missing`,
   * `correction.minutes-beyond-shift`), those of {@link ManualEntries.add}, `hours.changed-meanwhile`,
   * `request.key-reused`.
   */
  execute(actorId: string, correctionId: string, level: Level, body: Decision): Promise<string> {
    const request = {
      actorId,
      requestKey: body.requestKey,
      bodyHash: hashBody(`correction-${level}`, { correctionId, body }),
    };
    return once(this.uow, request, this.clock, async (tx) => {
      const store = new CorrectionStore(tx);
      const row = await store.lock(correctionId);
      if (row === undefined) throw new Refusal('correction.unknown');
      // Below that of the recording unit; above that of the unit to which it was taken: another level.
      const unit = level === 'reply' ? row.recording_unit_id : row.deciding_unit_id;
      const acting = await this.#acting(tx, actorId, unit);
      const refusal = refusalToDecide(
        factsOf(row),
        { personId: actorId, inScope: acting !== null },
        level,
        body.verdict,
      );
      if (refusal !== null) throw new Refusal(refusal);
      const through = acting as ActingAs;
      const shift = (await new ServedShiftReader(tx).find(row.shift_id)) as ServedShiftRow;
      const done =
        body.verdict === 'accept' ? await this.#accept(tx, row, shift, actorId, through, body) : NOTHING;
      await this.#keep(tx, row, level, actorId, through, body, done);
      return correctionId;
    });
  }

  async #acting(tx: Tx, actorId: string, unitId: string): Promise<ActingAs | null> {
    try {
      return await this.scope.require(tx, actorId, unitId);
    } catch (error) {
      if (error instanceof Refusal) return null;
      throw error;
    }
  }

  async #accept(
    tx: Tx,
    row: CorrectionRow,
    shift: ServedShiftRow,
    actorId: string,
    acting: ActingAs,
    body: Decision,
  ): Promise<Done> {
    // Before the record: what else this person has counted must stand still, too.
    await new CorrectionStore(tx).lockPerson(row.person_id);
    const record = row.record_id === null ? undefined : await findRecord(tx, row.record_id);
    // Another version came meanwhile: whoever decides has not seen what they decide about.
    if (row.record_id !== null && record?.is_current !== 1) throw new Refusal('hours.changed-meanwhile');
    const effect = effectOf(row.wrong, record ?? null, body.minutes ?? null);
    if (effect === 'enter' || record === undefined) return this.#enter(tx, row, shift, actorId, acting, body);
    const by = { actorId, role: acting.role, scopeId: acting.organizationId };
    if (effect === 'void') {
      await this.ledger.void(tx, record, { reason: body.reason, by });
      return { ...NOTHING, minutes: 0 };
    }
    if (row.wrong === 'minutes' && body.minutes === undefined)
      throw new Refusal('correction.minutes-missing');
    const minutes = body.minutes ?? record.minutes;
    const most = fullMinutes(shift);
    if (minutes > most) throw new Refusal('correction.minutes-beyond-shift', { most });
    if (effect === 'none') return { ...NOTHING, minutes };
    const source = row.status === 'open' ? 'correction' : 'appeal';
    const recordId = await this.ledger.amend(tx, record, { minutes, reason: body.reason, by, source });
    return { ...NOTHING, minutes, recordId };
  }

  async #enter(
    tx: Tx,
    row: CorrectionRow,
    shift: ServedShiftRow,
    actorId: string,
    acting: ActingAs,
    { inAt, outAt, reason, pictureIds }: Decision,
  ): Promise<Done> {
    if (inAt === undefined || outAt === undefined) throw new Refusal('correction.times-missing');
    const entryId = await this.entries.add(tx, shift, actorId, acting, {
      personId: row.person_id,
      inAt,
      outAt,
      reason,
      pictureIds,
      correctionId: row.id,
    });
    return { ...NOTHING, minutes: minutesOf(shift, inAt, outAt), entryId };
  }

  async #keep(
    tx: Tx,
    row: CorrectionRow,
    level: Level,
    actorId: string,
    acting: ActingAs,
    body: Decision,
    done: Done,
  ): Promise<void> {
    const { to, action } = DECISIONS[level][body.verdict];
    await new CorrectionStore(tx).save(row.id, {
      status: to,
      // A rejection below can be taken further for as long as this.
      due_on: to === 'rejected' ? dueOnAfter(this.clock.instant()) : null,
      new_record_id: done.recordId,
      entry_id: done.entryId,
      ...(level === 'reply' ? { replied_by: actorId } : { outcome: body.verdict }),
    });
    await this.trail.add(tx, {
      correctionId: row.id,
      action,
      actorId,
      actorRole: acting.role,
      scopeId: acting.organizationId,
      before: row.status,
      after: to,
      minutes: done.minutes,
      reason: body.reason,
    });
    const about = { kind: `correction.${action}`, subjectId: row.id, shiftId: row.shift_id } as const;
    // Who decided below hears what became of it above.
    await this.tidings.tell(tx, [row.person_id, level === 'decision' ? row.replied_by : null], {
      ...about,
      ownerId: row.person_id,
      reason: body.reason,
      ...(done.minutes !== null && { minutes: done.minutes }),
    });
  }
}
