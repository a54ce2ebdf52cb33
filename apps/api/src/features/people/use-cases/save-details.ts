import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { namedOrganizations } from '../../organizations/index.js';
import { PersonStore } from '../store/person.store.js';
import { type Me, ShowMe } from './show-me.js';

/** Where somebody lives and their year of birth: said by themselves, and taken back as easily. */
@Injectable()
export class SaveDetails {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly showMe: ShowMe,
  ) {}

  /** @throws Refusal `organization.unknown` for anything that is not a community. */
  execute(
    personId: string,
    details: { readonly homeId: string | null; readonly birthYear: number | null },
  ): Promise<Me> {
    return this.uow.run(async (tx) => {
      if (details.homeId !== null) {
        const [home] = await namedOrganizations(tx, [details.homeId]);
        if (home?.kind !== 'community')
          throw new Refusal('organization.unknown', {}, [{ path: 'body.homeId', message: '选一个社区' }]);
      }
      await new PersonStore(tx).saveDetails(personId, details);
      return this.showMe.in(tx, personId);
    });
  }
}
