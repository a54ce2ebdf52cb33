import { countDays, listCategories, listOccurrences } from '@/features/activities/api';
import { listChoice } from '@/features/activities/store';
import { CategoryEntries } from '@/features/activities/ui/category-entries';
import { Posters } from '@/features/activities/ui/posters';
import type { Result } from '@/shared/api/failure';
import { usePageData } from '@/shared/api/use-page-data';
import { activitiesText } from '@/shared/i18n/zh-CN/activities';
import { homeText as words } from '@/shared/i18n/zh-CN/home';
import { goTo } from '@/shared/platform/navigation';
import { pagePaths } from '@/shared/platform/page-paths';
import { usePreferences } from '@/shared/platform/preferences';
import { Button } from '@/shared/ui/button';
import { Box } from '@/shared/ui/element';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Skeleton } from '@/shared/ui/states';
import { Card, SectionHead } from '@/shared/ui/surfaces';
import type { OccurrenceCard } from '@xiaolin/shared-types/activities/schema';
import { addDistrictDays, districtDay } from '@xiaolin/shared-types/contract/district-time';
import { useCallback } from 'react';

interface Week {
  readonly items: readonly OccurrenceCard[];
  readonly count: number;
}

const DAYS = 7;
const POSTERS = 8;

async function loadWeek(organizationId: string | undefined): Promise<Result<Week>> {
  const now = new Date();
  const to = addDistrictDays(districtDay(now), DAYS - 1);
  const [list, days] = await Promise.all([
    listOccurrences({ organizationId, to }, { limit: String(POSTERS) }),
    countDays({ organizationId }, now, DAYS),
  ]);
  if (!list.ok) return list;
  const counted = days.ok ? days.value.items.reduce((sum, { occurrences }) => sum + occurrences, 0) : 0;
  const { items } = list.value;
  return { ok: true, value: { items, count: Math.max(counted, items.length) } };
}

/** What happens this week in the chosen part of the district, and the ways into the list. */
export function Nearby({ now }: { readonly now: Date }) {
  const organizationId = usePreferences((state) => state.organization?.id);
  const load = useCallback(() => loadWeek(organizationId), [organizationId]);
  const { value, problem, reload } = usePageData(load);
  const categories = usePageData(listCategories).value?.items ?? [];
  const open = (categoryId: string | null) => {
    listChoice.getState().clear();
    listChoice.getState().choose({ categoryId });
    void goTo(pagePaths.activities);
  };
  return (
    <>
      <SectionHead more={value ? { to: pagePaths.activities, label: words.allOf(value.count) } : undefined}>
        {words.thisWeek}
      </SectionHead>
      {value === null && problem === null && <Skeleton count={2} />}
      {value === null && problem !== null && (
        <LoadProblem
          title={activitiesText.listFailed}
          problem={problem}
          onRetry={() => void reload()}
          here={pagePaths.home}
        />
      )}
      {value?.items.length === 0 && (
        <Card>
          <Box className="t2 b">{words.nothingThisWeek}</Box>
          <Box className="t1 dim mt1">{words.nothingThisWeekHint}</Box>
          <Button size="s" look="soft" className="mt3" onPress={() => open(null)}>
            {words.seeAll}
          </Button>
        </Card>
      )}
      {value && value.items.length > 0 && <Posters items={value.items} now={now} label={words.thisWeek} />}
      {categories.length > 0 && (
        <>
          <SectionHead>{words.categories}</SectionHead>
          <CategoryEntries categories={categories} label={words.categories} onChoose={open} />
        </>
      )}
    </>
  );
}
