import { Injectable } from '@nestjs/common';
import type { Removal, RemovalView, ShiftEdit } from '@xiaolin/shared-types/shifts/schema';
import { Clock } from '../../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { hashBody, once } from '../../../platform/idempotency/request-answers.js';
import { type LineRow, Lines } from '../../signups/index.js';
import { hasBegun, isMoved } from '../rules/may-change-shift.js';
import { RoleStore } from '../store/role.store.js';
import { HeldRoles } from './held-role.js';
import type { RoleWithShifts } from './list-roles.js';

/** Changes a shift that has not begun, or takes it (or its whole role) away. */
@Injectable()
export class EditShift {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly lines: Lines,
    private readonly held: HeldRoles,
  ) {}

  /**
   * Where time or meeting point move, everybody in it is told and may leave as if nothing had closed.
   *
   * @throws Refusal `shift.unknown`, `access.out-of-scope`, `activity.wrong-state`, `shift.begun`,
   *   `activity.capacity-below-taken` with the token to agree with.
   */
  async change(
    actorId: string,
    shiftId: string,
    { requestKey, shift, agreed }: ShiftEdit,
  ): Promise<RoleWithShifts> {
    const request = { actorId, requestKey, bodyHash: hashBody('edit-shift', { shiftId, shift, agreed }) };
    const roleId = await once(this.uow, request, this.clock, async (tx) => {
      const held = await this.held.shift(tx, actorId, shiftId);
      const { line, role, activity, acting } = held;
      const before = {
        startsAt: line.starts_at,
        endsAt: line.ends_at,
        meetingPoint: held.shift.meeting_point,
      };
      const after = { ...shift, meetingPoint: shift.meetingPoint || null };
      await this.lines.change(
        tx,
        shiftId,
        {
          startsAt: shift.startsAt,
          endsAt: shift.endsAt,
          opensAt: shift.opensAt,
          closesAt: shift.closesAt,
          capacity: shift.needed,
          waitlistLimit: shift.waitlistLimit,
        },
        { personId: actorId, agreed },
      );
      await new RoleStore(tx).updateShift(shiftId, {
        break_minutes: shift.breakMinutes,
        meeting_point: after.meetingPoint,
      });
      if (isMoved(before, after)) {
        await this.lines.markMoved(tx, [shiftId]);
        await this.lines.tellHolders(tx, [{ ...line, starts_at: shift.startsAt }], {
          kind: 'shift.changed',
          facts: {
            what: 'time',
            title: `${activity.title} · ${role.name}`,
            startsAt: shift.startsAt,
            meetingPoint: after.meetingPoint ?? '',
          },
        });
      }
      await this.held.note(
        tx,
        { kind: 'shift', id: shiftId },
        { actorId, acting },
        {
          action: 'edited',
          before: line.starts_at,
          after: shift.startsAt,
        },
      );
      return role.id;
    });
    return this.held.view(roleId);
  }

  /** @throws Refusal `shift.unknown`, `access.out-of-scope`, `activity.wrong-state`, `shift.begun`. */
  remove(actorId: string, shiftId: string, { requestKey, reason }: Removal): Promise<RemovalView> {
    const request = { actorId, requestKey, bodyHash: hashBody('remove-shift', { shiftId, reason }) };
    return once(this.uow, request, this.clock, async (tx) => {
      const { line, acting } = await this.held.shift(tx, actorId, shiftId);
      const removal = await this.#takeAway(tx, line, { personId: actorId, reason });
      await this.held.note(
        tx,
        { kind: 'shift', id: shiftId },
        { actorId, acting },
        { action: 'removed', reason },
      );
      return removal;
    });
  }

  /**
   * @throws Refusal `activity.unknown`, `access.out-of-scope`, `activity.wrong-state`, `role.unknown`, and
   *   `shift.begun` while one of its shifts is going on.
   */
  removeRole(actorId: string, activityId: string, roleId: string, body: Removal): Promise<RemovalView> {
    const { requestKey, reason } = body;
    const request = {
      actorId,
      requestKey,
      bodyHash: hashBody('remove-role', { activityId, roleId, reason }),
    };
    return once(this.uow, request, this.clock, async (tx) => {
      const held = await this.held.role(tx, actorId, activityId, roleId);
      const now = this.clock.now();
      const lines = await this.held.linesOf(tx, held);
      if (
        lines.some((line) => hasBegun({ startsAt: line.starts_at }, now) && line.ends_at > now.toISOString())
      )
        throw new Refusal('shift.begun');
      const coming = lines.filter((line) => !hasBegun({ startsAt: line.starts_at }, now));
      let told = 0;
      for (const line of coming) told += (await this.#takeAway(tx, line, { personId: actorId, reason })).told;
      const store = new RoleStore(tx);
      // What was served stays readable: records name their role.
      const gone = (await this.held.linesOf(tx, held)).length === 0 && !(await store.hasShifts(roleId));
      if (gone) await store.remove(roleId);
      else await store.update(roleId, { removed_at: this.clock.instant() });
      const subject = { kind: 'service-role', id: roleId } as const;
      await this.held.note(tx, subject, { actorId, acting: held.acting }, { action: 'removed', reason });
      return { gone, told };
    });
  }

  /** Gone, where nobody ever saw it; else called off, each place freed and its holder told why. */
  async #takeAway(
    tx: Tx,
    line: LineRow,
    by: { readonly personId: string; readonly reason: string },
  ): Promise<RemovalView> {
    // Called off first, under the line's lock: from here on nobody can sign up.
    const told = await this.lines.callOffShift(tx, line.id, by);
    if (await this.lines.wasUsed(tx, line.id)) return { gone: false, told };
    await new RoleStore(tx).removeShift(line.id);
    await this.lines.remove(tx, [line.id]);
    return { gone: true, told };
  }
}
