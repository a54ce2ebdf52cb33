import type { DrawView } from '@xiaolin/shared-types/lottery/schema';
import { lotteryText as words } from '@/shared/i18n/zh-CN/lottery';
import { pagePaths } from '@/shared/platform/page-paths';
import { Box } from '@/shared/ui/element';
import { ListRow, Rows } from '@/shared/ui/list-row';

/** From an activity to its lottery: how it is held, or what came of it. */
export function DrawRow({ draw }: { readonly draw: DrawView }) {
  const drawn = draw.drawn !== null;
  return (
    <Box className="mt3">
      <Rows>
        <ListRow
          icon="shield"
          title={drawn ? words.seeResult : words.how}
          note={drawn ? words.seeResultNote : words.howNote}
          to={pagePaths.draw(draw.occurrenceId)}
          last
        />
      </Rows>
    </Box>
  );
}
