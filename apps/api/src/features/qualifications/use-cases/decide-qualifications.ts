import { Injectable } from '@nestjs/common';
import { districtDay } from '@xiaolin/shared-types/contract/district-time';
import type { DecideQualification, RecordTraining } from '@xiaolin/shared-types/qualifications/schema';
import { Clock } from '../../../platform/clock/clock.js';
import { cutPage } from '../../../platform/db/cursor.js';
import { type Tx, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { PageRequest } from '../../../platform/http/page-request.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { hashBody, once } from '../../../platform/idempotency/request-answers.js';
import { writeJournal } from '../../../platform/journal/journal.js';
import { Random } from '../../../platform/random/random.js';
import { Messages } from '../../inbox/index.js';
import { type ActingAs, Scope } from '../../organizations/index.js';
import { decideQualification } from '../rules/decide-qualification.js';
import { type QualificationRow, QualificationStore } from '../store/qualification.store.js';

/** The staff's word on trainings and consents: of the unit that was asked, or of what stands above it. */
@Injectable()
export class DecideQualifications {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly scope: Scope,
    private readonly messages: Messages,
  ) {}

  waiting(actorId: string, page: PageRequest) {
    return this.uow.read(async (tx) => {
      const units = await this.scope.reached(tx, actorId);
      const rows = await new QualificationStore(tx).waiting(units, page);
      return cutPage(rows, page.limit, (last) => [last.asked_at, last.id]);
    });
  }

  /** @throws Refusal `qualification.unknown`, `access.out-of-scope`, `qualification.own`, `qualification.not-waiting`. */
  async decide(actorId: string, id: string, body: DecideQualification): Promise<void> {
    const { requestKey, ...asked } = body;
    const request = { actorId, requestKey, bodyHash: hashBody('decide-qualification', { id, asked }) };
    await once(this.uow, request, this.clock, async (tx) => {
      const store = new QualificationStore(tx);
      const row = await store.lock(id);
      if (row === undefined) throw new Refusal('qualification.unknown');
      const acting = await this.scope.require(tx, actorId, row.organization_id);
      const facts = {
        kind: row.kind,
        state: row.state,
        personId: row.person_id,
        validUntil: row.valid_until,
      };
      const verdict = decideQualification(facts, actorId, asked, districtDay(this.clock.now()));
      if (verdict.kind === 'refused') throw new Refusal(verdict.code);
      const { state, validUntil } = verdict;
      const reason = asked.reason || null;
      await store.save(id, {
        state,
        valid_until: validUntil,
        decided_by: actorId,
        decided_at: this.clock.instant(),
        reason,
        ...(state === 'confirmed' && row.kind === 'guardian-consent'
          ? { done_on: districtDay(this.clock.now()) }
          : {}),
        // What a street records counts in all its communities; a consent was given to one organiser.
        ...(state === 'confirmed' && row.kind === 'training' && { organization_id: acting.organizationId }),
        // Once it is no consent, nobody calls this number any more.
        ...(state !== 'confirmed' && { phone: null }),
      });
      await this.#note(tx, [{ row, state }], { actorId, acting, reason });
      await this.messages.tell(tx, [
        {
          personId: row.person_id,
          kind: 'qualification.decided',
          facts: { kind: row.kind, name: row.name, state, ...(reason !== null && { reason }) },
          eventKey: `qualification:${id}:${state}`,
        },
      ]);
      return true;
    });
  }

  /**
   * Writes a training down for people of a shift, whoever asked.
   *
   * @throws Refusal `shift.unknown`, `access.out-of-scope`, `qualification.own`.
   */
  record(actorId: string, shiftId: string, body: RecordTraining): Promise<number> {
    const { requestKey, personIds, name, doneOn, validUntil } = body;
    const request = {
      actorId,
      requestKey,
      bodyHash: hashBody('record-training', { shiftId, personIds, name, doneOn, validUntil }),
    };
    return once(this.uow, request, this.clock, async (tx) => {
      const store = new QualificationStore(tx);
      const organizationId = await store.organizationOfShift(shiftId);
      if (organizationId === undefined) throw new Refusal('shift.unknown');
      const acting = await this.scope.require(tx, actorId, organizationId);
      if (personIds.includes(actorId)) throw new Refusal('qualification.own');
      const at = this.clock.instant();
      const rows: QualificationRow[] = (await store.inShift(shiftId, personIds)).map((personId) => ({
        id: this.random.id(),
        person_id: personId,
        organization_id: acting.organizationId,
        kind: 'training',
        name,
        phone: null,
        state: 'confirmed',
        done_on: doneOn,
        valid_until: validUntil,
        asked_at: at,
        decided_by: actorId,
        decided_at: at,
        reason: null,
      }));
      await store.insert(rows);
      await this.#note(
        tx,
        rows.map((row) => ({ row: { ...row, state: null }, state: row.state })),
        { actorId, acting, reason: name },
      );
      return rows.length;
    });
  }

  #note(
    tx: Tx,
    changes: readonly {
      readonly row: { readonly id: string; readonly state: string | null };
      readonly state: string;
    }[],
    by: { readonly actorId: string; readonly acting: ActingAs; readonly reason: string | null },
  ): Promise<void> {
    return writeJournal(
      tx,
      changes.map(({ row, state }) => ({
        subjectKind: 'qualification',
        subjectId: row.id,
        actorId: by.actorId,
        actorRole: by.acting.role,
        scopeId: by.acting.organizationId,
        action: state,
        before: row.state,
        after: state,
        reason: by.reason,
      })),
      { nextId: () => this.random.id(), at: this.clock.instant() },
    );
  }
}
