import { districtDay } from '@xiaolin/shared-types/contract/district-time';

/** A record that counts: confirmed or pending. */
export interface CountedRecord {
  readonly minutes: number;
  readonly share: 'confirmed' | 'pending';
  readonly startsAt: string;
  readonly unit: { readonly id: string; readonly name: string };
  readonly category: { readonly id: string; readonly name: string };
}

export interface Sum {
  readonly confirmed: number;
  readonly pending: number;
  readonly records: number;
}

export interface Slice extends Sum {
  readonly id: string;
  readonly name: string;
}

export interface ServiceSums {
  readonly total: Sum;
  readonly byYear: readonly Slice[];
  readonly byUnit: readonly Slice[];
  readonly byCategory: readonly Slice[];
}

/**
 * Sums of whole minutes (办法 art. 7): hours are only ever made of a sum, never added up, so that nothing is lost to
 * rounding. A record belongs to the year in the district in which its shift starts.
 */
export function sumUp(records: readonly CountedRecord[]): ServiceSums {
  return {
    total: records.reduce(added, NOTHING),
    byYear: slices(records, yearOf).sort((a, b) => (a.id < b.id ? 1 : -1)),
    byUnit: slices(records, ({ unit }) => unit).sort(mostFirst),
    byCategory: slices(records, ({ category }) => category).sort(mostFirst),
  };
}

const NOTHING: Sum = { confirmed: 0, pending: 0, records: 0 };

const added = (sum: Sum, { share, minutes }: CountedRecord): Sum => ({
  confirmed: sum.confirmed + (share === 'confirmed' ? minutes : 0),
  pending: sum.pending + (share === 'pending' ? minutes : 0),
  records: sum.records + 1,
});

const yearOf = ({ startsAt }: CountedRecord) => {
  const year = districtDay(new Date(startsAt)).slice(0, 4);
  return { id: year, name: year };
};

function slices(
  records: readonly CountedRecord[],
  of: (record: CountedRecord) => { readonly id: string; readonly name: string },
): Slice[] {
  const found = new Map<string, Slice>();
  for (const record of records) {
    const { id, name } = of(record);
    found.set(id, { id, name, ...added(found.get(id) ?? NOTHING, record) });
  }
  return [...found.values()];
}

const mostFirst = (a: Slice, b: Slice): number =>
  b.confirmed - a.confirmed || b.pending - a.pending || (a.id < b.id ? -1 : 1);
