import { Controller } from '@nestjs/common';
import type { Answer } from '@xiaolin/shared-types/contract/route';
import { dueDateRoutes as routes } from '@xiaolin/shared-types/due-dates/routes';
import { Who } from '../../../platform/auth/access.guard.js';
import type { Actor } from '../../../platform/auth/tokens.js';
import { Endpoint } from '../../../platform/http/endpoint.js';
import { LAST_ANNOUNCED_YEAR } from '../../hours/index.js';
import { ShowOverdue } from '../use-cases/show-overdue.js';

@Controller()
export class DueDateController {
  constructor(private readonly showOverdue: ShowOverdue) {}

  @Endpoint(routes.overdue)
  async overdue(@Who() actor: Actor): Promise<Answer<typeof routes.overdue>> {
    const { today, records, units, dueSoon } = await this.showOverdue.execute(actor.personId);
    return {
      today,
      records,
      units: units.map((unit) => ({
        unitId: unit.unitId,
        unitName: unit.unitName,
        records: unit.records,
        people: unit.people,
        oldestDueOn: unit.oldestDueOn,
        workingDaysOver: unit.workingDaysOver,
      })),
      dueSoon,
      calendarUntil: LAST_ANNOUNCED_YEAR,
    };
  }
}
