import { Controller } from '@nestjs/common';
import type { Answer } from '@xiaolin/shared-types/contract/route';
import { organizationRoutes as routes } from '@xiaolin/shared-types/organizations/routes';
import { Endpoint, Input, type InputOf } from '../../../platform/http/endpoint.js';
import { ListOrganizations } from '../use-cases/list-organizations.js';
import { presentOrganization } from './organization.presenter.js';

@Controller()
export class OrganizationController {
  constructor(private readonly listOrganizations: ListOrganizations) {}

  @Endpoint(routes.list)
  async list(@Input() { query }: InputOf<typeof routes.list>): Promise<Answer<typeof routes.list>> {
    const rows = await this.listOrganizations.execute(query);
    return { items: rows.map(presentOrganization) };
  }
}
