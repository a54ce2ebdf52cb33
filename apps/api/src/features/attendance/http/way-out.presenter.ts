import type { MissingOut, WayOutProposal } from '@xiaolin/shared-types/attendance/ways-out';
import type { Missing } from '../use-cases/ways-out.js';

export const presentMissing = (missing: Missing): MissingOut => ({
  shiftId: missing.row.shift_id,
  personId: missing.row.person_id,
  personName: missing.row.person_name,
  activityTitle: missing.row.activity_title,
  roleName: missing.row.role_name,
  startsAt: missing.row.starts_at,
  endsAt: missing.row.ends_at,
  inAt: missing.row.in_at,
  proposal: presentProposal(missing),
  mayPropose: missing.mayPropose,
});

function presentProposal({ row, mayAnswer }: Missing): WayOutProposal | null {
  const { proposal_id: id, side, out_at: outAt, reason, proposed_at: proposedAt } = row;
  if (id === null || side === null || outAt === null || proposedAt === null) return null;
  return { id, side, byName: row.proposer_name ?? '', outAt, reason: reason ?? '', proposedAt, mayAnswer };
}
