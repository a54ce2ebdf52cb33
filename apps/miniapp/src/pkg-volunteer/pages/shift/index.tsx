import { EmptyState } from '@/shared/ui/states';
import { Page } from '@/shared/ui/page';

export default function ShiftPage() {
  return (
    <Page title="志愿岗位">
      <EmptyState title="这里马上就有内容" />
    </Page>
  );
}
