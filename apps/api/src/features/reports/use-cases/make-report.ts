import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { districtDay } from '@xiaolin/shared-types/contract/district-time';
import { ORDER_MINUTES, type ReportFormat } from '@xiaolin/shared-types/reports/schema';
import { Clock } from '../../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { tableFile } from '../../../platform/tables/table-file.js';
import { shareOf } from '../../hours/index.js';
import { Scope, subtreeOf } from '../../organizations/index.js';
import { maskedPhone } from '../../signups/index.js';
import { countService } from '../rules/count-service.js';
import { kindWords } from '../rules/report-words.js';
import { HOUR_COLUMNS, ROSTER_COLUMNS } from '../rules/tables.js';
import { type OrderRow, OrderStore } from '../store/order.store.js';
import { type PlaceRow, RosterReader, type SubjectRow } from '../store/roster.reader.js';
import { SummaryReader } from '../store/summary.reader.js';
import { hourPages } from './hour-pages.js';
import { rosterPages } from './roster-pages.js';
import { signInSheet } from './sign-in-sheet.js';
import { summaryPaper } from './summary-paper.js';

/** A file with a name for machines; people's name for it stands in the order. */
export interface ReportFile {
  readonly name: string;
  readonly content: Uint8Array | Readable;
}

type Found =
  | { readonly order: OrderRow; readonly subject: SubjectRow }
  | { readonly order: OrderRow; readonly units: readonly string[] };

/** Answers an order with its file: tables as streams, paper whole. */
@Injectable()
export class MakeReport {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly scope: Scope,
  ) {}

  /**
   * @throws Refusal `access.out-of-scope`, also when the membership has ended since; `report.unknown` for another
   * person's order and another format; `report.expired`.
   */
  async execute(actorId: string, reportId: string, format: ReportFormat): Promise<ReportFile> {
    const found = await this.uow.read((tx) => this.#found(tx, actorId, reportId, format));
    const { order } = found;
    const day = districtDay(new Date(order.ordered_at));
    const name = `${order.kind}-${day}.${format}`;
    if ('units' in found) return { name, content: this.#hours(order, found.units) };
    const { subject } = found;
    if (order.kind === 'sign-in-sheet') return { name, content: await this.#sheet(subject) };
    if (order.kind === 'summary') return { name, content: await this.#summary(subject) };
    return { name, content: this.#roster(order, subject) };
  }

  async #found(tx: Tx, actorId: string, reportId: string, format: ReportFormat): Promise<Found> {
    const order = await new OrderStore(tx).find(reportId);
    if (order === undefined) throw new Refusal('report.unknown');
    const found = await this.#subject(tx, order);
    const organizationId = 'subject' in found ? found.subject.organization_id : order.subject_id;
    await this.scope.require(tx, actorId, organizationId);
    if (order.person_id !== actorId || order.format !== format) throw new Refusal('report.unknown');
    const ends = Date.parse(order.ordered_at) + ORDER_MINUTES * 60_000;
    if (this.clock.now().getTime() >= ends) throw new Refusal('report.expired');
    return found;
  }

  async #subject(tx: Tx, order: OrderRow): Promise<Found> {
    if (order.kind === 'hours') return { order, units: await subtreeOf(tx, order.subject_id) };
    const subject = await new RosterReader(tx).subject(order.subject_id);
    if (subject === undefined) throw new Refusal('report.unknown');
    return { order, subject };
  }

  #roster(order: OrderRow, subject: SubjectRow): Readable {
    const pages = rosterPages(this.uow, subject, order.with_phones);
    return tableFile({ name: kindWords.roster, columns: ROSTER_COLUMNS, pages }, tableFormat(order));
  }

  #hours(order: OrderRow, units: readonly string[]): Readable {
    const period = { from: order.period_from ?? '', to: order.period_to ?? '' };
    const pages = hourPages(this.uow, units, period);
    return tableFile({ name: kindWords.hours, columns: HOUR_COLUMNS, pages }, tableFormat(order));
  }

  async #sheet(subject: SubjectRow): Promise<Uint8Array> {
    const places = await this.uow.read(async (tx) => {
      const reader = new RosterReader(tx);
      const rows = await reader.places(subject.id, {
        after: 0,
        below: subject.next_position,
        limit: 10_000,
        seatedOnly: true,
      });
      const guestsOf = await reader.guests(rows);
      return rows.map((row: PlaceRow) => ({
        name: row.display_name,
        phone: maskedPhone(row.phone),
        seats: row.seats,
        guests: guestsOf(row),
      }));
    });
    return signInSheet({ ...headOf(subject), places, at: this.clock.now() });
  }

  async #summary(subject: SubjectRow): Promise<Uint8Array> {
    const figures = await this.uow.read(async (tx) => {
      const reader = new SummaryReader(tx);
      const dates = await reader.dates(subject);
      const ids = dates.map(({ id }) => id);
      const attendance = await reader.attendance(subject, ids);
      const served = await reader.served(subject.activity_id, dates);
      const scores = await reader.scores(ids);
      return { dates, attendance, served, scores };
    });
    const service = countService(
      figures.served.map(({ person_id, status, minutes }) => ({
        personId: person_id,
        share: shareOf(status),
        minutes,
      })),
    );
    return summaryPaper({
      ...headOf(subject),
      calledOff: Number(subject.called_off) === 1,
      dates: figures.dates.map(({ starts_at, ends_at }) => ({ startsAt: starts_at, endsAt: ends_at })),
      attendance: figures.attendance,
      service,
      scores: figures.scores,
      at: this.clock.now(),
    });
  }
}

const tableFormat = ({ format }: OrderRow): 'xlsx' | 'csv' => (format === 'xlsx' ? 'xlsx' : 'csv');

const headOf = (subject: SubjectRow) => ({
  title: subject.title,
  startsAt: subject.starts_at,
  endsAt: subject.ends_at,
  place: subject.place_name ?? '',
  organiser: subject.organization_name ?? '',
  responsible: subject.responsible_name ?? '',
  illustrative: Number(subject.illustrative ?? 0) === 1,
});
