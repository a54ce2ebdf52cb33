import type { RosterEntry } from '@xiaolin/shared-types/signups/schema';
import { momentWords } from '@/shared/i18n/moments';
import { rosterWords as words } from '@/shared/i18n/zh-CN/managing';
import { useWideScreen } from '@/shared/platform/wide-screen';
import { Box } from '@/shared/ui/element';
import { ListRow, Rows } from '@/shared/ui/list-row';
import { Tag } from '@/shared/ui/surfaces';
import { Table } from '@/shared/ui/table';
import { noteOf, stateOf } from '../model';

interface RosterProps {
  readonly entries: readonly RosterEntry[];
  readonly now: Date;
}

/** Who has a place and who waits: rows on a phone, a table at a desk. */
export function Roster({ entries, now }: RosterProps) {
  const wide = useWideScreen();
  if (wide) return <RosterTable entries={entries} now={now} />;
  return (
    <Rows label={words.title}>
      {entries.map((entry, at) => (
        <ListRow
          key={entry.signupId}
          last={at === entries.length - 1}
          title={
            <>
              {`${at + 1}. ${entry.displayName}`}
              {entry.seats > 1 && ` ${words.seats(entry.seats)}`}
            </>
          }
          note={noteOf(entry)}
          end={<State entry={entry} />}
        />
      ))}
    </Rows>
  );
}

function State({ entry }: { readonly entry: RosterEntry }) {
  const state = stateOf(entry);
  return (
    <>
      {entry.byStaff && <Tag>{words.byStaff}</Tag>}
      <Box as="span" className={entry.byStaff ? 'ml2' : undefined}>
        <Tag tone={state.tone}>{state.words}</Tag>
      </Box>
    </>
  );
}

function RosterTable({ entries, now }: RosterProps) {
  const numbered = entries.map((entry, at) => ({ ...entry, at: at + 1 }));
  return (
    <Table
      caption={words.title}
      rows={numbered}
      rowKey={({ signupId }) => signupId}
      columns={[
        { key: 'at', head: words.columns.at, width: '72px', cell: ({ at }) => <Num>{at}</Num> },
        { key: 'name', head: words.columns.name, names: true, cell: ({ displayName }) => displayName },
        {
          key: 'seats',
          head: words.columns.seats,
          width: '72px',
          cell: ({ seats }) => <Num>{words.seats(seats)}</Num>,
        },
        {
          key: 'phone',
          head: words.columns.phone,
          width: '300px',
          cell: (entry) => <Num>{noteOf(entry)}</Num>,
        },
        {
          key: 'status',
          head: words.columns.status,
          width: '160px',
          cell: (entry) => <State entry={entry} />,
        },
        {
          key: 'when',
          head: words.columns.when,
          width: '220px',
          cell: ({ decidedAt }) => <Num>{momentWords(decidedAt, now)}</Num>,
        },
      ]}
    />
  );
}

const Num = ({ children }: { readonly children: string | number }) => (
  <Box as="span" className="num">
    {children}
  </Box>
);
