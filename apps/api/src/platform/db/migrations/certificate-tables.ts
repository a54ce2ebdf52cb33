import { flag, id, index, instant, key, long, none, table, text, unique, whole } from './columns.js';

/* Tables of certificates: what was issued stays as it was, whatever happens to what it was made of. */

export const certificate = table({
  name: 'certificate',
  columns: [
    key(),
    text('number', 20),
    id('person_id'),
    id('unit_id'),
    text('unit_name', 100),
    text('holder_name', 40),
    text('period_from', 10),
    text('period_to', 10),
    whole('total_minutes'),
    whole('record_count'),
    text('state', 12),
    text('superseded_because', 12, none),
    text('revoked_reason', 100, none),
    /** Of `organization_seal`; null: issued without one. */
    id('seal_id', none),
    whole('ledger_sequence', none),
    text('ledger_hash', 64, none),
    /** What the QR code says, signed when it was issued. */
    text('statement', 500),
    text('issued_on', 10),
    instant('issued_at'),
    /** Made of invented data; the paper says so. */
    flag('illustrative'),
  ],
  uniques: [unique('uq_certificate_number', 'number')],
  indices: [
    index('ix_certificate_person', 'person_id', 'issued_at'),
    index('ix_certificate_unit', 'unit_id', 'issued_at'),
  ],
});

export const certificateRecord = table({
  name: 'certificate_record',
  columns: [
    id('certificate_id', { isPrimary: true }),
    whole('position', { isPrimary: true }),
    /** The version of the record that was certified. */
    id('hour_record_id'),
    text('day', 10),
    instant('starts_at'),
    instant('ends_at'),
    text('service_name', 100),
    text('content', 100),
    text('place_name', 100, none),
    whole('minutes'),
    text('responsible_name', 40),
  ],
  indices: [index('ix_certificate_record_hours', 'hour_record_id')],
});

/** Every seal that an organization has had; the latest is in use, and one without a picture means none. */
export const organizationSeal = table({
  name: 'organization_seal',
  columns: [key(), id('organization_id'), long('image', none), id('set_by'), instant('set_at')],
  indices: [index('ix_organization_seal', 'organization_id', 'id')],
});
