import type { ServiceFacts } from '../rules/service-facts.js';
import type { ServiceRow } from '../store/hour-record.store.js';

/** What a record keeps of its shift from now on. */
export const factsOf = (row: ServiceRow): ServiceFacts => ({
  title: row.title,
  roleName: row.role_name,
  content: row.content === '' ? row.role_name : row.content,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  placeName: row.place_name,
  unitName: row.unit_name,
  responsibleName: row.responsible_name,
});
