import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { LONGEST_PERIOD_DAYS } from '@xiaolin/shared-types/certificates/schema';
import { districtDay } from '@xiaolin/shared-types/contract/district-time';
import { hoursText } from '@xiaolin/shared-types/hours/wording';
import { Clock } from '../../../platform/clock/clock.js';
import { BYTE_ORDER_MARK, csvRow } from '../../../platform/tables/csv.js';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { writeJournal } from '../../../platform/journal/journal.js';
import { Random } from '../../../platform/random/random.js';
import { type ServiceFacts } from '../../hours/index.js';
import { Scope, subtreeOf } from '../../organizations/index.js';
import { clockText } from '../rules/clock-text.js';
import { isPeriod, type Period } from '../rules/refusal-to-issue.js';
import { ConfirmedHoursReader, type ExportRow } from '../store/confirmed-hours.reader.js';

/** Rows of one read: a big export must not hold the database for itself. */
const ROWS = 500;

/** docs/hours-export.md explains each. */
const HEAD = [
  '记录编号',
  '志愿者姓名',
  '记录单位',
  '服务名称',
  '服务内容',
  '服务日期',
  '开始时间',
  '结束时间',
  '服务地点',
  '负责人',
  '服务时长（分钟）',
  '服务时长（小时）',
  '确认日期',
  '确认人',
];

/** Confirmed records as a file that staff type into another system: art. 4 asks for it, and nothing here does it for them. */
@Injectable()
export class ExportHours {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly scope: Scope,
  ) {}

  /**
   * The file as a stream, of the unit and everything below it, by time.
   *
   * @throws Refusal `organization.unknown`, `access.out-of-scope`, `certificate.period-invalid`.
   */
  async execute(actorId: string, organizationId: string, period: Period): Promise<Readable> {
    const at = this.clock.instant();
    const units = await this.uow.run(async (tx) => {
      const through = await this.scope.require(tx, actorId, organizationId);
      if (!isPeriod(period, districtDay(this.clock.now()), LONGEST_PERIOD_DAYS))
        throw new Refusal('certificate.period-invalid');
      // Names leave the system: who took them is kept.
      const entry = {
        subjectKind: 'organization',
        subjectId: organizationId,
        actorId,
        actorRole: through.role,
        scopeId: through.organizationId,
        action: 'hours-exported',
        before: null,
        after: `${period.from} ${period.to}`,
        reason: null,
      };
      await writeJournal(tx, [entry], { nextId: () => this.random.id(), at });
      return subtreeOf(tx, organizationId);
    });
    return Readable.from(this.#lines(units, period), { objectMode: false });
  }

  async *#lines(units: readonly string[], period: Period): AsyncGenerator<string> {
    yield BYTE_ORDER_MARK + csvRow(HEAD);
    let after: { startsAt: string; id: string } | null = null;
    for (;;) {
      const from: typeof after = after;
      const rows: ExportRow[] = await this.uow.read((tx) =>
        new ConfirmedHoursReader(tx).export(units, period, from, ROWS),
      );
      if (rows.length > 0) yield rows.map(lineOf).join('');
      const last = rows.at(-1);
      if (rows.length < ROWS || last === undefined) return;
      after = { startsAt: last.starts_at, id: last.id };
    }
  }
}

function lineOf(row: ExportRow): string {
  const facts = JSON.parse(row.facts) as ServiceFacts;
  return csvRow([
    row.id,
    row.person_name,
    facts.unitName,
    facts.title,
    facts.content,
    districtDay(new Date(facts.startsAt)),
    clockText(facts.startsAt),
    clockText(facts.endsAt),
    facts.placeName,
    facts.responsibleName,
    row.minutes,
    hoursText(row.minutes),
    row.decided_at === null ? '' : districtDay(new Date(row.decided_at)),
    row.decider_name ?? '',
  ]);
}
