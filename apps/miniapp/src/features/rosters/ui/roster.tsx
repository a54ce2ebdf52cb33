import type { RosterEntry } from '@xiaolin/shared-types/signups/schema';
import { momentWords } from '@/shared/i18n/moments';
import { rosterWords as words } from '@/shared/i18n/zh-CN/managing';
import { useWideScreen } from '@/shared/platform/wide-screen';
import { Box } from '@/shared/ui/element';
import { ListRow, Rows } from '@/shared/ui/list-row';
import { Tag } from '@/shared/ui/surfaces';
import { Table } from '@/shared/ui/table';
import { stateOf } from '../model';

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
          title={`${at + 1}. ${entry.displayName}`}
          note={entry.maskedPhone ?? words.noPhone}
          end={<State entry={entry} />}
        />
      ))}
    </Rows>
  );
}

function State({ entry }: { readonly entry: RosterEntry }) {
  const state = stateOf(entry);
  return <Tag tone={state.tone}>{state.words}</Tag>;
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
          key: 'phone',
          head: words.columns.phone,
          width: '180px',
          cell: ({ maskedPhone }) => <Num>{maskedPhone ?? words.noPhone}</Num>,
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
