import { Controller } from '@nestjs/common';
import type { Answer } from '@xiaolin/shared-types/contract/route';
import { shiftRoutes as routes } from '@xiaolin/shared-types/shifts/routes';
import { Who } from '../../../platform/auth/access.guard.js';
import type { Actor } from '../../../platform/auth/tokens.js';
import { Endpoint, Input, type InputOf } from '../../../platform/http/endpoint.js';
import { pageRequest } from '../../../platform/http/page-request.js';
import { AddRole } from '../use-cases/add-role.js';
import { ListRoles } from '../use-cases/list-roles.js';
import { ListShifts } from '../use-cases/list-shifts.js';
import { presentRole, presentShift, presentShiftCard } from './shift.presenter.js';

@Controller()
export class ShiftController {
  constructor(
    private readonly listShifts: ListShifts,
    private readonly listRoles: ListRoles,
    private readonly addRole: AddRole,
  ) {}

  @Endpoint(routes.list)
  async list(@Input() { query }: InputOf<typeof routes.list>): Promise<Answer<typeof routes.list>> {
    const page = await this.listShifts.execute(query, pageRequest(query, 2));
    return { items: page.rows.map(presentShiftCard), nextCursor: page.nextCursor };
  }

  @Endpoint(routes.detail)
  async detail(@Input() { params }: InputOf<typeof routes.detail>): Promise<Answer<typeof routes.detail>> {
    return presentShift(await this.listShifts.one(params.shiftId));
  }

  @Endpoint(routes.listRoles)
  async roles(
    @Input() { params }: InputOf<typeof routes.listRoles>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.listRoles>> {
    return { items: (await this.listRoles.execute(actor.personId, params.activityId)).map(presentRole) };
  }

  @Endpoint(routes.addRole)
  async add(
    @Input() { params, body }: InputOf<typeof routes.addRole>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.addRole>> {
    return presentRole(await this.addRole.execute(actor.personId, params.activityId, body));
  }
}
