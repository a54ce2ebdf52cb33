import type { HourStatus } from '@xiaolin/shared-types/hours/schema';
import { type RecordFacts, TRANSITIONS } from './decide-record.js';

export type ChangeRefusal = 'hours.unknown' | 'hours.own-record' | 'hours.not-amendable';

/**
 * Why this person may not amend or void the record, or null when they may (scope is the caller's to check). Nobody
 * decides about their own hours (art. 26).
 */
export function refusalToChange(
  record: RecordFacts | undefined,
  actorId: string,
  to: 'amended' | 'voided',
): ChangeRefusal | null {
  if (record === undefined) return 'hours.unknown';
  if (record.personId === actorId) return 'hours.own-record';
  const allowed: readonly HourStatus[] = TRANSITIONS[record.status];
  return record.current && allowed.includes(to) ? null : 'hours.not-amendable';
}

/** What still stands for a person at a shift: beside one of these there is no room for another record. */
export const STANDING: readonly HourStatus[] = ['pending', 'confirmed', 'certified'];

export interface ManualEntry {
  readonly personId: string;
  readonly authorId: string;
  readonly approverId: string;
  /** Whether the role counts as volunteer service (art. 19). */
  readonly counts: boolean;
  /** State of the record that the person has at the shift already. */
  readonly before: HourStatus | null;
}

export type ManualRefusal =
  'hours.own-record' | 'hours.same-approver' | 'hours.not-counting' | 'hours.already-recorded';

/** Why this entry by hand is not taken, or null. */
export function refusalOfEntry(entry: ManualEntry): ManualRefusal | null {
  if (entry.personId === entry.authorId || entry.personId === entry.approverId) return 'hours.own-record';
  if (entry.authorId === entry.approverId) return 'hours.same-approver';
  if (!entry.counts) return 'hours.not-counting';
  return entry.before !== null && STANDING.includes(entry.before) ? 'hours.already-recorded' : null;
}
