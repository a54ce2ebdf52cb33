import { Controller } from '@nestjs/common';
import { attendanceRoutes as routes } from '@xiaolin/shared-types/attendance/routes';
import type { Answer } from '@xiaolin/shared-types/contract/route';
import { Who } from '../../../platform/auth/access.guard.js';
import type { Actor } from '../../../platform/auth/tokens.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Endpoint, Input, type InputOf } from '../../../platform/http/endpoint.js';
import { pageRequest } from '../../../platform/http/page-request.js';
import { AttendanceCodes } from '../use-cases/attendance-codes.js';
import { ListAttendance } from '../use-cases/list-attendance.js';
import { ScanSite } from '../use-cases/scan-site.js';
import { ScanVolunteer } from '../use-cases/scan-volunteer.js';
import { ShowSiteCode } from '../use-cases/show-site-code.js';
import { TickRoster } from '../use-cases/tick-roster.js';
import {
  presentMyShift,
  presentShiftRosterEntry,
  presentSiteCode,
  presentVolunteerCode,
} from './attendance.presenter.js';

@Controller()
export class AttendanceController {
  constructor(
    private readonly clock: Clock,
    private readonly codes: AttendanceCodes,
    private readonly showSiteCode: ShowSiteCode,
    private readonly scanSite: ScanSite,
    private readonly scanVolunteer: ScanVolunteer,
    private readonly tickRoster: TickRoster,
    private readonly listAttendance: ListAttendance,
  ) {}

  @Endpoint(routes.siteCode)
  async siteCode(
    @Input() { params, query }: InputOf<typeof routes.siteCode>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.siteCode>> {
    const made = await this.showSiteCode.execute(actor.personId, params.shiftId, query.direction);
    return presentSiteCode(made, query.direction, this.clock.now());
  }

  @Endpoint(routes.scanSite)
  scanTheSite(
    @Input() { body }: InputOf<typeof routes.scanSite>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.scanSite>> {
    return this.scanSite.execute(actor.personId, body);
  }

  @Endpoint(routes.volunteerCode)
  volunteerCode(@Who() actor: Actor): Answer<typeof routes.volunteerCode> {
    return presentVolunteerCode(this.codes.ofVolunteer(actor.personId), this.clock.now());
  }

  @Endpoint(routes.scanVolunteer)
  scanTheVolunteer(
    @Input() { params, body }: InputOf<typeof routes.scanVolunteer>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.scanVolunteer>> {
    return this.scanVolunteer.execute(actor.personId, params.shiftId, body);
  }

  @Endpoint(routes.tick)
  tick(
    @Input() { params, body }: InputOf<typeof routes.tick>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.tick>> {
    return this.tickRoster.execute(actor.personId, params.shiftId, body);
  }

  @Endpoint(routes.roster)
  async roster(
    @Input() { params, query }: InputOf<typeof routes.roster>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.roster>> {
    const page = await this.listAttendance.roster(actor.personId, params.shiftId, pageRequest(query, 1));
    return { items: page.rows.map(presentShiftRosterEntry), nextCursor: page.nextCursor };
  }

  @Endpoint(routes.mine)
  async mine(
    @Input() { query }: InputOf<typeof routes.mine>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.mine>> {
    const page = await this.listAttendance.mine(actor.personId, query.when, pageRequest(query, 2));
    return { items: page.rows.map(presentMyShift), nextCursor: page.nextCursor };
  }
}
