import { Injectable } from '@nestjs/common';
import { districtDay } from '@xiaolin/shared-types/contract/district-time';
import type { Verdict } from '@xiaolin/shared-types/corrections/schema';
import { Clock } from '../../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { hashBody, once } from '../../../platform/idempotency/request-answers.js';
import { HourVersions } from '../../hours/index.js';
import { type ActingAs, Scope } from '../../organizations/index.js';
import { refusalToDecideEntry } from '../rules/decide-entry.js';
import { CorrectionStore } from '../store/correction.store.js';
import { type EntryRow, EntryStore } from '../store/entry.store.js';
import { Evidence } from './evidence.js';
import { Tidings } from './tidings.js';
import { Trail } from './trail.js';

const BECOMES = { accept: 'approved', reject: 'rejected' } as const;

/** The second yes, or the no, of another level (办法 art. 26: the unit answers for what it records). */
@Injectable()
export class DecideEntry {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly scope: Scope,
    private readonly versions: HourVersions,
    private readonly evidence: Evidence,
    private readonly trail: Trail,
    private readonly tidings: Tidings,
  ) {}

  /**
   * @throws Refusal `entry.unknown`, `access.out-of-scope`, `hours.own-record`, `entry.own-entry`,
   * `entry.not-waiting`, those of {@link HourVersions.addManual}, `request.key-reused`.
   */
  execute(
    actorId: string,
    entryId: string,
    body: { readonly requestKey: string; readonly verdict: Verdict; readonly reason: string },
  ): Promise<string> {
    const request = {
      actorId,
      requestKey: body.requestKey,
      bodyHash: hashBody('decide-entry', { entryId, body }),
    };
    return once(this.uow, request, this.clock, async (tx) => {
      const row = await new EntryStore(tx).lock(entryId);
      if (row === undefined) throw new Refusal('entry.unknown');
      const acting = await this.#acting(tx, actorId, row.deciding_unit_id);
      const to = BECOMES[body.verdict];
      const refusal = refusalToDecideEntry(
        { status: row.status, personId: row.person_id, authorId: row.author_id },
        { personId: actorId, inScope: acting !== null },
        to,
      );
      if (refusal !== null) throw new Refusal(refusal);
      const through = acting as ActingAs;
      const recordId = to === 'approved' ? await this.#credit(tx, row, actorId, through) : null;
      await this.#keep(tx, row, actorId, through, { to, reason: body.reason, recordId });
      return entryId;
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

  async #credit(tx: Tx, row: EntryRow, actorId: string, acting: ActingAs): Promise<string> {
    const pictures = (await this.evidence.of(tx, [row]))(row);
    return this.versions.addManual(tx, {
      shiftId: row.shift_id,
      personId: row.person_id,
      minutes: row.minutes,
      from: row.in_at,
      to: row.out_at,
      reason: row.reason,
      evidence: `${pictures.length}张照片`,
      by: { actorId: row.author_id, role: row.author_role, scopeId: row.author_unit_id },
      approvedBy: { actorId, role: acting.role, scopeId: acting.organizationId },
    });
  }

  async #keep(
    tx: Tx,
    row: EntryRow,
    actorId: string,
    acting: ActingAs,
    decided: {
      readonly to: 'approved' | 'rejected';
      readonly reason: string;
      readonly recordId: string | null;
    },
  ): Promise<void> {
    const { to, reason, recordId } = decided;
    const now = this.clock.now();
    await new EntryStore(tx).save(row.id, {
      status: to,
      decided_by: actorId,
      decided_at: this.clock.instant(),
      decision_reason: reason,
      record_id: recordId,
      approved_month: to === 'approved' ? districtDay(now).slice(0, 7) : null,
    });
    if (row.correction_id !== null && recordId !== null)
      await new CorrectionStore(tx).save(row.correction_id, { new_record_id: recordId });
    await this.trail.addOfEntry(tx, {
      entryId: row.id,
      actorId,
      actorRole: acting.role,
      scopeId: acting.organizationId,
      action: to,
      before: row.status,
      after: to,
    });
    await this.tidings.tell(tx, [row.author_id, row.person_id], {
      kind: `entry.${to}`,
      subjectId: row.id,
      shiftId: row.shift_id,
      reason,
      minutes: row.minutes,
      ownerId: row.person_id,
    });
  }
}
