import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { writeJournal } from '../../../platform/journal/journal.js';
import { Random } from '../../../platform/random/random.js';
import { type ActingAs, Scope } from '../../organizations/index.js';
import { LINE_COLUMNS, type LineRow, Lines } from '../../signups/index.js';
import { mayAddRole } from '../rules/may-add-role.js';
import { hasBegun } from '../rules/may-change-shift.js';
import { type NewShiftRow, type RoleActivityRow, type RoleRow, RoleStore } from '../store/role.store.js';
import { ShiftReader } from '../store/shift.reader.js';
import type { RoleWithShifts } from './list-roles.js';

/** A role that somebody may change, with its activity locked. */
export interface HeldRole {
  readonly role: RoleRow;
  readonly activity: RoleActivityRow;
  readonly acting: ActingAs;
}

export interface HeldShift extends HeldRole {
  readonly shift: NewShiftRow;
  readonly line: LineRow;
}

/** What changing and taking away have in common: who may, under which lock, and the trace that it leaves. */
@Injectable()
export class HeldRoles {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly scope: Scope,
    private readonly lines: Lines,
  ) {}

  /** @throws Refusal `activity.unknown`, `access.out-of-scope`, `activity.wrong-state`, `role.unknown`. */
  async role(tx: Tx, actorId: string, activityId: string, roleId: string): Promise<HeldRole> {
    const store = new RoleStore(tx);
    const activity = await store.lockActivity(activityId);
    if (activity === undefined) throw new Refusal('activity.unknown');
    const acting = await this.scope.require(tx, actorId, activity.organization_id);
    if (!mayAddRole({ status: activity.status, lastEndsAt: activity.last_ends_at }, this.clock.now()))
      throw new Refusal('activity.wrong-state', { status: activity.status });
    const role = await store.find(roleId);
    if (role?.activity_id !== activityId) throw new Refusal('role.unknown');
    return { role, activity, acting };
  }

  /** @throws Refusal `shift.unknown`, `access.out-of-scope`, `activity.wrong-state`, `shift.begun`. */
  async shift(tx: Tx, actorId: string, shiftId: string): Promise<HeldShift> {
    const shift = await new RoleStore(tx).placeOfShift(shiftId);
    if (shift === undefined) throw new Refusal('shift.unknown');
    const held = await this.role(tx, actorId, shift.activity_id, shift.service_role_id).catch(
      (error: unknown) => {
        throw error instanceof Refusal && error.code === 'role.unknown'
          ? new Refusal('shift.unknown')
          : error;
      },
    );
    const line = await this.lines.find(tx, shiftId);
    if (line === undefined || line.called_off === 1) throw new Refusal('shift.unknown');
    if (hasBegun({ startsAt: line.starts_at }, this.clock.now())) throw new Refusal('shift.begun');
    return { ...held, shift, line };
  }

  /** The lines of a role's shifts that are not called off. */
  async linesOf(tx: Tx, { role, activity }: HeldRole): Promise<readonly LineRow[]> {
    const shifts = await new ShiftReader(tx, LINE_COLUMNS).ofRole(role.id);
    const own = new Set(shifts.map(({ id }) => id));
    return (await this.lines.ofActivity(tx, activity.id, 'shift')).filter(
      (line) => own.has(line.id) && line.called_off === 0,
    );
  }

  note(
    tx: Tx,
    subject: { readonly kind: 'service-role' | 'shift'; readonly id: string },
    { actorId, acting }: { readonly actorId: string; readonly acting: ActingAs },
    change: {
      readonly action: string;
      readonly before?: string | null;
      readonly after?: string | null;
      readonly reason?: string | null;
    },
  ): Promise<void> {
    return writeJournal(
      tx,
      [
        {
          subjectKind: subject.kind,
          subjectId: subject.id,
          actorId,
          actorRole: acting.role,
          scopeId: acting.organizationId,
          action: change.action,
          before: change.before ?? null,
          after: change.after ?? null,
          reason: change.reason ?? null,
        },
      ],
      { nextId: () => this.random.id(), at: this.clock.instant() },
    );
  }

  /** @throws Refusal `role.unknown`. */
  view(roleId: string): Promise<RoleWithShifts> {
    return this.uow.read(async (tx) => {
      const role = await new RoleStore(tx).find(roleId);
      if (role === undefined) throw new Refusal('role.unknown');
      return { role, shifts: await new ShiftReader(tx, LINE_COLUMNS).ofRole(roleId) };
    });
  }
}
