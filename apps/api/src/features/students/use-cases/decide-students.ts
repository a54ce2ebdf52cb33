import { Injectable } from '@nestjs/common';
import type { StudentDecision, StudentsDecided } from '@xiaolin/shared-types/students/schema';
import { Clock } from '../../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { hashBody, once } from '../../../platform/idempotency/request-answers.js';
import { writeJournal } from '../../../platform/journal/journal.js';
import { Random } from '../../../platform/random/random.js';
import { Messages } from '../../inbox/index.js';
import { type ActingAs, COORDINATORS, Scope } from '../../organizations/index.js';
import { nextState, refusalToDecide } from '../rules/student-states.js';
import { type StudentRow, StudentStore } from '../store/student.store.js';

interface Seen {
  readonly personId: string;
  readonly submittedAt: string | null;
}

/** One decision about many students; each is decided for itself. */
export interface StudentsDecision {
  readonly students: readonly Seen[];
  readonly decision: StudentDecision;
  readonly reason?: string | undefined;
}

/** The campus vouches for its students, or does not, and says why. */
@Injectable()
export class DecideStudents {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly scope: Scope,
    private readonly messages: Messages,
  ) {}

  /** @throws Refusal `request.key-reused`. */
  execute(
    actorId: string,
    body: StudentsDecision & { readonly requestKey: string },
  ): Promise<StudentsDecided> {
    const request = { actorId, requestKey: body.requestKey, bodyHash: hashBody('decide-students', body) };
    return once(this.uow, request, this.clock, (tx) => this.in(tx, actorId, body));
  }

  /** For whoever already holds a transaction, as a roster that is read in does. */
  async in(
    tx: Tx,
    actorId: string,
    { students, decision, reason }: StudentsDecision,
  ): Promise<StudentsDecided> {
    const seen = new Map(students.map((each) => [each.personId, each.submittedAt]));
    const store = new StudentStore(tx);
    const rows = new Map((await store.lock([...seen.keys()])).map((row) => [row.person_id, row]));
    const taken = await store.numberHolders([...rows.values()]);
    const acting = await this.#actingFor(tx, actorId, [...rows.values()]);
    const decided: StudentRow[] = [];
    const refused: { personId: string; code: NonNullable<ReturnType<typeof refusalToDecide>> }[] = [];
    for (const [personId, submittedAt] of seen) {
      const row = rows.get(personId);
      // Two in one request with one number: the second finds the first.
      const holders = decision === 'verify' ? [...taken, ...decided] : taken;
      const code = refusalToDecide(
        row && {
          personId,
          state: row.state,
          submittedAt: row.submitted_at,
          numberTaken: holders.some((other) => isSameNumber(row, other)),
        },
        { personId: actorId, inScope: row !== undefined && acting.has(unitOf(row)), seen: submittedAt },
        decision,
      );
      if (code !== null) refused.push({ personId, code });
      else if (row !== undefined) decided.push(row);
    }
    await this.#write(tx, actorId, decided, acting, { decision, reason: reason ?? null });
    return { decided: decided.map((row) => row.person_id), refused };
  }

  async #write(
    tx: Tx,
    actorId: string,
    rows: readonly StudentRow[],
    acting: ReadonlyMap<string, ActingAs>,
    { decision, reason }: { readonly decision: StudentDecision; readonly reason: string | null },
  ): Promise<void> {
    const at = this.clock.instant();
    const verified = decision === 'verify';
    const after = verified ? 'verified' : decision === 'reject' ? 'rejected' : 'withdrawn';
    await new StudentStore(tx).decide(
      rows.map((row) => row.person_id),
      {
        verifiedAt: verified ? at : null,
        refusedAs: verified ? null : after,
        reason: verified ? null : reason,
      },
    );
    await writeJournal(
      tx,
      rows.map((row) => ({
        subjectKind: 'student',
        subjectId: row.person_id,
        actorId,
        actorRole: acting.get(unitOf(row))?.role ?? '',
        scopeId: acting.get(unitOf(row))?.organizationId ?? null,
        action: decision,
        before: row.state,
        after: nextState(row.state, decision),
        reason,
      })),
      { nextId: () => this.random.id(), at },
    );
    await this.messages.tell(
      tx,
      rows.map((row) => ({
        personId: row.person_id,
        kind: `student.${after}` as const,
        facts: { universityName: row.university_name, ...(!verified && reason !== null && { reason }) },
        eventKey: `student.${after}:${at}`,
      })),
    );
  }

  /** By school or university, through which membership the coordinator decides; what is out of scope is missing. */
  async #actingFor(
    tx: Tx,
    actorId: string,
    rows: readonly StudentRow[],
  ): Promise<ReadonlyMap<string, ActingAs>> {
    const acting = new Map<string, ActingAs>();
    for (const unit of new Set(rows.map(unitOf)))
      try {
        acting.set(unit, await this.scope.require(tx, actorId, unit, COORDINATORS));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    return acting;
  }
}

const unitOf = (row: StudentRow): string => row.school_id ?? row.university_id;

const isSameNumber = (
  row: StudentRow,
  other: Pick<StudentRow, 'person_id' | 'university_id' | 'student_number'>,
): boolean =>
  other.person_id !== row.person_id &&
  other.university_id === row.university_id &&
  other.student_number === row.student_number;
