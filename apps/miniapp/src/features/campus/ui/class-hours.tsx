import { hoursText } from '@xiaolin/shared-types/hours/wording';
import type { CampusHoursRow } from '@xiaolin/shared-types/students/schema';
import { campusWords as words } from '@/shared/i18n/zh-CN/campus';
import { Box } from '@/shared/ui/element';
import { ListRow, Rows } from '@/shared/ui/list-row';
import { Table } from '@/shared/ui/table';
import { classOf, schoolOf } from '../model';

interface ClassHoursProps {
  readonly rows: readonly CampusHoursRow[];
}

const keyOf = (row: CampusHoursRow): string =>
  [row.universityName, row.schoolName, row.entryYear, row.className].join(' ');

export function ClassList({ rows }: ClassHoursProps) {
  return (
    <Rows label={words.byClass}>
      {rows.map((row, at) => (
        <ListRow
          key={keyOf(row)}
          title={classOf(row)}
          note={[
            schoolOf(row),
            words.people(row.served, row.students),
            words.minutesOf(String(row.confirmedMinutes)),
            ...(row.pendingMinutes > 0 ? [words.pendingOf(hoursText(row.pendingMinutes))] : []),
          ].join('，')}
          end={
            <Box as="span" className="t2 b num nowrap ml2">
              {words.hoursOf(hoursText(row.confirmedMinutes))}
            </Box>
          }
          last={at === rows.length - 1}
        />
      ))}
    </Rows>
  );
}

export function ClassTable({ rows }: ClassHoursProps) {
  const head = words.hoursColumns;
  const number = (value: number | string) => (
    <Box as="span" className="num">
      {value}
    </Box>
  );
  return (
    <Table
      caption={words.byClass}
      rows={rows}
      rowKey={keyOf}
      columns={[
        { key: 'school', head: head.school, width: '180px', cell: schoolOf },
        { key: 'class', head: head.class, names: true, cell: classOf },
        { key: 'students', head: head.students, width: '90px', cell: (row) => number(row.students) },
        { key: 'served', head: head.served, width: '90px', cell: (row) => number(row.served) },
        {
          key: 'hours',
          head: head.hours,
          width: '110px',
          cell: (row) => number(hoursText(row.confirmedMinutes)),
        },
        { key: 'minutes', head: head.minutes, width: '110px', cell: (row) => number(row.confirmedMinutes) },
        { key: 'pending', head: head.pending, width: '110px', cell: (row) => number(row.pendingMinutes) },
      ]}
    />
  );
}
