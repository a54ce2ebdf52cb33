import type { Satisfaction as Figures } from '@xiaolin/shared-types/feedback/schema';
import { satisfactionWords as words } from '@/shared/i18n/zh-CN/managing';
import { Box } from '@/shared/ui/element';
import { Card, SectionHead } from '@/shared/ui/surfaces';
import { satisfactionOf } from '../model';

/** How content those were who came: never a share without of how many. */
export function Satisfaction({ figures }: { readonly figures: Figures }) {
  const said = satisfactionOf(figures);
  return (
    <>
      <SectionHead>{words.title}</SectionHead>
      <Card className="mt3">
        <Box className="t2 b num">{said.headline}</Box>
        {said.more !== null && <Box className="t1 dim num mt1">{said.more}</Box>}
      </Card>
    </>
  );
}
