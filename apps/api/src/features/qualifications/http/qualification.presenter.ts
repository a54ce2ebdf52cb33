import type {
  MyQualifications,
  QualificationView,
  WaitingQualification,
} from '@xiaolin/shared-types/qualifications/schema';
import type { PlacedQualificationRow, WaitingRow } from '../store/qualification.store.js';
import type { Holdings } from '../use-cases/qualifications.js';

export const presentQualification = (row: PlacedQualificationRow): QualificationView => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  maskedPhone: row.phone === null ? null : `…${row.phone.replace(/\D/g, '').slice(-4)}`,
  state: row.state,
  organizationName: row.organization_name,
  doneOn: row.done_on,
  validUntil: row.valid_until,
  reason: row.reason,
  askedAt: row.asked_at,
});

export const presentMine = ({ skills, qualifications }: Holdings): MyQualifications => ({
  skills: [...skills],
  items: qualifications.map(presentQualification),
});

export const presentWaiting = (row: WaitingRow, actorId: string): WaitingQualification => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  phone: row.phone,
  personName: row.person_name,
  organizationName: row.organization_name,
  doneOn: row.done_on,
  askedAt: row.asked_at,
  mayDecide: row.person_id !== actorId,
});
