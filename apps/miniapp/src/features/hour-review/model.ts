import { clockWords, dateWords } from '@/shared/i18n/moments';
import { flagWords } from '@/shared/i18n/zh-CN/hour-records';
import type { ReviewRecord } from './api';

type Facts = Pick<ReviewRecord, 'id' | 'flags' | 'mayDecide' | 'workingDaysLeft'>;

export interface Sorted<R> {
  /** To be looked at one by one. */
  readonly flagged: readonly R[];
  readonly plain: readonly R[];
}

export const sortOut = <R extends Facts>(records: readonly R[]): Sorted<R> => ({
  flagged: records.filter(({ flags }) => flags.length > 0),
  plain: records.filter(({ flags }) => flags.length === 0),
});

/** What is ticked when the page opens: everything without a flag that this person may decide. */
export const tickedAtFirst = (records: readonly Facts[]): readonly string[] =>
  records.filter(inBulk).map(({ id }) => id);

/** What one tap will confirm: what is ticked, still there, unflagged and not one's own. */
export const confirmable = (records: readonly Facts[], ticked: ReadonlySet<string>): readonly string[] =>
  records.filter((record) => inBulk(record) && ticked.has(record.id)).map(({ id }) => id);

/** What may go with others; the rest is looked at and confirmed one by one. */
export const inBulk = ({ flags, mayDecide }: Pick<Facts, 'flags' | 'mayDecide'>): boolean =>
  mayDecide && flags.length === 0;

/** The fewest working days left (art. 11); null when nothing is due. */
export function mostUrgent(records: readonly Facts[]): number | null {
  const days = records.flatMap(({ workingDaysLeft }) => (workingDaysLeft === null ? [] : [workingDaysLeft]));
  return days.length === 0 ? null : Math.min(...days);
}

/** Why a record is flagged, in words. */
export const reasonsOf = (record: Pick<ReviewRecord, 'flags'>): readonly string[] =>
  record.flags.map((flag) => flagWords[flag]);

export const whenOf = ({
  shiftStartsAt,
  shiftEndsAt,
}: Pick<ReviewRecord, 'shiftStartsAt' | 'shiftEndsAt'>): string =>
  `${dateWords(shiftStartsAt)} ${clockWords(shiftStartsAt)}–${clockWords(shiftEndsAt)}`;
