import { Injectable } from '@nestjs/common';
import { UNANSWERED_WORKING_DAYS, type WayOutSide } from '@xiaolin/shared-types/attendance/ways-out';
import { districtDay } from '@xiaolin/shared-types/contract/district-time';
import { Clock } from '../../../platform/clock/clock.js';
import { cutPage } from '../../../platform/db/cursor.js';
import { type Tx, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { PageRequest } from '../../../platform/http/page-request.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { hashBody, once } from '../../../platform/idempotency/request-answers.js';
import { writeJournal } from '../../../platform/journal/journal.js';
import { Random } from '../../../platform/random/random.js';
import { RecordHours, workingDaysLeft } from '../../hours/index.js';
import { Messages } from '../../inbox/index.js';
import { type ActingAs, MembershipDirectory, Scope } from '../../organizations/index.js';
import { wayOutClosedBefore, stateAt } from '../rules/attendance-states.js';
import { decideProposal, type Proposal, refusalToAnswer } from '../rules/decide-way-out.js';
import { AttendanceStore, type ShiftRow } from '../store/attendance.store.js';
import { type MissingRow, type WayOutRow, WayOutStore } from '../store/way-out.store.js';

/** A stay without an end, and what its reader may do about it. */
export interface Missing {
  readonly row: MissingRow;
  readonly mayPropose: boolean;
  readonly mayAnswer: boolean;
}

interface Proposing {
  readonly requestKey: string;
  readonly outAt: string;
  readonly reason: string;
}

interface Answering {
  readonly requestKey: string;
  readonly agree: boolean;
  readonly reason?: string | undefined;
}

interface Answered {
  readonly agreed: boolean;
  readonly minutes: number | null;
}

/**
 * Ways out that were missed: one side proposes when the volunteer left, the other confirms, and only then is anything
 * credited. Everything is decided under the lock of the shift's line, as scans are.
 */
@Injectable()
export class WaysOut {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly scope: Scope,
    private readonly staff: MembershipDirectory,
    private readonly messages: Messages,
    private readonly recordHours: RecordHours,
  ) {}

  mine(personId: string): Promise<readonly Missing[]> {
    return this.uow.read(async (tx) => {
      const rows = await new WayOutStore(tx).mine(personId, this.#closed());
      return rows.map((row) => this.#standing(row, { personId, scopeId: null }, 'volunteer'));
    });
  }

  forStaff(actorId: string, page: PageRequest) {
    return this.uow.read(async (tx) => {
      const units = await this.scope.reached(tx, actorId);
      const rows = await new WayOutStore(tx).ofUnits(units, this.#closed(), page);
      const cut = cutPage(rows, page.limit, (last) => [last.rank, last.ends_at, last.attendance_id]);
      const acting = new Map<string, ActingAs>();
      for (const unit of new Set(cut.rows.map(({ organization_id }) => organization_id)))
        acting.set(unit, await this.scope.require(tx, actorId, unit));
      return {
        nextCursor: cut.nextCursor,
        stays: cut.rows.map((row) =>
          this.#standing(
            row,
            { personId: actorId, scopeId: acting.get(row.organization_id)?.organizationId ?? null },
            'staff',
          ),
        ),
      };
    });
  }

  /** @throws Refusal `shift.unknown`, `way-out.not-missing`, `way-out.already`, `way-out.before-in`. */
  propose(personId: string, shiftId: string, body: Proposing): Promise<Missing> {
    return this.#propose(personId, shiftId, personId, 'volunteer', body);
  }

  /** @throws Refusal `access.out-of-scope` and `way-out.own` besides. */
  proposeFor(
    actorId: string,
    shiftId: string,
    { personId, ...body }: Proposing & { readonly personId: string },
  ): Promise<Missing> {
    return this.#propose(actorId, shiftId, personId, 'staff', body);
  }

  /** @throws Refusal `way-out.unknown` (also for somebody else's), `way-out.own`, `way-out.over`. */
  answer(personId: string, proposalId: string, body: Answering): Promise<Answered> {
    return this.#answer(personId, proposalId, body, false);
  }

  /** @throws Refusal `access.out-of-scope`, `way-out.own`, `way-out.not-yours`, `way-out.over`. */
  answerFor(actorId: string, proposalId: string, body: Answering): Promise<Answered> {
    return this.#answer(actorId, proposalId, body, true);
  }

  async #propose(
    actorId: string,
    shiftId: string,
    personId: string,
    side: WayOutSide,
    { requestKey, outAt, reason }: Proposing,
  ): Promise<Missing> {
    const request = {
      actorId,
      requestKey,
      bodyHash: hashBody('propose-way-out', { shiftId, personId, side, outAt, reason }),
    };
    await once(this.uow, request, this.clock, async (tx) => {
      const shift = await new AttendanceStore(tx).lockShift(shiftId);
      if (shift === undefined) throw new Refusal('shift.unknown');
      const acting = side === 'staff' ? await this.scope.require(tx, actorId, shift.organization_id) : null;
      const store = new WayOutStore(tx);
      const [stay] = await new AttendanceStore(tx).of(shiftId, [personId]);
      const times = { startsAt: shift.starts_at, endsAt: shift.ends_at };
      const verdict = decideProposal(
        {
          personId,
          state: stateAt(stay?.state ?? null, times, this.clock.now().getTime()),
          inAt: stay?.in_at ?? shift.starts_at,
          shift: times,
          waits: await store.waits(shiftId, personId),
        },
        side,
        { personId: actorId, scopeId: acting?.organizationId ?? null },
        outAt,
      );
      if (verdict.kind === 'refused') throw new Refusal(verdict.code, verdict.facts);
      const row: WayOutRow = {
        id: this.random.id(),
        shift_id: shiftId,
        person_id: personId,
        side,
        proposed_by: actorId,
        scope_id: acting?.organizationId ?? null,
        out_at: verdict.outAt,
        reason,
        state: 'open',
        proposed_at: this.clock.instant(),
        answered_by: null,
        answered_at: null,
        answer_reason: null,
      };
      await store.insert(row);
      await this.#note(tx, row, { actorId, acting }, 'proposed', null, 'open', reason);
      const told = side === 'staff' ? [personId] : await this.staff.workersAt(tx, shift.organization_id);
      await this.#tell(
        tx,
        'way-out.proposed',
        told.filter((id) => id !== actorId),
        shift,
        row,
      );
      return true;
    });
    return this.uow.read(async (tx) => {
      const row = await new WayOutStore(tx).one(shiftId, personId);
      if (row === undefined) throw new Refusal('way-out.not-missing');
      return { row, mayPropose: false, mayAnswer: false };
    });
  }

  #answer(actorId: string, proposalId: string, body: Answering, asStaff: boolean): Promise<Answered> {
    const { requestKey, agree, reason } = body;
    const request = {
      actorId,
      requestKey,
      bodyHash: hashBody('answer-way-out', { proposalId, agree, reason, asStaff }),
    };
    return once(this.uow, request, this.clock, async (tx) => {
      const store = new WayOutStore(tx);
      const found = await store.find(proposalId);
      if (found === undefined || (!asStaff && found.person_id !== actorId))
        throw new Refusal('way-out.unknown');
      const shift = await new AttendanceStore(tx).lockShift(found.shift_id);
      const row = await store.find(proposalId);
      if (shift === undefined || row === undefined) throw new Refusal('way-out.unknown');
      const acting = asStaff ? await this.scope.require(tx, actorId, shift.organization_id) : null;
      const refusal = refusalToAnswer(this.#proposal(row), {
        personId: actorId,
        scopeId: acting?.organizationId ?? null,
      });
      if (refusal !== null) throw new Refusal(refusal);
      await store.answer(proposalId, {
        state: agree ? 'confirmed' : 'refused',
        answered_by: actorId,
        answered_at: this.clock.instant(),
        answer_reason: reason || null,
      });
      await this.#note(
        tx,
        row,
        { actorId, acting },
        agree ? 'confirmed' : 'refused',
        'open',
        agree ? 'confirmed' : 'refused',
        reason || null,
      );
      const minutes = agree ? await this.#complete(tx, shift, row, { actorId, acting }) : null;
      const other = row.side === 'volunteer' ? row.person_id : row.proposed_by;
      await this.#tell(tx, 'way-out.answered', other === actorId ? [] : [other], shift, row, {
        agreed: agree ? 1 : 0,
        ...(minutes !== null && { minutes }),
        ...(reason && { answer: reason }),
      });
      return { agreed: agree, minutes };
    });
  }

  /** The stay ends at the agreed time, as if it had been scanned then; the record is flagged for a second look. */
  async #complete(
    tx: Tx,
    shift: ShiftRow,
    row: WayOutRow,
    { actorId, acting }: { readonly actorId: string; readonly acting: ActingAs | null },
  ): Promise<number | null> {
    const store = new AttendanceStore(tx);
    const [stay] = await store.of(shift.id, [row.person_id]);
    // Scanned out by a desk that was offline meanwhile: what both agreed on is not needed any more.
    if (stay?.state !== 'checked-in') throw new Refusal('way-out.over');
    const counts = shift.counts === 1;
    const way = { personId: row.person_id, at: row.out_at, method: 'agreed' } as const;
    await store.markOut(shift.id, [way], counts ? 'computed' : 'checked-out');
    await store.appendEvents([
      {
        id: this.random.id(),
        shift_id: shift.id,
        person_id: row.person_id,
        actor_id: actorId,
        direction: 'out',
        method: 'agreed',
        outcome: 'accepted',
        device_time: this.clock.instant(),
        server_time: this.clock.instant(),
        counted_at: row.out_at,
        code_nonce: null,
        reason: row.reason,
        device_hash: null,
        place_outcome: null,
        distance_band: null,
      },
    ]);
    // 志愿服务记录与证明出具办法 art. 19: what does not count has no record.
    if (!counts) return null;
    const minutes = await this.recordHours.execute(
      tx,
      {
        shiftId: shift.id,
        activityId: shift.activity_id,
        recordingUnitId: shift.organization_id,
        startsAt: shift.starts_at,
        endsAt: shift.ends_at,
        breakMinutes: shift.break_minutes,
      },
      [
        {
          personId: row.person_id,
          inAt: stay.in_at,
          outAt: row.out_at,
          ticked: stay.in_method === 'roster-tick',
          evidence: ['proposed-out'],
          by: { actorId, role: acting?.role ?? 'volunteer', scopeId: acting?.organizationId ?? null },
        },
      ],
    );
    return minutes.get(row.person_id) ?? null;
  }

  #standing(
    row: MissingRow,
    actor: { readonly personId: string; readonly scopeId: string | null },
    side: WayOutSide,
  ): Missing {
    const waits = row.proposal_id !== null;
    const mayPropose = !waits && (side === 'volunteer' || row.person_id !== actor.personId);
    if (row.side === null || row.proposed_by === null || row.proposed_at === null)
      return { row, mayPropose, mayAnswer: false };
    const proposal = {
      state: 'open' as const,
      side: row.side,
      person_id: row.person_id,
      proposed_by: row.proposed_by,
      scope_id: row.scope_id,
      proposed_at: row.proposed_at,
    };
    return { row, mayPropose, mayAnswer: refusalToAnswer(this.#proposal(proposal), actor) === null };
  }

  #proposal(
    row: Pick<WayOutRow, 'state' | 'side' | 'person_id' | 'proposed_by' | 'scope_id' | 'proposed_at'>,
  ): Proposal {
    return {
      state: row.state,
      side: row.side,
      personId: row.person_id,
      proposedBy: row.proposed_by,
      scopeId: row.scope_id,
      workingDays: workingDaysLeft(districtDay(this.clock.now()), districtDay(new Date(row.proposed_at))),
      patience: UNANSWERED_WORKING_DAYS,
    };
  }

  #closed(): string {
    return wayOutClosedBefore(this.clock.now());
  }

  #note(
    tx: Tx,
    row: WayOutRow,
    { actorId, acting }: { readonly actorId: string; readonly acting: ActingAs | null },
    action: string,
    before: string | null,
    after: string,
    reason: string | null,
  ): Promise<void> {
    return writeJournal(
      tx,
      [
        {
          subjectKind: 'way-out',
          subjectId: row.id,
          actorId,
          actorRole: acting?.role ?? 'volunteer',
          scopeId: acting?.organizationId ?? null,
          action,
          before,
          after,
          reason,
        },
      ],
      { nextId: () => this.random.id(), at: this.clock.instant() },
    );
  }

  #tell(
    tx: Tx,
    kind: 'way-out.proposed' | 'way-out.answered',
    people: readonly string[],
    shift: ShiftRow,
    row: WayOutRow,
    facts: Readonly<Record<string, string | number>> = {},
  ): Promise<void> {
    return this.messages.tell(
      tx,
      people.map((personId) => ({
        personId,
        kind,
        facts: {
          title: shift.activity_title,
          roleName: shift.role_name,
          startsAt: shift.starts_at,
          lineId: shift.id,
          side: row.side,
          outAt: row.out_at,
          reason: row.reason,
          ...facts,
        },
        eventKey: `${kind}:${row.id}`,
      })),
    );
  }
}
