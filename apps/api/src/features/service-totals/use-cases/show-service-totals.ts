import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { shareOf } from '../../hours/index.js';
import { starsOf, type Stars, USUAL_STEPS } from '../rules/stars.js';
import { type CountedRecord, type ServiceSums, sumUp } from '../rules/sum-up.js';
import { type ServedRow, ServiceStore } from '../store/service.store.js';

/** What a volunteer has served: by year, recording unit and category, confirmed and pending apart. */
@Injectable()
export class ShowServiceTotals {
  constructor(private readonly uow: UnitOfWork) {}

  execute(personId: string): Promise<ServiceSums & { readonly stars: Stars }> {
    return this.uow.read(async (tx) => {
      const store = new ServiceStore(tx);
      const sums = sumUp((await store.ofPerson(personId)).flatMap(countedOf));
      return { ...sums, stars: starsOf(sums.total.confirmed, (await store.steps()) ?? USUAL_STEPS) };
    });
  }
}

function countedOf(row: ServedRow): CountedRecord[] {
  const share = shareOf(row.status);
  if (share === null) return [];
  return [
    {
      minutes: row.minutes,
      share,
      startsAt: row.shift_starts_at,
      unit: { id: row.unit_id, name: row.unit_name },
      category: { id: row.category_id, name: row.category_name },
    },
  ];
}
