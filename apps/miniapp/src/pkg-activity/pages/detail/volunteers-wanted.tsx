import { phaseOf } from '@xiaolin/shared-types/signups/phase';
import { shiftsOf } from '@/features/activities/api';
import { usePageData } from '@/shared/api/use-page-data';
import { spanWords } from '@/shared/i18n/moments';
import { detailText } from '@/shared/i18n/zh-CN/activity-detail';
import { pagePaths } from '@/shared/platform/page-paths';
import { Heading } from '@/shared/ui/element';
import { ListRow, Rows } from '@/shared/ui/list-row';
import { useCallback } from 'react';

/** Shifts of this activity that one can take or wait for; nothing where there are none. */
export function VolunteersWanted({ activityId, now }: { readonly activityId: string; readonly now: Date }) {
  const load = useCallback(() => shiftsOf(activityId), [activityId]);
  const { value } = usePageData(load);
  const shifts = (value?.items ?? []).filter(({ line }) => ['open', 'waitlist'].includes(phaseOf(line, now)));
  if (shifts.length === 0) return null;
  return (
    <>
      <Heading level={2} className="t3 mt6 k-gap-below">
        {detailText.volunteers}
      </Heading>
      <Rows>
        {shifts.map(({ id, roleName, startsAt, endsAt, line }, index) => {
          const left = line.capacity - line.taken;
          const room =
            phaseOf(line, now) === 'open' ? detailText.volunteersLeft(left) : detailText.volunteersFull;
          return (
            <ListRow
              key={id}
              icon="volunteer"
              title={roleName}
              note={`${spanWords(startsAt, endsAt, now)}，${room}`}
              to={pagePaths.shift(id)}
              last={index === shifts.length - 1}
            />
          );
        })}
      </Rows>
    </>
  );
}
