import type { HourRecordView } from '@xiaolin/shared-types/hours/schema';
import { hoursText } from '@xiaolin/shared-types/hours/wording';
import { hoursWords } from '@/shared/i18n/zh-CN/hours';
import { hourStateWords } from '@/shared/i18n/zh-CN/hour-records';
import { classNames } from '@/shared/ui/class-names';
import { Action, Box, Heading } from '@/shared/ui/element';
import { Link } from '@/shared/ui/link';
import { Tag } from '@/shared/ui/surfaces';
import { countsFor, stateOf, whenWords } from '../model';

interface RecordCardProps {
  readonly record: HourRecordView;
  readonly last: boolean;
  readonly onHow: () => void;
  /** Where one says that it is wrong. */
  readonly wrongPath: string;
}

/** A line of the ledger: what, when, how much, where it stands, and the way to its sum. */
export function RecordCard({ record, last, onHow, wrongPath }: RecordCardProps) {
  const state = stateOf(record);
  const late = record.status === 'pending' && (record.workingDaysLeft ?? 0) < 0;
  return (
    <Box as="article" className={classNames('x-cell', 'x-cell--top', last && 'x-cell--last')}>
      <Box className="grow">
        <Box className="row row--between row--top">
          <Heading level={3} className="t2 b grow">
            {`${record.activityTitle} ${record.roleName}`}
          </Heading>
          <Box as="span" className={classNames('t2 b num nowrap ml2', !countsFor(record) && 'strike dim')}>
            {`${hoursText(record.minutes)}${hoursWords.hours}`}
          </Box>
        </Box>
        <Box className="t1 dim num">{whenWords(record)}</Box>
        {record.rejectionReason !== null && (
          <Box className="t1 warm mt1">{hourStateWords.reason(record.rejectionReason)}</Box>
        )}
        {late && <Box className="t1 dim mt1">{hourStateWords.late}</Box>}
        <Box className="row row--between wrap mt2">
          <Tag tone={state.tone} icon={state.icon}>
            {state.words}
          </Tag>
          <Box className="row">
            <Action
              className="x-link"
              label={`${hoursWords.how}：${record.activityTitle} ${record.roleName}`}
              onPress={onHow}
            >
              {hoursWords.how}
            </Action>
            {record.status !== 'voided' && (
              <Link
                to={wrongPath}
                className="x-link ml3"
                label={`${hoursWords.wrong}：${record.activityTitle} ${record.roleName}`}
              >
                {hoursWords.wrong}
              </Link>
            )}
          </Box>
        </Box>
      </Box>
    </Box>
  );
}
