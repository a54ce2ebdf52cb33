import { maskedName } from '@xiaolin/shared-types/certificates/masked-name';
import type {
  CertificatePreview,
  CertificateView,
  CertifiedRecord,
  CertifyingUnit,
  PublicCertificate,
  StaffCertificate,
} from '@xiaolin/shared-types/certificates/schema';
import { districtDay } from '@xiaolin/shared-types/contract/district-time';
import { mayBecome, standingOf } from '../rules/states.js';
import type { CertifiedRow } from '../store/certificate.store.js';
import type { Preview, UnitRow } from '../use-cases/preview-certificate.js';
import type { CertificateRow } from '../use-cases/read-certificates.js';

const standing = (row: CertificateRow) =>
  standingOf({ state: row.state, supersededBecause: row.superseded_because }, row.broken === 0);

export const presentUnit = (row: UnitRow): CertifyingUnit => ({
  unitId: row.unit_id,
  unitName: row.unit_name,
  minutes: row.minutes,
  records: row.records,
  firstDay: districtDay(new Date(row.first_at)),
  lastDay: districtDay(new Date(row.last_at)),
});

export const presentPreview = (preview: Preview): CertificatePreview => ({
  unitId: preview.unitId,
  unitName: preview.unitName,
  from: preview.from,
  to: preview.to,
  holderName: preview.holderName,
  totalMinutes: preview.totalMinutes,
  recordCount: preview.recordCount,
  records: preview.records.map(presentRecord),
  pendingMinutes: preview.pendingMinutes,
  replaces: preview.replaces,
});

const presentRecord = (row: CertifiedRow): CertifiedRecord => ({
  day: row.day,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  serviceName: row.service_name,
  content: row.content,
  placeName: row.place_name,
  minutes: row.minutes,
  responsibleName: row.responsible_name,
});

export const presentCertificate = (row: CertificateRow, address: string): CertificateView => ({
  id: row.id,
  number: row.number,
  state: standing(row).state,
  supersededBecause: standing(row).supersededBecause,
  revokedReason: row.revoked_reason,
  unitId: row.unit_id,
  unitName: row.unit_name,
  from: row.period_from,
  to: row.period_to,
  holderName: row.holder_name,
  totalMinutes: row.total_minutes,
  recordCount: row.record_count,
  issuedOn: row.issued_on,
  address,
});

/** @param administers whether the caller may revoke certificates of this unit */
export const presentStaffCertificate = (
  row: CertificateRow,
  actorId: string,
  administers: boolean,
): StaffCertificate => ({
  id: row.id,
  number: row.number,
  state: standing(row).state,
  supersededBecause: standing(row).supersededBecause,
  revokedReason: row.revoked_reason,
  unitName: row.unit_name,
  holderName: row.holder_name,
  from: row.period_from,
  to: row.period_to,
  totalMinutes: row.total_minutes,
  recordCount: row.record_count,
  issuedOn: row.issued_on,
  mayRevoke: administers && row.person_id !== actorId && mayBecome(row.state, 'revoked'),
});

/** Nothing more than this is anybody's business (art. 16): no id, no full name, no list. */
export const presentPublicCertificate = (row: CertificateRow): PublicCertificate => ({
  number: row.number,
  state: standing(row).state,
  supersededBecause: standing(row).supersededBecause,
  holder: maskedName(row.holder_name),
  unitName: row.unit_name,
  from: row.period_from,
  to: row.period_to,
  totalMinutes: row.total_minutes,
  issuedOn: row.issued_on,
});
