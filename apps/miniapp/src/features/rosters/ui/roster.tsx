import type { RosterEntry } from '@xiaolin/shared-types/signups/schema';
import { momentWords } from '@/shared/i18n/moments';
import { rosterWords as words } from '@/shared/i18n/zh-CN/managing';
import { callPhone } from '@/shared/platform/phone';
import { useWideScreen } from '@/shared/platform/wide-screen';
import { Action, Box } from '@/shared/ui/element';
import { ListRow, Rows } from '@/shared/ui/list-row';
import { LiveNote } from '@/shared/ui/result';
import { Note, Tag } from '@/shared/ui/surfaces';
import { Table } from '@/shared/ui/table';
import { noteOf, stateOf } from '../model';
import { type ShownPhone, usePhone } from '../use-phone';

interface RosterProps {
  readonly occurrenceId: string;
  readonly entries: readonly RosterEntry[];
  readonly now: Date;
}

/** Who has a place and who waits: rows on a phone, a table at a desk. */
export function Roster({ occurrenceId, entries, now }: RosterProps) {
  const wide = useWideScreen();
  const phone = usePhone(occurrenceId);
  return (
    <>
      <LiveNote>{phone.problem !== '' && <Note className="mb2">{phone.problem}</Note>}</LiveNote>
      {wide ? (
        <RosterTable entries={entries} now={now} phone={phone} />
      ) : (
        <RosterRows entries={entries} phone={phone} />
      )}
      <Box className="t1 dim mt2">{words.phoneKept}</Box>
    </>
  );
}

interface ListProps {
  readonly entries: readonly RosterEntry[];
  readonly phone: ShownPhone;
}

function RosterRows({ entries, phone }: ListProps) {
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
          note={<Reach entry={entry} phone={phone} />}
          end={<State entry={entry} />}
        />
      ))}
    </Rows>
  );
}

/** How to reach somebody: the number masked, in full after a tap that is kept, then dialled. */
function Reach({ entry, phone }: { readonly entry: RosterEntry; readonly phone: ShownPhone }) {
  const { signupId, displayName, maskedPhone } = entry;
  const full = phone.of(signupId);
  return (
    <>
      {noteOf({ ...entry, maskedPhone: full ?? maskedPhone })}
      {maskedPhone !== null && (
        <Action
          className="x-link ml2"
          label={full === null ? words.showPhoneOf(displayName) : words.callWhom(displayName)}
          disabled={phone.busy}
          onPress={() => (full === null ? phone.show(signupId) : void callPhone(full))}
        >
          {full === null ? words.showPhone : words.call}
        </Action>
      )}
    </>
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

function RosterTable({ entries, now, phone }: ListProps & { readonly now: Date }) {
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
          cell: (entry) => (
            <Box as="span" className="num">
              <Reach entry={entry} phone={phone} />
            </Box>
          ),
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
