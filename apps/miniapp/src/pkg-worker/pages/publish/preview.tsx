import type { CategoryView } from '@xiaolin/shared-types/activities/schema';
import { firstRun, takeable } from '@/features/activities/model';
import { DetailBody } from '@/features/activities/ui/detail-body';
import type { Desk } from '@/features/publishing/desk';
import { previewOf } from '@/features/publishing/model';
import { spanWords } from '@/shared/i18n/moments';
import { detailText } from '@/shared/i18n/zh-CN/activity-detail';
import { publishing as words } from '@/shared/i18n/zh-CN/publishing';
import { Cover } from '@/shared/ui/cover';
import { Box, Heading } from '@/shared/ui/element';
import { ListRow, Rows } from '@/shared/ui/list-row';
import { useState } from 'react';
import type { Publishing } from './use-publishing';

interface PreviewProps {
  readonly publishing: Publishing;
  readonly desk: Desk;
  readonly now: Date;
}

const noCategory: CategoryView = { id: '', name: words.mends.categoryId, cover: 'other' };

/** The very parts of the activity's page, with what stands in the fields. */
export function Preview({ publishing, desk, now }: PreviewProps) {
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const { form } = publishing.draft;
  const category = desk.categories.find(({ id }) => id === form.categoryId) ?? noCategory;
  const organization = desk.organizations.find(({ id }) => id === form.organizationId);
  if (organization === undefined) return null;
  const activity = previewOf(form, { category, organization });
  return (
    <>
      <Box className="t1 dim mt1">{words.previewLead}</Box>
      <Cover category={activity.cover} className="p-preview__cover mt2" />
      <DetailBody
        activity={activity.title === '' ? { ...activity, title: words.noTitleYet } : activity}
        run={firstRun(takeable(activity, now), chosen, now)}
        now={now}
        onRun={setChosen}
        level={2}
        volunteers={<Wanted publishing={publishing} now={now} />}
      />
    </>
  );
}

function Wanted({ publishing, now }: Omit<PreviewProps, 'desk'>) {
  const shifts = (publishing.roles.value?.items ?? []).flatMap((role) => role.shifts);
  if (shifts.length === 0) return null;
  return (
    <>
      <Heading level={2} className="t3 mt6 k-gap-below">
        {detailText.volunteers}
      </Heading>
      <Rows>
        {shifts.map(({ id, roleName, startsAt, endsAt, line }, index) => (
          <ListRow
            key={id}
            icon="volunteer"
            title={roleName}
            note={`${spanWords(startsAt, endsAt, now)}，${detailText.volunteersLeft(line.capacity - line.taken)}`}
            last={index === shifts.length - 1}
          />
        ))}
      </Rows>
    </>
  );
}
