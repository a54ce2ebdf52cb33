import { dateWords } from '@/shared/i18n/moments';
import { dueWords as words } from '@/shared/i18n/zh-CN/due-dates';
import { Box } from '@/shared/ui/element';
import { Link } from '@/shared/ui/link';
import { ListRow, Rows } from '@/shared/ui/list-row';
import { Table } from '@/shared/ui/table';
import { Tag } from '@/shared/ui/surfaces';
import type { Overdue } from '../api';

interface OverdueUnitsProps {
  readonly units: Overdue['units'];
  readonly pathOf: (unitId: string) => string;
}

/** A day has no time; its noon stands for it. */
const dayOf = (day: string): string => dateWords(`${day}T04:00:00.000Z`);

export function OverdueList({ units, pathOf }: OverdueUnitsProps) {
  return (
    <Rows label={words.title}>
      {units.map((unit, at) => (
        <ListRow
          key={unit.unitId}
          title={unit.unitName}
          note={[
            words.over(unit.workingDaysOver),
            words.unit(unit.records, unit.people),
            words.oldest(dayOf(unit.oldestDueOn)),
          ].join('，')}
          to={pathOf(unit.unitId)}
          last={at === units.length - 1}
        />
      ))}
    </Rows>
  );
}

export function OverdueTable({ units, pathOf }: OverdueUnitsProps) {
  const number = (value: number) => (
    <Box as="span" className="num">
      {value}
    </Box>
  );
  return (
    <Table
      caption={words.title}
      rows={units}
      rowKey={({ unitId }) => unitId}
      columns={[
        { key: 'unit', head: words.columns.unit, names: true, cell: ({ unitName }) => unitName },
        { key: 'records', head: words.columns.records, width: '100px', cell: (unit) => number(unit.records) },
        { key: 'people', head: words.columns.people, width: '100px', cell: (unit) => number(unit.people) },
        {
          key: 'oldest',
          head: words.columns.oldest,
          width: '160px',
          cell: (unit) => dayOf(unit.oldestDueOn),
        },
        {
          key: 'over',
          head: words.columns.over,
          width: '160px',
          cell: (unit) => <Tag tone="warm">{words.over(unit.workingDaysOver)}</Tag>,
        },
        {
          key: 'act',
          head: (
            <Box as="span" className="sr">
              {words.columns.act}
            </Box>
          ),
          width: '130px',
          cell: (unit) => <Link to={pathOf(unit.unitId)}>{words.look}</Link>,
        },
      ]}
    />
  );
}
