import { Controller } from '@nestjs/common';
import type { Answer } from '@xiaolin/shared-types/contract/route';
import { peopleRoutes as routes } from '@xiaolin/shared-types/people/routes';
import type { DependantView } from '@xiaolin/shared-types/people/schema';
import { Who } from '../../../platform/auth/access.guard.js';
import type { Actor } from '../../../platform/auth/tokens.js';
import { Endpoint, Input, type InputOf } from '../../../platform/http/endpoint.js';
import { type DependantRow, KeepDependants } from '../use-cases/keep-dependants.js';

const present = (row: DependantRow): DependantView => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  birthYear: row.birth_year,
});

/** Whom somebody signs up besides themselves. */
@Controller()
export class DependantController {
  constructor(private readonly dependants: KeepDependants) {}

  @Endpoint(routes.listDependants)
  async list(@Who() actor: Actor): Promise<Answer<typeof routes.listDependants>> {
    return { items: (await this.dependants.list(actor.personId)).map(present) };
  }

  @Endpoint(routes.addDependant)
  async add(
    @Input() { body }: InputOf<typeof routes.addDependant>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.addDependant>> {
    return present(await this.dependants.add(actor.personId, body));
  }

  @Endpoint(routes.saveDependant)
  async save(
    @Input() { params, body }: InputOf<typeof routes.saveDependant>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.saveDependant>> {
    return present(await this.dependants.save(actor.personId, params.dependantId, body));
  }

  @Endpoint(routes.removeDependant)
  async remove(
    @Input() { params }: InputOf<typeof routes.removeDependant>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.removeDependant>> {
    await this.dependants.remove(actor.personId, params.dependantId);
    return { done: true };
  }
}
