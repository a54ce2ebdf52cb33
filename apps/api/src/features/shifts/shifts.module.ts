import { Module } from '@nestjs/common';
import { SignupsModule } from '../signups/signups.module.js';
import { ShiftController } from './http/shift.controller.js';
import { AddRole } from './use-cases/add-role.js';
import { ListRoles } from './use-cases/list-roles.js';
import { ListShifts } from './use-cases/list-shifts.js';

@Module({
  imports: [SignupsModule],
  controllers: [ShiftController],
  providers: [ListShifts, ListRoles, AddRole],
  exports: [AddRole],
})
export class ShiftsModule {}
