import { EmptyState } from '@/shared/ui/states';
import { Page } from '@/shared/ui/page';

export default function HomePage() {
  return (
    <Page title="首页" tab="home">
      <EmptyState title="这里马上就有内容" />
    </Page>
  );
}
