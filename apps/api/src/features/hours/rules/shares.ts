import type { HourStatus } from '@xiaolin/shared-types/hours/schema';

/** A certificate is issued from confirmed minutes and takes nothing from them. */
export const CONFIRMED = ['confirmed', 'certified'] as const satisfies readonly HourStatus[];
export const PENDING = ['pending'] as const satisfies readonly HourStatus[];

/** Into which sum a record goes: confirmed and pending are never added up; anything else counts for nothing. */
export function shareOf(status: HourStatus): 'confirmed' | 'pending' | null {
  if ((CONFIRMED as readonly HourStatus[]).includes(status)) return 'confirmed';
  return (PENDING as readonly HourStatus[]).includes(status) ? 'pending' : null;
}
