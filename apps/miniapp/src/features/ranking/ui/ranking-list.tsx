import type { RankingView } from '@xiaolin/shared-types/rankings/schema';
import { hoursText } from '@xiaolin/shared-types/hours/wording';
import { rankingWords as words } from '@/shared/i18n/zh-CN/students';
import { Box } from '@/shared/ui/element';
import { ListRow, Rows } from '@/shared/ui/list-row';
import { Tag } from '@/shared/ui/surfaces';

/** Who agreed, by confirmed minutes; the rest are a number. */
export function RankingList({ ranking }: { readonly ranking: RankingView }) {
  return (
    <>
      <Box className="mt3">
        <Rows label={words.title}>
          {ranking.items.map((item, at) => (
            <ListRow
              // Two may have one rank and one masked name.
              key={`${item.rank}-${at}`}
              title={item.name}
              note={`${words.rank(item.rank)}，${words.minutes(String(item.minutes))}`}
              end={
                <Box as="span" className="row">
                  {item.me && <Tag tone="accent">{words.me}</Tag>}
                  <Box as="span" className="t2 b num nowrap ml2">
                    {words.hours(hoursText(item.minutes))}
                  </Box>
                </Box>
              }
              last={at === ranking.items.length - 1}
            />
          ))}
        </Rows>
      </Box>
      <Box className="t1 dim mt2">{words.notShown(ranking.notShown) + words.ties}</Box>
    </>
  );
}
