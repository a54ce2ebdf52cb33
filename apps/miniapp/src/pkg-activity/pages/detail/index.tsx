import { EmptyState } from '@/shared/ui/states';
import { Page } from '@/shared/ui/page';

export default function DetailPage() {
  return (
    <Page title="活动详情">
      <EmptyState title="这里马上就有内容" />
    </Page>
  );
}
