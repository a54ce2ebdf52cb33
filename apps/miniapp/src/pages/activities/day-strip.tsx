import { countDays } from '@/features/activities/api';
import { stripDays } from '@/features/activities/model';
import { listChoice } from '@/features/activities/store';
import { usePageData } from '@/shared/api/use-page-data';
import { activitiesText as words } from '@/shared/i18n/zh-CN/activities';
import { DateStrip } from '@/shared/ui/choosers';
import { Box } from '@/shared/ui/element';
import { useCallback } from 'react';
import { useStore } from 'zustand';

const DAYS = 14;

interface DayStripProps {
  readonly now: Date;
  readonly day: string;
  readonly organizationId: string | undefined;
}

export function DayStrip({ now, day, organizationId }: DayStripProps) {
  const categoryId = useStore(listChoice, (state) => state.categoryId) ?? undefined;
  const load = useCallback(
    () => countDays({ categoryId, organizationId }, new Date(), DAYS),
    [categoryId, organizationId],
  );
  const { value } = usePageData(load);
  return (
    <Box className="mt2">
      <DateStrip
        label={words.pickDay}
        days={stripDays(now, value?.items ?? [], DAYS)}
        value={day}
        onChange={(date) => listChoice.getState().choose({ day: date })}
      />
    </Box>
  );
}
