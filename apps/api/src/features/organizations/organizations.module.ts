import { Global, Module } from '@nestjs/common';
import { StaffDirectory } from '../../platform/auth/staff-directory.js';
import { OrganizationController } from './http/organization.controller.js';
import { ListOrganizations } from './use-cases/list-organizations.js';
import { MembershipDirectory } from './use-cases/membership-directory.js';
import { Scope } from './use-cases/scope.js';
import { SettingsOfOrganizations } from './use-cases/settings-of-organizations.js';
import { UnitsAbove } from './use-cases/units-above.js';

/** Global, because the access guard of every route asks it who is staff. */
@Global()
@Module({
  controllers: [OrganizationController],
  providers: [
    ListOrganizations,
    Scope,
    SettingsOfOrganizations,
    UnitsAbove,
    MembershipDirectory,
    { provide: StaffDirectory, useExisting: MembershipDirectory },
  ],
  exports: [Scope, SettingsOfOrganizations, UnitsAbove, MembershipDirectory, StaffDirectory],
})
export class OrganizationsModule {}
