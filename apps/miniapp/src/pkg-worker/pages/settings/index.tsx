import type { MembershipView } from '@xiaolin/shared-types/organizations/schema';
import { useState } from 'react';
import { loadMe } from '@/features/organization-settings/api';
import { placesOf } from '@/features/organization-settings/model';
import { RestrictionEditor } from '@/features/organization-settings/ui/restriction-editor';
import { usePageData } from '@/shared/api/use-page-data';
import { settingWords as words } from '@/shared/i18n/zh-CN/organization-settings';
import { Chips } from '@/shared/ui/choosers';
import { Box } from '@/shared/ui/element';
import { Page } from '@/shared/ui/page';
import { StaffBar } from '@/shared/ui/staff-bar';
import { EmptyState } from '@/shared/ui/states';
import { Loaded } from '../../parts/loaded';

/** What an organization decides for its own activities. */
export default function SettingsPage() {
  const data = usePageData(loadMe);
  return (
    <Page title={words.title} bottom={<StaffBar current="workbench" />}>
      <Loaded data={data}>{(me) => <Places places={placesOf(me.memberships)} />}</Loaded>
    </Page>
  );
}

function Places({ places }: { readonly places: readonly MembershipView[] }) {
  const [chosen, setChosen] = useState(places[0]?.organizationId);
  if (chosen === undefined) return <EmptyState title={words.nowhere}>{words.nowhereWhy}</EmptyState>;
  return (
    <>
      {places.length > 1 ? (
        <Chips
          label={words.where}
          options={places.map(({ organizationId, organizationName }) => ({
            value: organizationId,
            label: organizationName,
          }))}
          value={chosen}
          onChange={setChosen}
        />
      ) : (
        <Box className="t2 dim mt2">{places[0]?.organizationName}</Box>
      )}
      <RestrictionEditor key={chosen} organizationId={chosen} />
    </>
  );
}
