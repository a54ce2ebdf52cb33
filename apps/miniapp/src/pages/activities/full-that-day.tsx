import { listOccurrences } from '@/features/activities/api';
import { listChoice } from '@/features/activities/store';
import { usePageData } from '@/shared/api/use-page-data';
import { activitiesText as words } from '@/shared/i18n/zh-CN/activities';
import { Action, Box } from '@/shared/ui/element';
import { Icon } from '@/shared/ui/icon';
import { phaseOf } from '@xiaolin/shared-types/signups/phase';
import { useCallback } from 'react';
import type { FoundListProps } from './found-list';

/** What 只看有名额 hides on the chosen day: those where one could still wait. */
export function FullThatDay({ filter, now }: FoundListProps) {
  const load = useCallback(
    () => listOccurrences({ ...filter, hasSeats: false, to: filter.from }, { limit: '100' }),
    // Mounted anew with each filter, as the list around it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [],
  );
  const { value } = usePageData(load);
  const count = (value?.items ?? []).filter(({ line }) => phaseOf(line, now) === 'waitlist').length;
  if (count === 0) return null;
  return (
    <Action
      className="x-note mt2 row k-rowbtn"
      onPress={() => listChoice.getState().choose({ onlyWithSeats: false })}
    >
      <Icon name="people" />
      <Box as="span" className="grow">
        {words.fullThatDay(count)}
      </Box>
      <Icon name="right" size="s" />
    </Action>
  );
}
