import { id, index, instant, long, table, text, whole } from './columns.js';

/* The hash chains of hour records, one for each recording unit. */

/** The end of a chain: its lock. */
export const ledgerHead = table({
  name: 'ledger_head',
  columns: [
    id('unit_id', { isPrimary: true }),
    whole('sequence'),
    /** SHA-256, hexadecimal. */
    text('hash', 64),
    instant('at'),
  ],
});

/** Never altered, never removed. */
export const ledgerEntry = table({
  name: 'ledger_entry',
  columns: [
    id('unit_id', { isPrimary: true }),
    /** 1, 2, 3, … without gaps. */
    whole('sequence', { isPrimary: true }),
    id('record_id'),
    text('event', 12),
    instant('at'),
    /** Canonical JSON: what is hashed. */
    long('content'),
    text('hash', 64),
  ],
  indices: [index('ix_ledger_entry_record', 'record_id')],
});

/** Where a chain stood at the end of a district day. */
export const ledgerSignedHead = table({
  name: 'ledger_signed_head',
  columns: [
    id('unit_id', { isPrimary: true }),
    text('day', 10, { isPrimary: true }),
    whole('sequence'),
    text('hash', 64),
    instant('signed_at'),
    text('key_id', 12),
    text('signature', 90),
  ],
});
