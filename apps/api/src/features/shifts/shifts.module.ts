import { Module } from '@nestjs/common';
import { InboxModule } from '../inbox/inbox.module.js';
import { QualificationsModule } from '../qualifications/qualifications.module.js';
import { SignupsModule } from '../signups/signups.module.js';
import { RoleController } from './http/role.controller.js';
import { ShiftController } from './http/shift.controller.js';
import { SwapController } from './http/swap.controller.js';
import { AddRole } from './use-cases/add-role.js';
import { EditRole } from './use-cases/edit-role.js';
import { EditShift } from './use-cases/edit-shift.js';
import { HeldRoles } from './use-cases/held-role.js';
import { ListRoles } from './use-cases/list-roles.js';
import { ListShifts } from './use-cases/list-shifts.js';
import { ListVolunteers } from './use-cases/list-volunteers.js';
import { Swaps } from './use-cases/swaps.js';

@Module({
  imports: [InboxModule, QualificationsModule, SignupsModule],
  controllers: [ShiftController, RoleController, SwapController],
  providers: [ListShifts, ListRoles, ListVolunteers, AddRole, EditRole, EditShift, HeldRoles, Swaps],
  exports: [AddRole, Swaps],
})
export class ShiftsModule {}
