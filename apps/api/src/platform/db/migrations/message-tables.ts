import { id, index, instant, key, long, none, table, text, whole } from './columns.js';

/* Reminders, and notices to everybody on a roster. */

/** That the people of a line were reminded of a start; a line that moves is reminded of its new start. */
export const reminderRun = table({
  name: 'reminder_run',
  columns: [
    id('line_id', { isPrimary: true }),
    text('kind', 12, { isPrimary: true }),
    instant('starts_at', { isPrimary: true }),
    instant('at'),
  ],
});

export const broadcast = table({
  name: 'broadcast',
  columns: [
    key(),
    id('line_id'),
    id('activity_id'),
    id('organization_id'),
    /** Of the line, as it was. */
    text('title', 100),
    text('audience', 12),
    long('words'),
    text('state', 12),
    whole('people'),
    whole('in_app'),
    whole('by_phone'),
    /** The last position of the roster that was dealt with. */
    whole('told_until'),
    text('reason', 100, none),
    id('author_id'),
    instant('written_at'),
    instant('finished_at', none),
  ],
  indices: [index('ix_broadcast_line', 'line_id', 'written_at', 'id')],
});

/** Whom it is for, as the roster was when it was sent. */
export const broadcastRecipient = table({
  name: 'broadcast_recipient',
  columns: [
    id('broadcast_id', { isPrimary: true }),
    whole('position', { isPrimary: true }),
    id('person_id'),
    id('signup_id'),
    /** `inbox`, or `phone` where there is no account; null until it is their turn. */
    text('way', 8, none),
  ],
});
