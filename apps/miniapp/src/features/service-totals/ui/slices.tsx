import type { ServiceSlice } from '@xiaolin/shared-types/service-totals/schema';
import { totalsWords as words } from '@/shared/i18n/zh-CN/service-totals';
import { pagePaths } from '@/shared/platform/page-paths';
import { ListRow, Rows } from '@/shared/ui/list-row';
import { SectionHead } from '@/shared/ui/surfaces';
import type { ServiceTotals } from '../api';
import { sliceNote } from '../model';

/** The totals from three sides; each figure opens to the records that it is made of. */
export function Slices({ totals }: { readonly totals: ServiceTotals }) {
  return (
    <>
      <Slice
        title={words.byYear}
        slices={totals.byYear}
        nameOf={({ name }) => words.year(name)}
        pathOf={({ id }) => pagePaths.hoursOf({ year: id, name: words.year(id) })}
      />
      <Slice
        title={words.byUnit}
        slices={totals.byUnit}
        pathOf={({ id, name }) => pagePaths.hoursOf({ unitId: id, name })}
      />
      <Slice
        title={words.byCategory}
        slices={totals.byCategory}
        pathOf={({ id, name }) => pagePaths.hoursOf({ categoryId: id, name })}
      />
    </>
  );
}

interface SliceProps {
  readonly title: string;
  readonly slices: readonly ServiceSlice[];
  readonly nameOf?: (slice: ServiceSlice) => string;
  readonly pathOf: (slice: ServiceSlice) => string;
}

function Slice({ title, slices, nameOf = ({ name }) => name, pathOf }: SliceProps) {
  if (slices.length === 0) return null;
  return (
    <>
      <SectionHead>{title}</SectionHead>
      <Rows label={title}>
        {slices.map((slice, at) => (
          <ListRow
            key={slice.id}
            title={nameOf(slice)}
            note={sliceNote(slice)}
            to={pathOf(slice)}
            last={at === slices.length - 1}
          />
        ))}
      </Rows>
    </>
  );
}
