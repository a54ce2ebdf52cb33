import type { ShiftVolunteer } from '@xiaolin/shared-types/shifts/schema';
import type { SwapOffer, SwapShift, SwapView } from '@xiaolin/shared-types/shifts/swaps';
import type { SwapShiftRow } from '../store/swap.store.js';
import type { Volunteer } from '../use-cases/list-volunteers.js';
import type { SeenOffer, Swap } from '../use-cases/swaps.js';

const presentSwapShift = (row: SwapShiftRow): SwapShift => ({
  shiftId: row.id,
  activityTitle: row.activity_title,
  roleName: row.role_name,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  placeName: row.place_name || null,
});

/** The code is for whoever offered to give away; whoever answered had it already. */
export const presentSwap = ({ row, shift, inReturn, now }: Swap, personId: string): SwapView => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  code: row.from_id === personId && row.state === 'open' ? row.code : null,
  mine: row.from_id === personId,
  signupId: row.signup_id,
  shift: presentSwapShift(shift),
  fromName: row.from_name,
  toName: row.to_name,
  inReturn: inReturn === null ? null : presentSwapShift(inReturn),
  over: now.getTime() >= Date.parse(shift.starts_at),
});

export const presentOffer = ({ swap, refusal, ownPlaces }: SeenOffer): SwapOffer => ({
  kind: swap.row.kind,
  shift: presentSwapShift(swap.shift),
  fromName: swap.row.from_name,
  refusal: refusal === null ? null : { code: refusal.code, facts: { ...refusal.facts } },
  ownPlaces: ownPlaces.map((row) => ({ signupId: row.signup_id, ...presentSwapShift(row) })),
});

export const presentVolunteer = (volunteer: Volunteer): ShiftVolunteer => ({
  signupId: volunteer.row.signup_id,
  personId: volunteer.row.person_id,
  displayName: volunteer.row.display_name,
  status: volunteer.row.status,
  decidedAt: volunteer.row.decided_at,
  cancelReason: volunteer.row.cancel_reason,
  skills: [...volunteer.skills],
  minor: volunteer.minor,
  tookOverFrom: volunteer.tookOverFrom,
  handedOverTo: volunteer.handedOverTo,
});
