import { publishing as words } from '@/shared/i18n/zh-CN/publishing';
import { replaceWith } from '@/shared/platform/navigation';
import { pagePaths } from '@/shared/platform/page-paths';
import { Button } from '@/shared/ui/button';
import { Page } from '@/shared/ui/page';
import { Result } from '@/shared/ui/result';
import { paths } from '../../parts/paths';

interface DoneProps {
  readonly activityId: string;
  readonly title: string;
}

/** Published: what residents see, and what to do next. */
export function Done({ activityId, title }: DoneProps) {
  return (
    <Page title={words.done} ownHeading tone="ok" flush>
      <Result tone="ok" title={words.done} lead={words.doneLead(title)}>
        <Button block onPress={() => void replaceWith(pagePaths.activity(activityId))}>
          {words.seeActivity}
        </Button>
        <Button block look="line" className="mt3" onPress={() => void replaceWith(paths.manage(activityId))}>
          {words.manage}
        </Button>
        <Button block look="bare" className="mt3" onPress={() => void replaceWith(paths.workbench)}>
          {words.backToWorkbench}
        </Button>
      </Result>
    </Page>
  );
}
