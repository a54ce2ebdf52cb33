import { Readable } from 'node:stream';
import { Controller } from '@nestjs/common';
import type { Answer } from '@xiaolin/shared-types/contract/route';
import { hoursText } from '@xiaolin/shared-types/hours/wording';
import { studentRoutes as routes } from '@xiaolin/shared-types/students/routes';
import type { CampusHoursRow } from '@xiaolin/shared-types/students/schema';
import { Who } from '../../../platform/auth/access.guard.js';
import type { Actor } from '../../../platform/auth/tokens.js';
import { BYTE_ORDER_MARK, csvRow } from '../../../platform/tables/csv.js';
import { Endpoint, type FileAnswer, Input, type InputOf } from '../../../platform/http/endpoint.js';
import { pageRequest } from '../../../platform/http/page-request.js';
import { CampusHours } from '../use-cases/campus-hours.js';
import { DecideStudents } from '../use-cases/decide-students.js';
import { ListStudents } from '../use-cases/list-students.js';
import { presentCampusHours, presentCampusStudent, presentClassHours } from './student.presenter.js';

/** What a campus sees of its own students, and decides about them. */
@Controller()
export class CampusController {
  constructor(
    private readonly students: ListStudents,
    private readonly decideStudents: DecideStudents,
    private readonly campusHours: CampusHours,
  ) {}

  @Endpoint(routes.listForCampus)
  async list(
    @Input() { query }: InputOf<typeof routes.listForCampus>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.listForCampus>> {
    const page = await this.students.execute(actor.personId, query.state, pageRequest(query, 2));
    return { items: page.rows.map(presentCampusStudent), nextCursor: page.nextCursor };
  }

  @Endpoint(routes.decide)
  decide(
    @Input() { body }: InputOf<typeof routes.decide>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.decide>> {
    return this.decideStudents.execute(actor.personId, body);
  }

  @Endpoint(routes.hours)
  async hours(
    @Input() { query }: InputOf<typeof routes.hours>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.hours>> {
    return presentCampusHours(await this.campusHours.execute(actor.personId, query));
  }

  @Endpoint(routes.hoursFile)
  async hoursFile(
    @Input() { query }: InputOf<typeof routes.hoursFile>,
    @Who() actor: Actor,
  ): Promise<FileAnswer> {
    const { from, to, rows } = await this.campusHours.execute(actor.personId, query);
    const content = Readable.from(linesOf(rows.map(presentClassHours)), { objectMode: false });
    return { name: `campus-hours-${from}-${to}.csv`, content };
  }
}

function* linesOf(rows: readonly CampusHoursRow[]): Generator<string> {
  yield BYTE_ORDER_MARK + csvRow(COLUMNS);
  for (const row of rows) yield csvRow(cellsOf(row));
}

const COLUMNS = [
  '高校',
  '学院',
  '入学年份',
  '班级',
  '已核实学生（人）',
  '有已确认时长的学生（人）',
  '已确认（分钟）',
  '已确认（小时，向下取一位小数）',
  '待确认（分钟）',
];

const cellsOf = (row: CampusHoursRow) => [
  row.universityName,
  row.schoolName ?? '',
  row.entryYear ?? '',
  row.className ?? '',
  row.students,
  row.served,
  row.confirmedMinutes,
  hoursText(row.confirmedMinutes),
  row.pendingMinutes,
];
