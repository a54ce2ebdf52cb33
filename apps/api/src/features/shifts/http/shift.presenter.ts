import type { ServiceRoleView, ShiftCard, ShiftView } from '@xiaolin/shared-types/shifts/schema';
import { NO_REQUIREMENTS, type RoleRequirements } from '@xiaolin/shared-types/shifts/requirements';
import { presentLine } from '../../signups/index.js';
import type { RoleWithShifts, ShiftRow } from '../use-cases/list-roles.js';

export const presentShiftCard = (row: ShiftRow): ShiftCard => ({
  id: row.id,
  activityId: row.activity_id,
  activityTitle: row.activity_title,
  roleName: row.role_name,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  breakMinutes: row.break_minutes,
  meetingPoint: row.meeting_point,
  place: {
    name: row.place_name,
    detail: row.place_detail || null,
    coordinates:
      row.latitude === null || row.longitude === null
        ? null
        : { latitude: row.latitude, longitude: row.longitude },
  },
  organizationId: row.organization_id,
  organizationName: row.organization_name,
  countsAsVolunteerService: row.counts === 1,
  notCountedReason: row.not_counted_reason,
  insured: row.insurance_text !== '',
  line: presentLine(row),
});

const presentRequirements = ({
  requirements,
}: {
  readonly requirements: string | null;
}): RoleRequirements => {
  const asked = requirements === null ? NO_REQUIREMENTS : (JSON.parse(requirements) as RoleRequirements);
  return { trainings: asked.trainings, skills: asked.skills, minAge: asked.minAge, maxAge: asked.maxAge };
};

export const presentShift = (row: ShiftRow): ShiftView => ({
  ...presentShiftCard(row),
  roleDescription: row.role_description,
  riskText: row.risk_text,
  hazardous: row.hazardous === 1,
  insuranceText: row.insurance_text || null,
  responsible: { name: row.responsible_name, phone: row.responsible_phone || null },
  requirements: presentRequirements(row),
  swaps: row.swaps === 1,
});

export const presentRole = ({ role, shifts }: RoleWithShifts): ServiceRoleView => ({
  id: role.id,
  name: role.name,
  description: role.description,
  countsAsVolunteerService: role.counts === 1,
  notCountedReason: role.not_counted_reason,
  requirements: presentRequirements(role),
  swaps: role.swaps === 1,
  shifts: shifts.map(presentShiftCard),
});
