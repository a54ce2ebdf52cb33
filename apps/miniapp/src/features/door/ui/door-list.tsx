import type { DoorEntry } from '@xiaolin/shared-types/admissions/schema';
import { useState } from 'react';
import { doorListWords as words } from '@/shared/i18n/zh-CN/door';
import { useWideScreen } from '@/shared/platform/wide-screen';
import { Button } from '@/shared/ui/button';
import { SegmentedControl } from '@/shared/ui/choosers';
import { Action, Box } from '@/shared/ui/element';
import { SearchField } from '@/shared/ui/fields';
import { SectionHead, Tag } from '@/shared/ui/surfaces';
import { type Column, Table } from '@/shared/ui/table';
import {
  actsFor,
  type DoorAct,
  type DoorFilter,
  type DoorPhase,
  FILTERS,
  inFilter,
  noteOf,
  tagOf,
} from '../model';

interface DoorListProps {
  readonly entries: readonly DoorEntry[];
  readonly phase: DoorPhase;
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly onAct: (act: DoorAct, entry: DoorEntry) => void;
}

/** Rows drawn at a time: each is a few views, and a phone holds only so many. */
const drawnAtOnce = 40;
const filters = FILTERS.map((value) => ({ value, label: words.filters[value] }));

/** Everybody with a place: found by name, ticked, undone, excused. */
export function DoorList({ entries, phase, name, onName, onAct }: DoorListProps) {
  const wide = useWideScreen();
  const [filter, setFilter] = useState<DoorFilter>('all');
  const [drawn, setDrawn] = useState(drawnAtOnce);
  const found = entries.filter((entry) => inFilter(entry, filter));
  const shown = found.slice(0, drawn);
  return (
    <Box as="section" label={words.title}>
      <SectionHead>{words.title}</SectionHead>
      <Box className="row">
        <SearchField
          id="door-find"
          label={words.find}
          placeholder={words.findHint}
          value={name}
          onChange={onName}
        />
      </Box>
      <Box className="mt2">
        <SegmentedControl<DoorFilter>
          label={words.filter}
          options={filters}
          value={filter}
          onChange={setFilter}
        />
      </Box>
      {found.length === 0 && (
        <Box className="t2 dim mt3">{name.trim() === '' ? words.none[filter] : words.notFound}</Box>
      )}
      {shown.length > 0 &&
        (wide ? (
          <Box className="mt3">
            <Table caption={words.title} columns={columnsOf(phase, onAct)} rows={shown} rowKey={keyOf} />
          </Box>
        ) : (
          <Box as="ul" className="x-cells mt3">
            {shown.map((entry, at) => (
              <PersonRow
                key={entry.signupId}
                entry={entry}
                phase={phase}
                onAct={onAct}
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
    </Box>
  );
}

const keyOf = ({ signupId }: DoorEntry): string => signupId;

type EntryProps = Pick<DoorListProps, 'phase' | 'onAct'> & { readonly entry: DoorEntry };

function PersonRow({ entry, last, ...rest }: EntryProps & { readonly last: boolean }) {
  return (
    <Box as="li" className={last ? 'x-cell x-cell--last' : 'x-cell'}>
      <Box className="grow">
        <Box className="t2 b">
          {entry.displayName}
          {entry.seats > 1 && (
            <Box as="span" className="t1 dim num ml2">
              {words.seats(entry.seats)}
            </Box>
          )}
        </Box>
        <Box className="t1 dim num">{noteOf(entry)}</Box>
        {entry.state !== 'expected' && (
          <Box className="row mt1">
            <StateTag entry={entry} />
          </Box>
        )}
      </Box>
      <Acts entry={entry} {...rest} />
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

const wordsOf = (act: DoorAct, { admittedSeats }: DoorEntry): string =>
  act === 'tick' && admittedSeats > 0 ? words.tickRest : words[act];

function Acts({ entry, phase, onAct }: EntryProps) {
  return (
    <Box className="row w-door__acts">
      {actsFor(entry, phase).map((act) => (
        <Action
          key={act}
          className={act === 'tick' ? 'x-btn x-btn--line x-btn--s ml2' : 'x-link ml2'}
          hoverClass="k-press"
          label={`${entry.displayName}${wordsOf(act, entry)}`}
          onPress={() => onAct(act, entry)}
        >
          {wordsOf(act, entry)}
        </Action>
      ))}
    </Box>
  );
}

const columnsOf = (phase: DoorPhase, onAct: DoorListProps['onAct']): readonly Column<DoorEntry>[] => [
  {
    key: 'name',
    head: words.columns.name,
    names: true,
    width: '104px',
    cell: ({ displayName }) => displayName,
  },
  { key: 'seats', head: words.columns.seats, width: '64px', cell: ({ seats }) => words.seats(seats) },
  {
    key: 'note',
    head: words.columns.note,
    cell: (entry) => <Box className="w-door__note">{noteOf(entry)}</Box>,
  },
  {
    key: 'state',
    head: words.columns.state,
    width: '148px',
    cell: (entry) => <StateTag entry={entry} />,
  },
  {
    key: 'act',
    head: words.columns.act,
    width: '148px',
    cell: (entry) => <Acts entry={entry} phase={phase} onAct={onAct} />,
  },
];
