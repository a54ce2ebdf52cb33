import { Injectable } from '@nestjs/common';
import type { RoleEdit, ShiftDraft } from '@xiaolin/shared-types/shifts/schema';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { hashBody, once } from '../../../platform/idempotency/request-answers.js';
import { Lines } from '../../signups/index.js';
import { hasBegun } from '../rules/may-change-shift.js';
import { RoleStore } from '../store/role.store.js';
import { AddRole } from './add-role.js';
import { HeldRoles } from './held-role.js';
import type { RoleWithShifts } from './list-roles.js';

/**
 * Changes a role after it was added. Whoever has a place keeps it when more is asked: they were taken by what was
 * asked then, and the organiser, who sees it, may speak with them.
 */
@Injectable()
export class EditRole {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly lines: Lines,
    private readonly held: HeldRoles,
    private readonly addRole: AddRole,
  ) {}

  /**
   * @throws Refusal `activity.unknown`, `access.out-of-scope`, `activity.wrong-state`, `role.unknown`, and
   *   `role.counts-settled` when minutes may have been counted already.
   */
  async execute(
    actorId: string,
    activityId: string,
    roleId: string,
    edit: RoleEdit,
  ): Promise<RoleWithShifts> {
    const { requestKey, ...wanted } = edit;
    const request = { actorId, requestKey, bodyHash: hashBody('edit-role', { activityId, roleId, wanted }) };
    await once(this.uow, request, this.clock, async (tx) => {
      const held = await this.held.role(tx, actorId, activityId, roleId);
      const { role, activity, acting } = held;
      const lines = await this.held.linesOf(tx, held);
      const now = this.clock.now();
      const begun = lines.some((line) => hasBegun({ startsAt: line.starts_at }, now));
      if (begun && wanted.countsAsVolunteerService !== (role.counts === 1))
        throw new Refusal('role.counts-settled');
      const after = {
        name: wanted.name,
        description: wanted.description,
        counts: Number(wanted.countsAsVolunteerService),
        not_counted_reason: wanted.countsAsVolunteerService ? null : wanted.notCountedReason,
        requirements: JSON.stringify(wanted.requirements),
        swaps: Number(wanted.swaps),
      };
      await new RoleStore(tx).update(roleId, after);
      const told =
        role.name !== after.name ||
        role.description !== after.description ||
        role.counts !== after.counts ||
        (role.requirements ?? '') !== after.requirements;
      const coming = lines.filter((line) => !hasBegun({ startsAt: line.starts_at }, now));
      if (role.name !== after.name)
        for (const line of coming)
          await this.lines.change(
            tx,
            line.id,
            { title: `${activity.title} · ${after.name}` },
            { personId: actorId },
          );
      if (told && activity.status === 'published')
        await this.lines.tellHolders(tx, coming, {
          kind: 'shift.changed',
          facts: { what: 'role', title: `${activity.title} · ${after.name}` },
        });
      const subject = { kind: 'service-role', id: roleId } as const;
      await this.held.note(
        tx,
        subject,
        { actorId, acting },
        {
          action: 'edited',
          before: role.name,
          after: after.name,
        },
      );
      return true;
    });
    return this.held.view(roleId);
  }

  /** @throws Refusal `activity.unknown`, `access.out-of-scope`, `activity.wrong-state`, `role.unknown`. */
  async addShifts(
    actorId: string,
    activityId: string,
    roleId: string,
    body: { readonly requestKey: string; readonly shifts: readonly ShiftDraft[] },
  ): Promise<RoleWithShifts> {
    const { requestKey, shifts } = body;
    const request = { actorId, requestKey, bodyHash: hashBody('add-shifts', { activityId, roleId, shifts }) };
    await once(this.uow, request, this.clock, async (tx) => {
      const { role, activity, acting } = await this.held.role(tx, actorId, activityId, roleId);
      await this.addRole.openShifts(tx, activity, role, shifts);
      const subject = { kind: 'service-role', id: roleId } as const;
      await this.held.note(tx, subject, { actorId, acting }, { action: 'shifts-added' });
      return true;
    });
    return this.held.view(roleId);
  }
}
