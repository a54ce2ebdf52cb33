import { CommunityButton } from '@/features/communities/ui/community-button';
import { listChoice } from '@/features/activities/store';
import { activitiesText as words } from '@/shared/i18n/zh-CN/activities';
import { useElderMode, usePreferences } from '@/shared/platform/preferences';
import { Box } from '@/shared/ui/element';
import { Page } from '@/shared/ui/page';
import { OfflineNote } from '@/shared/ui/states';
import { useNow } from '@/shared/ui/use-now';
import { districtDay } from '@xiaolin/shared-types/contract/district-time';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { CategoryChips } from './category-chips';
import { DayStrip } from './day-strip';
import { FoundList } from './found-list';
import { SearchBox } from './search-box';

export default function ActivitiesPage() {
  const elder = useElderMode();
  const now = useNow();
  const choice = useStore(listChoice);
  const organizationId = usePreferences((state) => state.organization?.id);
  const search = useSettled(choice.search.trim(), 350);
  const today = districtDay(now);
  // A day that was chosen yesterday and is past now would find nothing.
  const day = choice.day !== null && choice.day > today ? choice.day : today;
  const filter = {
    from: day,
    categoryId: choice.categoryId ?? undefined,
    organizationId,
    hasSeats: choice.onlyWithSeats,
    q: search,
  };
  return (
    <Page title={words.listTitle} tab="activities">
      <Box className="row">
        {!elder && <CommunityButton ink />}
        <SearchBox />
      </Box>
      <OfflineNote />
      {!elder && <DayStrip now={now} day={day} organizationId={organizationId} />}
      {!elder && <CategoryChips />}
      <FoundList key={JSON.stringify(filter)} filter={filter} now={now} />
    </Page>
  );
}

/** The value once it has stood still for so long: a search must not ask at every stroke. */
function useSettled(value: string, milliseconds: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    if (value === settled) return undefined;
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, settled, milliseconds]);
  return settled;
}
