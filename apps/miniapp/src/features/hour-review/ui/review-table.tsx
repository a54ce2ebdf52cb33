import { reviewWords as words } from '@/shared/i18n/zh-CN/hour-review';
import { Box } from '@/shared/ui/element';
import { Table } from '@/shared/ui/table';
import { whenOf } from '../model';
import { Acts, Flags, type ReviewRowsProps, TickBox } from './review-list';

/** The same records at a desk: one line each. */
export function ReviewTable({
  records,
  ticked,
  onTick,
  onHow,
  onReject,
  onConfirmOne,
  caption,
}: ReviewRowsProps & { readonly caption: string }) {
  return (
    <Table
      caption={caption}
      rows={records}
      rowKey={({ id }) => id}
      chosen={({ id, mayDecide }) => mayDecide && ticked.has(id)}
      columns={[
        {
          key: 'choose',
          head: (
            <Box as="span" className="sr">
              {words.columns.choose}
            </Box>
          ),
          width: '56px',
          cell: (record) => <TickBox record={record} ticked={ticked} onTick={onTick} />,
        },
        {
          key: 'name',
          head: words.columns.name,
          width: '92px',
          names: true,
          cell: ({ personName }) => personName,
        },
        {
          key: 'what',
          head: words.columns.what,
          cell: (record) => `${record.activityTitle} ${record.roleName}`,
        },
        {
          key: 'when',
          head: words.columns.when,
          width: '200px',
          cell: (record) => (
            <Box as="span" className="num">
              {whenOf(record)}
            </Box>
          ),
        },
        {
          key: 'minutes',
          head: words.columns.minutes,
          width: '60px',
          cell: ({ minutes }) => (
            <Box as="span" className="num b">
              {minutes}
            </Box>
          ),
        },
        {
          key: 'due',
          head: words.columns.due,
          width: '88px',
          cell: ({ workingDaysLeft: days }) =>
            days === null ? (
              ''
            ) : (
              <Box as="span" className={days < 0 ? 'warm num' : 'num'}>
                {words.daysLeft(days)}
              </Box>
            ),
        },
        {
          key: 'note',
          head: words.columns.note,
          width: '196px',
          cell: (record) => <Flags record={record} />,
        },
        {
          key: 'act',
          head: (
            <Box as="span" className="sr">
              {words.how}
            </Box>
          ),
          width: '184px',
          cell: (record) => (
            <Acts record={record} onHow={onHow} onReject={onReject} onConfirmOne={onConfirmOne} />
          ),
        },
      ]}
    />
  );
}
