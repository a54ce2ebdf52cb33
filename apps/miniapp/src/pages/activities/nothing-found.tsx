import type { OccurrenceCard } from '@xiaolin/shared-types/activities/schema';
import { listChoice } from '@/features/activities/store';
import { dateWords, nearOrWeekdayWord, partsOf } from '@/shared/i18n/moments';
import { activitiesText as words } from '@/shared/i18n/zh-CN/activities';
import { preferences, usePreferences } from '@/shared/platform/preferences';
import { EmptyState } from '@/shared/ui/states';
import type { FoundListProps } from './found-list';

interface NothingFoundProps extends FoundListProps {
  /** The first that fits on a later day. */
  readonly nearest: OccurrenceCard | null;
  readonly narrowed: boolean;
}

/** Why it is empty, and the nearest thing there is. */
export function NothingFound({ filter, nearest, narrowed, now }: NothingFoundProps) {
  const inOneCommunity = usePreferences((state) => state.organization !== null);
  const everything = { label: words.showEverything, onPress: () => listChoice.getState().clear() };
  const district = {
    label: words.wholeDistrict,
    onPress: () => preferences.getState().chooseOrganization(null),
  };
  const day = nearOrWeekdayWord(`${filter.from}T04:00:00.000Z`, now);
  if (nearest !== null) {
    const date = dateWords(nearest.startsAt);
    return (
      <EmptyState
        title={filter.q ? words.noneFor(day, filter.q) : words.noneFilteredFor(day)}
        next={{
          label: words.seeNearest(date),
          onPress: () => listChoice.getState().choose({ day: partsOf(nearest.startsAt).day }),
        }}
        second={everything}
      >
        {words.nearest(date, nearest.title)}
      </EmptyState>
    );
  }
  if (narrowed)
    return (
      <EmptyState
        title={filter.q ? words.noneFound(filter.q) : words.noneAtAll}
        next={inOneCommunity ? district : everything}
        second={inOneCommunity ? everything : undefined}
      >
        {words.noneAtAllHint}
      </EmptyState>
    );
  return (
    <EmptyState title={words.nothingYet} next={inOneCommunity ? district : undefined}>
      {words.nothingYetHint}
    </EmptyState>
  );
}
