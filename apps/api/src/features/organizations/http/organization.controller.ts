import { Controller } from '@nestjs/common';
import type { Answer } from '@xiaolin/shared-types/contract/route';
import { organizationRoutes as routes } from '@xiaolin/shared-types/organizations/routes';
import { Who } from '../../../platform/auth/access.guard.js';
import type { Actor } from '../../../platform/auth/tokens.js';
import { Endpoint, Input, type InputOf } from '../../../platform/http/endpoint.js';
import { ListOrganizations } from '../use-cases/list-organizations.js';
import { SettingsOfOrganizations } from '../use-cases/settings-of-organizations.js';
import { presentOrganization, presentSettings } from './organization.presenter.js';

@Controller()
export class OrganizationController {
  constructor(
    private readonly listOrganizations: ListOrganizations,
    private readonly settingsOf: SettingsOfOrganizations,
  ) {}

  @Endpoint(routes.list)
  async list(@Input() { query }: InputOf<typeof routes.list>): Promise<Answer<typeof routes.list>> {
    const rows = await this.listOrganizations.execute(query);
    return { items: rows.map(presentOrganization) };
  }

  @Endpoint(routes.settings)
  async settings(
    @Input() { params }: InputOf<typeof routes.settings>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.settings>> {
    return presentSettings(await this.settingsOf.show(actor.personId, params.organizationId));
  }

  @Endpoint(routes.changeSettings)
  async changeSettings(
    @Input() { params, body }: InputOf<typeof routes.changeSettings>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.changeSettings>> {
    return presentSettings(await this.settingsOf.change(actor.personId, params.organizationId, body));
  }
}
