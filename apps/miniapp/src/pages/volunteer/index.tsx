import { EmptyState } from '@/shared/ui/states';
import { Page } from '@/shared/ui/page';

export default function VolunteerPage() {
  return (
    <Page title="志愿" tab="volunteer">
      <EmptyState title="这里马上就有内容" />
    </Page>
  );
}
