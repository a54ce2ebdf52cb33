import { useElderMode } from '@/shared/platform/preferences';
import { ElderHome } from './elder-home';
import { StandardHome } from './standard-home';

export default function HomePage() {
  return useElderMode() ? <ElderHome /> : <StandardHome />;
}
