import type { TableColumnOptions } from 'typeorm';
import { flag, id, index, instant, key, long, none, table, text, whole } from './columns.js';

/* Tables of what proves an hour: pictures, corrections, entries made by hand. */

/** Up to 16 MB on MySQL; SQLite reads any type with "blob" in its name as bytes. */
const bytes = (name: string): TableColumnOptions => ({ name, type: 'mediumblob' });

export const picture = table({
  name: 'picture',
  columns: [
    key(),
    id('uploader_id'),
    /** What it belongs to; null until a request names it. */
    text('owner_kind', 20, none),
    id('owner_id', none),
    /** Its place among the owner's pictures. */
    whole('position', none),
    whole('width'),
    whole('height'),
    bytes('bytes'),
    instant('created_at'),
  ],
  indices: [
    index('ix_picture_owner', 'owner_kind', 'owner_id'),
    index('ix_picture_uploader', 'uploader_id', 'created_at'),
  ],
});

/** A request against an hour record, or for a missing one. */
export const correction = table({
  name: 'correction',
  columns: [
    key(),
    id('person_id'),
    id('shift_id'),
    id('activity_id'),
    id('recording_unit_id'),
    /** The version that is said to be wrong; null where a record is missing. */
    id('record_id', none),
    text('wrong', 20),
    whole('recorded_minutes', none),
    whole('claimed_minutes', none),
    text('words', 500),
    text('status', 20),
    /** Who decides next: the recording unit, later the unit above it. */
    id('deciding_unit_id'),
    /** The district day by which the next decision, or the volunteer's appeal, is due. */
    text('due_on', 10, none),
    /** Who decided at the recording unit: never the same person again above it. */
    id('replied_by', none),
    /** What the unit above decided; null before. */
    text('outcome', 12, none),
    id('new_record_id', none),
    id('entry_id', none),
    instant('raised_at'),
  ],
  indices: [
    index('ix_correction_person', 'person_id', 'raised_at'),
    index('ix_correction_shift', 'shift_id', 'person_id'),
    index('ix_correction_unit', 'deciding_unit_id', 'status', 'due_on'),
    index('ix_correction_recording_unit', 'recording_unit_id', 'raised_at'),
  ],
});

/** The trail of a correction; a row is never changed. */
export const correctionEvent = table({
  name: 'correction_event',
  columns: [
    key(),
    id('correction_id'),
    whole('position'),
    text('action', 20),
    id('actor_id'),
    text('actor_role', 20),
    /** Through which organization; null for the volunteer. */
    id('scope_id', none),
    text('before_status', 20, none),
    text('after_status', 20),
    whole('minutes', none),
    long('reason'),
    instant('at'),
  ],
  indices: [index('ix_correction_event', 'correction_id', 'position')],
});

/** Minutes entered by hand; credited only when another level has said yes. */
export const manualEntry = table({
  name: 'manual_entry',
  columns: [
    key(),
    id('person_id'),
    id('shift_id'),
    id('activity_id'),
    id('recording_unit_id'),
    id('author_id'),
    /** The organization through which the author acted, and the one above it that decides. */
    text('author_role', 20),
    id('author_unit_id'),
    id('deciding_unit_id'),
    instant('in_at'),
    instant('out_at'),
    whole('minutes'),
    text('reason', 200),
    text('status', 12),
    flag('had_place'),
    id('correction_id', none),
    /** The district day by which it is due. */
    text('due_on', 10),
    id('decided_by', none),
    instant('decided_at', none),
    text('decision_reason', 200, none),
    id('record_id', none),
    /** District month of the approval, e.g. `2026-11`: what the audit samples are drawn from. */
    text('approved_month', 7, none),
    instant('created_at'),
  ],
  indices: [
    index('ix_manual_entry_shift', 'shift_id', 'person_id'),
    index('ix_manual_entry_deciding', 'deciding_unit_id', 'status', 'due_on'),
    index('ix_manual_entry_unit', 'recording_unit_id', 'created_at'),
    index('ix_manual_entry_month', 'approved_month'),
  ],
});
