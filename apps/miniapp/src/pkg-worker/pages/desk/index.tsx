import { EmptyState } from '@/shared/ui/states';
import { Page } from '@/shared/ui/page';

export default function DeskPage() {
  return (
    <Page title="工作台">
      <EmptyState title="这里马上就有内容" />
    </Page>
  );
}
