import { hoursText } from '@xiaolin/shared-types/hours/wording';
import { reviewWords as words } from '@/shared/i18n/zh-CN/hour-review';
import { hoursWords } from '@/shared/i18n/zh-CN/hours';
import { classNames } from '@/shared/ui/class-names';
import { Action, Box, Heading, Tickable } from '@/shared/ui/element';
import { Icon } from '@/shared/ui/icon';
import { Tag } from '@/shared/ui/surfaces';
import type { ReviewRecord } from '../api';
import { inBulk, reasonsOf, whenOf } from '../model';

export interface ReviewRowsProps {
  readonly records: readonly ReviewRecord[];
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (ids: readonly string[], on: boolean) => void;
  readonly onHow: (record: ReviewRecord) => void;
  readonly onReject: (record: ReviewRecord) => void;
  /** For a flagged record, which no bulk takes along. */
  readonly onConfirmOne: (record: ReviewRecord) => void;
}

/** Records on a phone: one under the other, with everything one needs to decide. */
export function ReviewList({ records, ...acts }: ReviewRowsProps) {
  return (
    <Box className="x-cells">
      {records.map((record, at) => (
        <ReviewRow key={record.id} record={record} last={at === records.length - 1} {...acts} />
      ))}
    </Box>
  );
}

type RowProps = Omit<ReviewRowsProps, 'records'> & { readonly record: ReviewRecord; readonly last: boolean };

function ReviewRow({ record, last, ticked, onTick, ...acts }: RowProps) {
  return (
    <Box as="article" className={classNames('x-cell', 'x-cell--top', last && 'x-cell--last')}>
      <TickBox record={record} ticked={ticked} onTick={onTick} />
      <Box className={classNames('grow', !oneByOne(record) && 'ml3')}>
        <Box className="row row--between row--top">
          <Heading level={3} className="t2 b grow">
            {record.personName}
          </Heading>
          <Box as="span" className="t2 b num nowrap ml2">
            {`${hoursText(record.minutes)}${hoursWords.hours}`}
          </Box>
        </Box>
        <Box className="t1 dim">{`${record.activityTitle} ${record.roleName}`}</Box>
        <Box className="t1 dim num">{whenOf(record)}</Box>
        {record.workingDaysLeft !== null && record.workingDaysLeft < 0 && (
          <Box className="t1 warm">{words.daysLeft(record.workingDaysLeft)}</Box>
        )}
        <Flags record={record} />
        <Acts record={record} {...acts} className="mt1" />
      </Box>
    </Box>
  );
}

/** The box to tick; for one's own record the words why there is none. */
export function TickBox({ record, ticked, onTick }: Pick<RowProps, 'record' | 'ticked' | 'onTick'>) {
  const on = ticked.has(record.id);
  if (oneByOne(record)) return null;
  return (
    <Tickable
      kind="checkbox"
      name={`record-${record.id}`}
      checked={on && record.mayDecide}
      disabled={!record.mayDecide}
      label={record.mayDecide ? words.choose(record.personName) : words.own}
      className="k-tickonly"
      onTick={(checked) => onTick([record.id], checked)}
    >
      <Box as="span" decorative className={classNames('x-tick', on && record.mayDecide && 'x-tick--on')}>
        {on && record.mayDecide && <Icon name="check" />}
      </Box>
    </Tickable>
  );
}

/** Flagged and not one's own: confirmed by itself. */
const oneByOne = (record: ReviewRecord): boolean => record.mayDecide && !inBulk(record);

export function Flags({ record }: { readonly record: ReviewRecord }) {
  const reasons = record.mayDecide ? reasonsOf(record) : [words.own, ...reasonsOf(record)];
  if (reasons.length === 0) return null;
  return (
    <Box className="row wrap mt1">
      {reasons.map((reason) => (
        <Tag key={reason} tone="earth" icon="flag">
          {reason}
        </Tag>
      ))}
    </Box>
  );
}

export function Acts({
  record,
  onHow,
  onReject,
  onConfirmOne,
  className,
}: Pick<RowProps, 'record' | 'onHow' | 'onReject' | 'onConfirmOne'> & { readonly className?: string }) {
  return (
    <Box className={classNames('row wrap', className)}>
      <Action
        className="x-link mr3"
        label={`${words.how}：${record.personName}`}
        onPress={() => onHow(record)}
      >
        {words.how}
      </Action>
      {oneByOne(record) && (
        <Action
          className="x-link b mr3"
          label={`${words.confirmOne}：${record.personName}`}
          onPress={() => onConfirmOne(record)}
        >
          {words.confirmOne}
        </Action>
      )}
      {record.mayDecide && (
        <Action
          className="x-link warm"
          label={`${words.reject}：${record.personName}`}
          onPress={() => onReject(record)}
        >
          {words.reject}
        </Action>
      )}
    </Box>
  );
}
