import { Controller } from '@nestjs/common';
import type { Answer } from '@xiaolin/shared-types/contract/route';
import { workbenchRoutes as routes } from '@xiaolin/shared-types/workbench/routes';
import { Who } from '../../../platform/auth/access.guard.js';
import type { Actor } from '../../../platform/auth/tokens.js';
import { Endpoint } from '../../../platform/http/endpoint.js';
import { ShowWorkbench } from '../use-cases/show-workbench.js';
import { presentWorkbench } from './workbench.presenter.js';

@Controller()
export class WorkbenchController {
  constructor(private readonly showWorkbench: ShowWorkbench) {}

  @Endpoint(routes.show)
  async show(@Who() actor: Actor): Promise<Answer<typeof routes.show>> {
    return presentWorkbench(await this.showWorkbench.execute(actor.personId));
  }
}
