import type { DoorEntry, DoorView, Ticket } from '@xiaolin/shared-types/admissions/schema';
import { maskedPhone } from '../../signups/index.js';
import type { Door, DoorPlace } from '../use-cases/show-door.js';
import type { ShownTicket } from '../use-cases/show-ticket.js';

export const presentTicket = ({ row, guests, code, typed, times }: ShownTicket, now: string): Ticket => ({
  signupId: row.signup_id,
  occurrenceId: row.line_id,
  code,
  typed,
  title: row.title,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  placeName: row.place_name || null,
  organizationName: row.organization_name ?? '',
  personName: row.person_name,
  guestNames: [...guests],
  seats: row.seats,
  admittedSeats: row.admitted_seats ?? 0,
  opensAt: times.opensAt,
  serverTime: now,
});

export const presentDoor = (
  { occurrence, times, admittedSeats, confirmedSeats }: Door,
  now: string,
): DoorView => ({
  occurrenceId: occurrence.id,
  title: occurrence.title,
  startsAt: occurrence.starts_at,
  endsAt: occurrence.ends_at,
  opensAt: times.opensAt,
  closesAt: times.closesAt,
  finalAt: times.finalAt,
  admittedSeats,
  confirmedSeats,
  serverTime: now,
});

export const presentDoorEntry = (row: DoorPlace): DoorEntry => ({
  signupId: row.signup_id,
  personId: row.person_id,
  displayName: row.person_name,
  guestNames: [...row.guests],
  maskedPhone: maskedPhone(row.phone),
  status: row.status,
  state: row.state,
  seats: row.seats,
  admittedSeats: row.admitted_seats ?? 0,
  admittedAt: row.admitted_at,
  admittedBy: row.admitted_by_name,
  excuseReason: row.excuse_reason,
});
