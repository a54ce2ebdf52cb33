import { listChoice } from '@/features/activities/store';
import { activitiesText as words } from '@/shared/i18n/zh-CN/activities';
import { SearchField } from '@/shared/ui/fields';
import { useStore } from 'zustand';

export function SearchBox() {
  const search = useStore(listChoice, (state) => state.search);
  return (
    <SearchField
      id="search"
      label={words.search}
      placeholder={words.searchHint}
      value={search}
      onChange={(text) => listChoice.getState().choose({ search: text.slice(0, 40) })}
    />
  );
}
