import { EmptyState } from '@/shared/ui/states';
import { Page } from '@/shared/ui/page';

export default function MePage() {
  return (
    <Page title="我的" tab="me">
      <EmptyState title="这里马上就有内容" />
    </Page>
  );
}
