import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { type OrganizationRow, OrganizationStore } from '../store/organization.store.js';

@Injectable()
export class ListOrganizations {
  constructor(private readonly uow: UnitOfWork) {}

  execute(filter: {
    readonly kind?: string | undefined;
    readonly parentId?: string | undefined;
  }): Promise<OrganizationRow[]> {
    return this.uow.read((tx) => new OrganizationStore(tx).list(filter));
  }
}
