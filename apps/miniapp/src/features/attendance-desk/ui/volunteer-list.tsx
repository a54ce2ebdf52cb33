import type { Direction, ShiftRosterEntry } from '@xiaolin/shared-types/attendance/schema';
import { useState } from 'react';
import { clockWords } from '@/shared/i18n/moments';
import { deskListWords as words, deskWords } from '@/shared/i18n/zh-CN/attendance-desk';
import { useWideScreen } from '@/shared/platform/wide-screen';
import { Button } from '@/shared/ui/button';
import { Action, Box } from '@/shared/ui/element';
import { SearchField } from '@/shared/ui/fields';
import { SectionHead, Tag } from '@/shared/ui/surfaces';
import { type Column, Table } from '@/shared/ui/table';
import { arrange, findPeople, mayTick, tagOf } from '../model';

interface VolunteerListProps {
  readonly entries: readonly ShiftRosterEntry[];
  readonly hasMore: boolean;
  readonly way: Direction;
  readonly onTick: (entry: ShiftRosterEntry) => void;
}

/** Rows drawn at a time: each is a few views, and a phone holds only so many. */
const drawnAtOnce = 40;
/** From here on a name is found faster by typing. */
const searchFrom = 12;

export function VolunteerList({ entries, hasMore, way, onTick }: VolunteerListProps) {
  const wide = useWideScreen();
  const [text, setText] = useState('');
  const [drawn, setDrawn] = useState(drawnAtOnce);
  const found = findPeople(arrange(entries, way), text);
  const shown = found.slice(0, drawn);
  return (
    <Box as="section" label={words.title}>
      <SectionHead>{words.title}</SectionHead>
      {entries.length >= searchFrom && (
        <Box className="row mb3">
          <SearchField
            id="desk-find"
            label={words.find}
            placeholder={words.findHint}
            value={text}
            onChange={setText}
          />
        </Box>
      )}
      {entries.length === 0 && <Box className="t2 dim">{`${words.empty}。${words.emptyWhy}`}</Box>}
      {entries.length > 0 && found.length === 0 && <Box className="t2 dim mt3">{words.notFound}</Box>}
      {shown.length > 0 &&
        (wide ? (
          <Table caption={words.title} columns={columnsOf(way, onTick)} rows={shown} rowKey={keyOf} />
        ) : (
          <Box as="ul" className="x-cells">
            {shown.map((entry, at) => (
              <PersonRow
                key={entry.signupId}
                entry={entry}
                way={way}
                onTick={onTick}
                last={at === shown.length - 1}
              />
            ))}
          </Box>
        ))}
      {found.length > drawn && (
        <Button block look="line" className="mt3" onPress={() => setDrawn(drawn + drawnAtOnce)}>
          {words.more}
        </Button>
      )}
      {hasMore && <Box className="t1 dim mt2">{words.tooMany}</Box>}
    </Box>
  );
}

const keyOf = ({ signupId }: ShiftRosterEntry): string => signupId;

interface EntryProps {
  readonly entry: ShiftRosterEntry;
  readonly way: Direction;
  readonly onTick: (entry: ShiftRosterEntry) => void;
}

function PersonRow({ entry, way, onTick, last }: EntryProps & { readonly last: boolean }) {
  return (
    <Box as="li" className={last ? 'x-cell x-cell--last' : 'x-cell'}>
      <Box className="grow">
        <Box className="t2 b">{entry.displayName}</Box>
        {entry.maskedPhone !== null && <Box className="t1 dim num">{entry.maskedPhone}</Box>}
        <Box className="row mt1">
          <StateTag entry={entry} />
        </Box>
      </Box>
      <TickButton entry={entry} way={way} onTick={onTick} />
    </Box>
  );
}

function StateTag({ entry }: Pick<EntryProps, 'entry'>) {
  const tag = tagOf(entry);
  return (
    <Tag tone={tag.tone} icon={tag.icon}>
      {tag.words}
    </Tag>
  );
}

function TickButton({ entry, way, onTick }: EntryProps) {
  if (!mayTick(entry, way)) return null;
  return (
    <Action
      className="x-link w-tick"
      label={words.tickOf(entry.displayName, deskWords[way])}
      onPress={() => onTick(entry)}
    >
      {words.tick[way]}
    </Action>
  );
}

const clockOr = (instant: string | null): string => (instant === null ? words.none : clockWords(instant));

const columnsOf = (way: Direction, onTick: EntryProps['onTick']): readonly Column<ShiftRosterEntry>[] => [
  { key: 'name', head: words.name, cell: ({ displayName }) => displayName, names: true },
  { key: 'phone', head: words.phone, cell: ({ maskedPhone }) => maskedPhone ?? words.none, width: '120px' },
  { key: 'state', head: words.state, cell: (entry) => <StateTag entry={entry} />, width: '132px' },
  { key: 'in', head: words.inAt, cell: ({ checkedInAt }) => clockOr(checkedInAt), width: '64px' },
  { key: 'out', head: words.outAt, cell: ({ checkedOutAt }) => clockOr(checkedOutAt), width: '64px' },
  {
    key: 'act',
    head: words.act,
    cell: (entry) => <TickButton entry={entry} way={way} onTick={onTick} />,
    width: '92px',
  },
];
