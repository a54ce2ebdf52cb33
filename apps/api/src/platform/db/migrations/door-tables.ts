import { flag, id, index, instant, key, none, table, text, unique, whole } from './columns.js';

/* Tables of what happens at the door of an occurrence and afterwards. */

/** No row: the defaults. */
export const organizationSetting = table({
  name: 'organization_setting',
  columns: [
    id('organization_id', { isPrimary: true }),
    flag('restricts'),
    whole('restrict_no_shows'),
    whole('restrict_within_days'),
    whole('restrict_for_days'),
    id('changed_by'),
    instant('changed_at'),
  ],
});

/** Where a place stands at the door; no row: nobody of it has come. */
export const admission = table({
  name: 'admission',
  columns: [
    id('signup_id', { isPrimary: true }),
    id('line_id'),
    whole('admitted_seats'),
    /** Of the latest admission that still counts. */
    instant('admitted_at', none),
    id('admitted_by', none),
    instant('excused_at', none),
    text('excuse_reason', 100, none),
  ],
  indices: [index('ix_admission_line', 'line_id')],
});

export const admissionEvent = table({
  name: 'admission_event',
  columns: [
    key(),
    id('signup_id'),
    id('line_id'),
    id('actor_id'),
    text('action', 12),
    /** Seats that this event let in or took back. */
    whole('seats'),
    text('method', 12, none),
    instant('device_time', none),
    text('reason', 100, none),
    instant('at'),
  ],
  indices: [index('ix_admission_event_signup', 'signup_id')],
});

/** The door of an occurrence, from the first admission on. */
export const door = table({
  name: 'door',
  columns: [
    id('line_id', { isPrimary: true }),
    whole('admitted_seats'),
    /** When the places where nobody came were made final. */
    instant('settled_at', none),
  ],
  indices: [index('ix_door_settled', 'settled_at')],
});

export const feedback = table({
  name: 'feedback',
  columns: [
    key(),
    id('signup_id'),
    id('activity_id'),
    whole('score'),
    text('words', 500, none),
    text('words_state', 12),
    instant('given_at'),
  ],
  uniques: [unique('uq_feedback_signup', 'signup_id')],
  indices: [index('ix_feedback_activity', 'activity_id', 'words_state', 'given_at')],
});
