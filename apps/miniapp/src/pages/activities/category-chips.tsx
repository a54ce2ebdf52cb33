import type { Cover } from '@xiaolin/shared-types/activities/schema';
import { listCategories } from '@/features/activities/api';
import { listChoice } from '@/features/activities/store';
import { usePageData } from '@/shared/api/use-page-data';
import { activitiesText as words } from '@/shared/i18n/zh-CN/activities';
import type { IconName } from '@/shared/theme/icons';
import { Chips } from '@/shared/ui/choosers';
import { Box } from '@/shared/ui/element';
import { useStore } from 'zustand';

const icons: Partial<Record<Cover, IconName>> = {
  arts: 'arts',
  health: 'health',
  skill: 'skill',
  green: 'green',
  govern: 'govern',
  science: 'science',
};

const ALL = '';

export function CategoryChips() {
  const { value } = usePageData(listCategories);
  const chosen = useStore(listChoice, (state) => state.categoryId);
  const options = (value?.items ?? []).map(({ id, name, cover }) => ({
    value: id,
    label: name,
    icon: icons[cover],
  }));
  return (
    <Box className="mt2 k-chip-room">
      {options.length > 0 && (
        <Chips
          label={words.categories}
          options={[{ value: ALL, label: words.allCategories }, ...options]}
          value={chosen ?? ALL}
          onChange={(id) => listChoice.getState().choose({ categoryId: id === ALL ? null : id })}
        />
      )}
    </Box>
  );
}
