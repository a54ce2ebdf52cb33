import { EmptyState } from '@/shared/ui/states';
import { Page } from '@/shared/ui/page';

export default function ActivitiesPage() {
  return (
    <Page title="活动" tab="activities">
      <EmptyState title="这里马上就有内容" />
    </Page>
  );
}
