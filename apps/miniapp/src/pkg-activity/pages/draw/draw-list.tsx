import type { DrawnEntry } from '@xiaolin/shared-types/lottery/draw';
import type { DrawView } from '@xiaolin/shared-types/lottery/schema';
import { readDrawPage } from '@/features/lottery/api';
import { entryNote, numberWords, outcomeWords } from '@/features/lottery/model';
import { usePageData } from '@/shared/api/use-page-data';
import { lotteryText as words } from '@/shared/i18n/zh-CN/lottery';
import { Button } from '@/shared/ui/button';
import { Box, Heading } from '@/shared/ui/element';
import { ListRow, Rows } from '@/shared/ui/list-row';
import { Tag } from '@/shared/ui/surfaces';
import { useCallback, useState } from 'react';

/** Rows at once: what is shown grows, what is read comes a thousand at a time. */
const FIRST = 10;
const STEP = 40;

interface DrawListProps {
  readonly draw: DrawView;
  readonly pages: number;
  readonly own: string | null;
}

/** The drawn list in the drawn order: numbers, never names. */
export function DrawList({ draw, pages, own }: DrawListProps) {
  const { occurrenceId } = draw;
  const load = useCallback(() => readDrawPage(occurrenceId, 1), [occurrenceId]);
  const first = usePageData(load).value?.entries ?? [];
  const [later, setLater] = useState<readonly DrawnEntry[]>([]);
  const [read, setRead] = useState(1);
  const [shown, setShown] = useState(FIRST);
  const entries = [...first, ...later];
  const more = async () => {
    setShown(shown + STEP);
    if (shown + STEP <= entries.length || read >= pages) return;
    const next = await readDrawPage(occurrenceId, read + 1);
    if (!next.ok) return;
    setLater([...later, ...next.value.entries]);
    setRead(read + 1);
  };
  const rows = entries.slice(0, shown);
  return (
    <Box as="section">
      <Heading level={2} className="t3 mt6 k-gap-below">
        {words.list}
      </Heading>
      {draw.entries === 0 && <Box className="t2 dim">{words.nobodyEntered}</Box>}
      <Rows>
        {rows.map((entry, index) => (
          <Row key={entry.number} entry={entry} place={index + 1} own={entry.number === own} />
        ))}
      </Rows>
      {(rows.length < entries.length || read < pages) && rows.length > 0 && (
        <Button block look="line" className="mt3" onPress={() => void more()}>
          {words.more}
        </Button>
      )}
    </Box>
  );
}

interface RowProps {
  readonly entry: DrawnEntry;
  readonly place: number;
  readonly own: boolean;
}

function Row({ entry, place, own }: RowProps) {
  const { words: said, tone } = outcomeWords(entry);
  return (
    <ListRow
      title={
        <Box as="span" className="num">
          {numberWords(entry.number)}
        </Box>
      }
      note={own ? `${words.isMine}，${entryNote(entry, place)}` : entryNote(entry, place)}
      icon={own ? 'person' : undefined}
      end={<Tag tone={tone}>{said}</Tag>}
    />
  );
}
