import type { HourStatus } from '@xiaolin/shared-types/hours/schema';
import type { SignupStatus } from '@xiaolin/shared-types/signups/schema';
import { hourWords, placeWords } from './report-words.js';
import { momentText } from './moment-text.js';

export interface RosterLine {
  readonly name: string;
  /** As it is to be printed: masked, or in full where a reason was given. */
  readonly phone: string | null;
  readonly status: SignupStatus;
  readonly seats: number;
  readonly guests: readonly string[];
  readonly decidedAt: string;
  readonly byStaff: boolean;
  readonly admitted: number;
}

export interface HourLine {
  readonly unit: string;
  readonly name: string;
  readonly title: string;
  readonly role: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly minutes: number;
  readonly hours: string;
  readonly status: HourStatus;
  readonly decidedAt: string | null;
  readonly decider: string | null;
  readonly recordId: string;
}

const column = (head: string, width: number) => ({ head, width });

export const ROSTER_COLUMNS = [
  column('序号', 6),
  column('姓名', 14),
  column('手机号', 16),
  column('状态', 20),
  column('人数', 6),
  column('同行的人', 24),
  column('到场人数', 10),
  column('报名时间', 18),
  column('谁报的', 12),
];

export const rosterCells = (line: RosterLine, number: number): (string | number)[] => [
  number,
  line.name,
  line.phone ?? '',
  placeWords[line.status],
  line.seats,
  line.guests.join('、'),
  line.admitted,
  momentText(line.decidedAt),
  line.byStaff ? '工作人员代报' : '本人',
];

export const HOUR_COLUMNS = [
  column('记录单位', 24),
  column('姓名', 14),
  column('服务名称', 28),
  column('岗位', 16),
  column('班次开始', 18),
  column('班次结束', 18),
  column('时长（分钟）', 14),
  column('时长（小时，向下取一位小数）', 30),
  column('状态', 20),
  column('处理时间', 18),
  column('处理人', 14),
  column('记录编号', 38),
];

export const hourCells = (line: HourLine): (string | number)[] => [
  line.unit,
  line.name,
  line.title,
  line.role,
  momentText(line.startsAt),
  momentText(line.endsAt),
  line.minutes,
  line.hours,
  hourWords[line.status],
  line.decidedAt === null ? '' : momentText(line.decidedAt),
  line.decider ?? '',
  line.recordId,
];
