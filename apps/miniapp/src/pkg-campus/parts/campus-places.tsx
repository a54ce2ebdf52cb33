import { campusWords as words } from '@/shared/i18n/zh-CN/campus';
import { replaceWith } from '@/shared/platform/navigation';
import { pagePaths } from '@/shared/platform/page-paths';
import { SegmentedControl } from '@/shared/ui/choosers';
import { Box } from '@/shared/ui/element';

export type CampusPlace = 'campus' | 'campusHours';

/** The coordinator's two pages, beside each other. */
export function CampusPlaces({ current }: { readonly current: CampusPlace }) {
  return (
    <Box className="mt2">
      <SegmentedControl<CampusPlace>
        label={words.places}
        options={[
          { value: 'campus', label: words.students },
          { value: 'campusHours', label: words.hours },
        ]}
        value={current}
        onChange={(place) => {
          if (place !== current) void replaceWith(pagePaths[place]);
        }}
      />
    </Box>
  );
}
