import { Injectable } from '@nestjs/common';
import {
  addDistrictDays,
  districtDay,
  endOfDistrictDay,
  startOfDistrictDay,
} from '@xiaolin/shared-types/contract/district-time';
import { Clock } from '../../../platform/clock/clock.js';
import { cutPage } from '../../../platform/db/cursor.js';
import { type Tx, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { PageRequest } from '../../../platform/http/page-request.js';
import { invalidField } from '../../../platform/http/refusal.js';
import { subtreeOf } from '../../organizations/index.js';
import { searchWords } from '../rules/fold-text.js';
import {
  type OccurrenceCardRow,
  type OccurrenceFilter,
  OccurrenceListStore,
} from '../store/occurrence-list.store.js';

/** How the public list is narrowed; days are district days. */
export interface OccurrenceQuery {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly categoryId?: string | undefined;
  readonly organizationId?: string | undefined;
  readonly hasSeats?: boolean | undefined;
  readonly q?: string | undefined;
}

/** Days that the date strip asks for at most. */
const MOST_DAYS = 62;

/** Occurrences of published activities that are not over. A run belongs to the district day on which it starts. */
@Injectable()
export class ListOccurrences {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `organization.unknown`; `request.invalid` when the days are the wrong way round. */
  execute(query: OccurrenceQuery, { limit, after }: PageRequest) {
    return this.uow.read(async (tx) => {
      const filter = await this.#filter(tx, query);
      const rows = await new OccurrenceListStore(tx).page(filter, limit + 1, after);
      return cutPage<OccurrenceCardRow>(rows, limit, (last) => [last.starts_at, last.id]);
    });
  }

  /** How many there are on each day from `from` to `to`, days without any included. */
  countDays(query: OccurrenceQuery & { readonly from: string; readonly to: string }) {
    const days = daysBetween(query.from, query.to);
    return this.uow.read(async (tx) => {
      const hours = await new OccurrenceListStore(tx).countByHour(await this.#filter(tx, query));
      const counts = new Map(days.map((day) => [day, 0]));
      for (const { hour, occurrences } of hours) {
        // The district is whole hours from UTC, so an hour belongs to one day.
        const day = districtDay(new Date(`${hour}:00:00.000Z`));
        counts.set(day, (counts.get(day) ?? 0) + Number(occurrences));
      }
      return days.map((day) => ({ day, occurrences: counts.get(day) ?? 0 }));
    });
  }

  async #filter(tx: Tx, query: OccurrenceQuery): Promise<OccurrenceFilter> {
    const now = this.clock.now();
    const from = query.from ?? districtDay(now);
    if (query.to !== undefined && query.to < from) throw invalidField('query.to', 'not before from');
    return {
      now: now.toISOString(),
      from: startOfDistrictDay(from).toISOString(),
      before: query.to === undefined ? null : endOfDistrictDay(query.to).toISOString(),
      categoryId: query.categoryId ?? null,
      organizationIds: query.organizationId === undefined ? null : await subtreeOf(tx, query.organizationId),
      hasSeats: query.hasSeats ?? false,
      words: searchWords(query.q ?? ''),
    };
  }
}

/** @throws Refusal `request.invalid` when there are none or too many. */
function daysBetween(from: string, to: string): readonly string[] {
  if (to < from) throw invalidField('query.to', 'not before from');
  const days: string[] = [];
  for (let day = from; day <= to; day = addDistrictDays(day, 1)) {
    if (days.length === MOST_DAYS) throw invalidField('query.to', `at most ${MOST_DAYS} days from the first`);
    days.push(day);
  }
  return days;
}
