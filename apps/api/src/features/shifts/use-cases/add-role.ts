import { Injectable } from '@nestjs/common';
import type { RoleDraft, ShiftDraft } from '@xiaolin/shared-types/shifts/schema';
import { Clock } from '../../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { hashBody, once } from '../../../platform/idempotency/request-answers.js';
import { writeJournal } from '../../../platform/journal/journal.js';
import { Random } from '../../../platform/random/random.js';
import { type ActingAs, Scope } from '../../organizations/index.js';
import { LINE_COLUMNS, Lines } from '../../signups/index.js';
import { mayAddRole } from '../rules/may-add-role.js';
import { type RoleActivityRow, type RoleRow, RoleStore } from '../store/role.store.js';
import { ShiftReader } from '../store/shift.reader.js';
import type { RoleWithShifts } from './list-roles.js';

/** Adds a service role with its shifts; each shift opens a line, published as its activity is. */
@Injectable()
export class AddRole {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly scope: Scope,
    private readonly lines: Lines,
  ) {}

  /** @throws Refusal `activity.unknown`, `access.out-of-scope`, `activity.wrong-state`, `request.key-reused`. */
  async execute(actorId: string, activityId: string, draft: RoleDraft): Promise<RoleWithShifts> {
    const request = {
      actorId,
      requestKey: draft.requestKey,
      bodyHash: hashBody('add-role', { activityId, draft }),
    };
    const roleId = await once(this.uow, request, this.clock, async (tx) => {
      const store = new RoleStore(tx);
      const activity = await store.lockActivity(activityId);
      if (activity === undefined) throw new Refusal('activity.unknown');
      const acting = await this.scope.require(tx, actorId, activity.organization_id);
      if (!mayAddRole({ status: activity.status, lastEndsAt: activity.last_ends_at }, this.clock.now()))
        throw new Refusal('activity.wrong-state', { status: activity.status });
      return this.#add(tx, activity, draft, { actorId, acting });
    });
    return this.uow.read(async (tx) => {
      const role = await new RoleStore(tx).find(roleId);
      if (role === undefined) throw new Refusal('activity.unknown');
      return { role, shifts: await new ShiftReader(tx, LINE_COLUMNS).ofRole(roleId) };
    });
  }

  async #add(
    tx: Tx,
    activity: RoleActivityRow,
    draft: RoleDraft,
    by: { actorId: string; acting: ActingAs },
  ): Promise<string> {
    const store = new RoleStore(tx);
    const roleId = this.random.id();
    const at = this.clock.instant();
    const role = {
      id: roleId,
      activity_id: activity.id,
      name: draft.name,
      description: draft.description,
      counts: draft.countsAsVolunteerService,
      not_counted_reason: draft.countsAsVolunteerService ? null : draft.notCountedReason,
      requirements: draft.requirements === undefined ? null : JSON.stringify(draft.requirements),
      swaps: draft.swaps ?? true,
    };
    await store.insert(role, at);
    await this.openShifts(tx, activity, role, draft.shifts);
    await this.#journal(tx, activity, roleId, by);
    return roleId;
  }

  /** Adds shifts to a role; each opens a line, published as its activity is. */
  async openShifts(
    tx: Tx,
    activity: RoleActivityRow,
    role: Pick<RoleRow, 'id' | 'name'>,
    drafts: readonly ShiftDraft[],
  ): Promise<void> {
    const shifts = drafts.map((shift) => ({ ...shift, id: this.random.id() }));
    await new RoleStore(tx).insertShifts(
      shifts.map((shift) => ({
        id: shift.id,
        service_role_id: role.id,
        activity_id: activity.id,
        break_minutes: shift.breakMinutes,
        meeting_point: shift.meetingPoint || null,
      })),
    );
    await this.#openLines(tx, activity, role.name, shifts);
  }

  async #journal(
    tx: Tx,
    activity: RoleActivityRow,
    roleId: string,
    { actorId, acting }: { actorId: string; acting: ActingAs },
  ): Promise<void> {
    await writeJournal(
      tx,
      [
        {
          subjectKind: 'service-role',
          subjectId: roleId,
          actorId,
          actorRole: acting.role,
          scopeId: acting.organizationId,
          action: 'added',
          before: null,
          after: activity.status,
          reason: null,
        },
      ],
      { nextId: () => this.random.id(), at: this.clock.instant() },
    );
  }

  #openLines(
    tx: Tx,
    activity: RoleActivityRow,
    roleName: string,
    shifts: readonly (RoleDraft['shifts'][number] & { readonly id: string })[],
  ): Promise<void> {
    return this.lines.open(
      tx,
      shifts.map((shift) => ({
        id: shift.id,
        kind: 'shift',
        activityId: activity.id,
        organizationId: activity.organization_id,
        title: `${activity.title} · ${roleName}`,
        published: activity.status === 'published',
        startsAt: shift.startsAt,
        endsAt: shift.endsAt,
        opensAt: shift.opensAt,
        closesAt: shift.closesAt,
        capacity: shift.needed,
        waitlistLimit: shift.waitlistLimit,
      })),
    );
  }
}
