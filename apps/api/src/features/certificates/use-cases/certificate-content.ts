import { districtDay } from '@xiaolin/shared-types/contract/district-time';
import type { ProvableRecord } from '../../hours/index.js';
import type { CertifiedRow } from '../store/certificate.store.js';

/** A record as it goes on the paper; nothing that happens to its activity later changes it. */
export const certifiedRow = ({ id, minutes, facts }: ProvableRecord): CertifiedRow => ({
  hour_record_id: id,
  day: districtDay(new Date(facts.startsAt)),
  starts_at: facts.startsAt,
  ends_at: facts.endsAt,
  service_name: facts.title,
  content: inBrief(facts.content === facts.roleName ? facts.roleName : `${facts.roleName}：${facts.content}`),
  place_name: facts.placeName === '' ? null : facts.placeName,
  minutes,
  responsible_name: facts.responsibleName,
});

/** A column of the table holds 100 characters; the record itself keeps every word. */
const inBrief = (text: string): string => {
  const characters = Array.from(text);
  return characters.length <= 60 ? text : `${characters.slice(0, 59).join('')}…`;
};

export const totalOf = (records: readonly { readonly minutes: number }[]): number =>
  records.reduce((sum, { minutes }) => sum + minutes, 0);
