import { Global, Module } from '@nestjs/common';
import { StaffDirectory } from '../../platform/auth/staff-directory.js';
import { OrganizationController } from './http/organization.controller.js';
import { ListOrganizations } from './use-cases/list-organizations.js';
import { MembershipDirectory } from './use-cases/membership-directory.js';
import { Scope } from './use-cases/scope.js';

/** Global, because the access guard of every route asks it who is staff. */
@Global()
@Module({
  controllers: [OrganizationController],
  providers: [
    ListOrganizations,
    Scope,
    MembershipDirectory,
    { provide: StaffDirectory, useExisting: MembershipDirectory },
  ],
  exports: [Scope, MembershipDirectory, StaffDirectory],
})
export class OrganizationsModule {}
