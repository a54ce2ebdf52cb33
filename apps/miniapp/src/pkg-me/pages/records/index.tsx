import { EmptyState } from '@/shared/ui/states';
import { Page } from '@/shared/ui/page';

export default function RecordsPage() {
  return (
    <Page title="我的记录">
      <EmptyState title="这里马上就有内容" />
    </Page>
  );
}
