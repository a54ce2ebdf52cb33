import { Controller } from '@nestjs/common';
import type { Answer } from '@xiaolin/shared-types/contract/route';
import { shiftRoutes as routes } from '@xiaolin/shared-types/shifts/routes';
import { Who } from '../../../platform/auth/access.guard.js';
import type { Actor } from '../../../platform/auth/tokens.js';
import { Endpoint, Input, type InputOf } from '../../../platform/http/endpoint.js';
import { pageRequest } from '../../../platform/http/page-request.js';
import { EditRole } from '../use-cases/edit-role.js';
import { EditShift } from '../use-cases/edit-shift.js';
import { ListVolunteers } from '../use-cases/list-volunteers.js';
import { presentRole } from './shift.presenter.js';
import { presentVolunteer } from './swap.presenter.js';

/** Roles and shifts after they were added. */
@Controller()
export class RoleController {
  constructor(
    private readonly editRole: EditRole,
    private readonly editShift: EditShift,
    private readonly listVolunteers: ListVolunteers,
  ) {}

  @Endpoint(routes.editRole)
  async edit(
    @Input() { params, body }: InputOf<typeof routes.editRole>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.editRole>> {
    const { activityId, roleId } = params;
    return presentRole(await this.editRole.execute(actor.personId, activityId, roleId, body));
  }

  @Endpoint(routes.addShifts)
  async addShifts(
    @Input() { params, body }: InputOf<typeof routes.addShifts>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.addShifts>> {
    const { activityId, roleId } = params;
    return presentRole(await this.editRole.addShifts(actor.personId, activityId, roleId, body));
  }

  @Endpoint(routes.removeRole)
  removeRole(
    @Input() { params, body }: InputOf<typeof routes.removeRole>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.removeRole>> {
    return this.editShift.removeRole(actor.personId, params.activityId, params.roleId, body);
  }

  @Endpoint(routes.editShift)
  async changeShift(
    @Input() { params, body }: InputOf<typeof routes.editShift>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.editShift>> {
    return presentRole(await this.editShift.change(actor.personId, params.shiftId, body));
  }

  @Endpoint(routes.removeShift)
  removeShift(
    @Input() { params, body }: InputOf<typeof routes.removeShift>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.removeShift>> {
    return this.editShift.remove(actor.personId, params.shiftId, body);
  }

  @Endpoint(routes.volunteers)
  async volunteers(
    @Input() { params, query }: InputOf<typeof routes.volunteers>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.volunteers>> {
    const page = await this.listVolunteers.execute(actor.personId, params.shiftId, pageRequest(query, 1));
    return { items: page.volunteers.map(presentVolunteer), nextCursor: page.nextCursor };
  }
}
