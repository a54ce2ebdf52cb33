import { Injectable } from '@nestjs/common';
import { districtDay } from '@xiaolin/shared-types/contract/district-time';
import {
  LONGEST_REPORT_DAYS,
  MOST_ON_PAPER,
  ORDER_MINUTES,
  type OrderHoursReport,
  type OrderOccurrenceReport,
  type ReportOrder,
} from '@xiaolin/shared-types/reports/schema';
import { Clock } from '../../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { hashBody, once } from '../../../platform/idempotency/request-answers.js';
import { writeJournal } from '../../../platform/journal/journal.js';
import { Random } from '../../../platform/random/random.js';
import { isPeriod } from '../../certificates/index.js';
import { type ActingAs, namedOrganizations, Scope, subtreeOf } from '../../organizations/index.js';
import { reportFileName } from '../rules/file-name.js';
import { refusalToOrder, WINDOW_MINUTES } from '../rules/may-order.js';
import { HoursReader } from '../store/hours.reader.js';
import { type OrderRow, OrderStore } from '../store/order.store.js';
import { RosterReader } from '../store/roster.reader.js';

type Ordered = Pick<
  OrderRow,
  'kind' | 'format' | 'subject_id' | 'period_from' | 'period_to' | 'with_phones' | 'reason'
>;

const MINUTE = 60_000;

/** Writes down who takes what out of the system, before anything leaves it. */
@Injectable()
export class OrderReport {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly scope: Scope,
  ) {}

  /**
   * @throws Refusal `request.key-reused`, `occurrence.unknown`, `access.out-of-scope`, `report.too-large`,
   * `report.too-many`.
   */
  ofOccurrence(
    actorId: string,
    occurrenceId: string,
    { requestKey, ...asked }: OrderOccurrenceReport,
  ): Promise<ReportOrder> {
    const bodyHash = hashBody('order-report', { occurrenceId, ...asked });
    return once(this.uow, { actorId, requestKey, bodyHash }, this.clock, async (tx) => {
      const reader = new RosterReader(tx);
      const subject = await reader.subject(occurrenceId);
      if (subject === undefined) throw new Refusal('occurrence.unknown');
      const through = await this.scope.require(tx, actorId, subject.organization_id);
      const rows =
        asked.kind === 'summary' ? null : await reader.count(occurrenceId, asked.kind === 'sign-in-sheet');
      if (asked.kind === 'sign-in-sheet' && rows !== null && rows > MOST_ON_PAPER)
        throw new Refusal('report.too-large', { most: MOST_ON_PAPER });
      const reason = asked.kind === 'roster' ? asked.phonesReason : null;
      const id = await this.#keep(tx, actorId, through, {
        kind: asked.kind,
        format: asked.format,
        subject_id: occurrenceId,
        period_from: null,
        period_to: null,
        with_phones: reason !== null,
        reason,
      });
      const day = districtDay(new Date(subject.starts_at));
      const fileName = reportFileName(subject.title, asked.kind, [day], asked.format);
      return { ...id, kind: asked.kind, format: asked.format, fileName, rows };
    });
  }

  /**
   * @throws Refusal `request.key-reused`, `organization.unknown`, `access.out-of-scope`, `report.period-invalid`,
   * `report.too-many`.
   */
  ofHours(
    actorId: string,
    organizationId: string,
    { requestKey, ...asked }: OrderHoursReport,
  ): Promise<ReportOrder> {
    const bodyHash = hashBody('order-hours-report', { organizationId, ...asked });
    return once(this.uow, { actorId, requestKey, bodyHash }, this.clock, async (tx) => {
      const through = await this.scope.require(tx, actorId, organizationId);
      const { from, to, format } = asked;
      if (!isPeriod({ from, to }, districtDay(this.clock.now()), LONGEST_REPORT_DAYS))
        throw new Refusal('report.period-invalid');
      const rows = await new HoursReader(tx).count(await subtreeOf(tx, organizationId), { from, to });
      const id = await this.#keep(tx, actorId, through, {
        kind: 'hours',
        format,
        subject_id: organizationId,
        period_from: from,
        period_to: to,
        with_phones: false,
        reason: null,
      });
      const [unit] = await namedOrganizations(tx, [organizationId]);
      const fileName = reportFileName(unit?.name ?? '', 'hours', [from, to], format);
      return { ...id, kind: 'hours' as const, format, fileName, rows };
    });
  }

  async #keep(
    tx: Tx,
    actorId: string,
    through: ActingAs,
    ordered: Ordered,
  ): Promise<Pick<ReportOrder, 'reportId' | 'expiresAt'>> {
    const now = this.clock.now().getTime();
    const at = this.clock.instant();
    const store = new OrderStore(tx);
    const windowStart = new Date(now - WINDOW_MINUTES * MINUTE).toISOString();
    const earlier = await store.lockRecent(actorId, windowStart);
    const refusal = refusalToOrder(earlier, ordered.with_phones);
    if (refusal !== null) {
      const first = earlier[0]?.at ?? at;
      const seconds = Math.ceil((Date.parse(first) + WINDOW_MINUTES * MINUTE - now) / 1_000);
      throw new Refusal(refusal, {}, [], Math.max(1, seconds));
    }
    const reportId = this.random.id();
    await store.insert({ id: reportId, person_id: actorId, ...ordered, ordered_at: at });
    const entry = {
      subjectKind: 'report',
      subjectId: reportId,
      actorId,
      actorRole: through.role,
      scopeId: through.organizationId,
      action: 'report-ordered',
      before: null,
      after: [ordered.kind, ordered.format, ...(ordered.with_phones ? ['phones'] : [])].join(' '),
      reason: ordered.reason,
    };
    await writeJournal(tx, [entry], { nextId: () => this.random.id(), at });
    return { reportId, expiresAt: new Date(now + ORDER_MINUTES * MINUTE).toISOString() };
  }
}
