import { loadMe } from '@/features/organization-settings/api';
import { placesOf } from '@/features/organization-settings/model';
import { HoursExport } from '@/features/reports/ui/hours-export';
import { usePageData } from '@/shared/api/use-page-data';
import { reportWords as words } from '@/shared/i18n/zh-CN/reports';
import { Sheet } from '@/shared/ui/sheet';
import { Loaded } from './loaded';

/** Stands on the page only while it is open: which units there are is asked then. */
export function HoursExportSheet({ onClose }: { readonly onClose: () => void }) {
  const me = usePageData(loadMe);
  return (
    <Sheet open title={words.hoursTitle} onClose={onClose}>
      <Loaded data={me}>{(value) => <HoursExport places={placesOf(value.memberships)} />}</Loaded>
    </Sheet>
  );
}
