import { Injectable } from '@nestjs/common';
import {
  districtDay,
  endOfDistrictDay,
  startOfDistrictDay,
} from '@xiaolin/shared-types/contract/district-time';
import type { AmendmentSource, Computation, HourFlag } from '@xiaolin/shared-types/hours/schema';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { Random } from '../../../platform/random/random.js';
import { Messages } from '../../inbox/index.js';
import { refusalOfEntry, refusalToChange } from '../rules/change-record.js';
import { type OtherRecord, roomBeside, stretchOf } from '../rules/counted-elsewhere.js';
import { creditedMinutes, type Interval } from '../rules/credited-minutes.js';
import { flagsOf } from '../rules/flags.js';
import { readFacts, type ServiceFacts } from '../rules/service-facts.js';
import {
  type HourRecordRow,
  HourRecordStore,
  type NewHourRecord,
  type ServiceRow,
} from '../store/hour-record.store.js';
import type { Author } from './author.js';
import { HourChanges } from './hour-changes.js';
import { otherRecord } from './other-record.js';
import { type Happening, RecordTrail } from './record-trail.js';
import { factsOf } from './service-of.js';
import { dueOnAfter } from './work-calendar.js';

export interface Amendment {
  /** Whole minutes, at most the shift's planned window. */
  readonly minutes: number;
  /** What the volunteer reads, at most 200 characters. */
  readonly reason: string;
  readonly by: Author;
  readonly source: AmendmentSource;
  /** The caller tells the volunteer itself, and says more. */
  readonly toldByCaller?: boolean;
}

export interface ManualHours {
  readonly shiftId: string;
  readonly personId: string;
  /** Whole minutes, at most what somebody who was there from `from` to `to` would have been credited with. */
  readonly minutes: number;
  /** When they were there, as the evidence says; the planned window where it does not. */
  readonly from?: string;
  readonly to?: string;
  readonly reason: string;
  /** What proves it, in words. */
  readonly evidence: string;
  readonly by: Author;
  /** The second person, of another level of organization: that is for the caller to check. */
  readonly approvedBy: Author;
}

/**
 * Later versions of hour records: nothing is overwritten, each says how it came about. Everything happens in the
 * caller's transaction; scope is the caller's to check, that nobody decides about their own hours is checked here.
 *
 * Locks, in this order: the shift's line (only for entries by hand), people, records, the unit's ledger.
 */
@Injectable()
export class HourVersions {
  constructor(
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly messages: Messages,
    private readonly changes: HourChanges,
    private readonly trail: RecordTrail,
  ) {}

  /**
   * Writes the next version with other minutes; it is confirmed, and the one before is amended.
   *
   * @returns the id of the new version
   * @throws Refusal `hours.unknown`, `hours.own-record`, `hours.not-amendable`, `hours.too-many-minutes`,
   *   `hours.counted-elsewhere` when more minutes would take some that another record of the person counts.
   */
  async amend(tx: Tx, recordId: string, given: Amendment): Promise<string> {
    const store = new HourRecordStore(tx);
    const personId = await store.personOf(recordId);
    if (personId !== null) await store.lockPeople([personId]);
    const row = await this.#lockToChange(store, recordId, given.by, 'amended');
    refuseBeyond(given.minutes, plannedMinutes(row));
    if (given.minutes > row.minutes) {
      const window = { from: row.shift_starts_at, to: row.shift_ends_at };
      const others = await store.countedBetween([row.person_id], window.from, window.to);
      refuseCountedTwice(given.minutes, window, others.filter(({ id }) => id !== row.id).map(otherRecord));
    }
    const before = JSON.parse(row.computation) as Computation;
    const at = this.clock.instant();
    const next: NewHourRecord = {
      ...versionAfter(row),
      facts: await this.#named(store, row.person_id, readFacts(row.facts)),
      id: this.random.id(),
      confirmed: { by: given.by.actorId, at },
      computation: {
        basis: 'amended',
        countedFrom: before.countedFrom,
        countedTo: before.countedTo,
        fromMinutes: row.minutes,
        minutes: given.minutes,
        reason: given.reason,
        source: given.source,
      },
    };
    await store.supersede(row.id, 'amended');
    await store.insert([next], at);
    const { by, reason } = given;
    if (given.toldByCaller !== true)
      await this.#tell(tx, next, 'hours.amended', { minutes: given.minutes, before: row.minutes, reason });
    await this.#happened(tx, [
      { recordId: row.id, action: 'amended', before: row.status, after: 'amended', by, reason },
      { recordId: next.id, action: 'recorded', before: null, after: 'confirmed', by, reason },
    ]);
    return next.id;
  }

  /**
   * Ends a record: its minutes count no more, and it stays to be seen.
   *
   * @throws Refusal `hours.unknown`, `hours.own-record`, `hours.not-amendable`.
   */
  async void(
    tx: Tx,
    recordId: string,
    { reason, by, toldByCaller }: Pick<Amendment, 'reason' | 'by' | 'toldByCaller'>,
  ): Promise<void> {
    const store = new HourRecordStore(tx);
    const row = await this.#lockToChange(store, recordId, by, 'voided');
    const at = this.clock.instant();
    await store.decide([row.id], { status: 'voided', by: by.actorId, at, reason });
    const told = { id: row.id, personId: row.person_id, facts: readFacts(row.facts) };
    if (toldByCaller !== true) await this.#tell(tx, told, 'hours.voided', { minutes: row.minutes, reason });
    await this.#happened(tx, [
      { recordId: row.id, action: 'voided', before: row.status, after: 'voided', by, reason },
    ]);
  }

  /**
   * A record that no scan made, already approved by a second person: it is confirmed, flagged `manual`, and says
   * what it rests on.
   *
   * @returns the id of the record
   * @throws Refusal `shift.unknown`, `hours.own-record`, `hours.same-approver`, `hours.not-counting`,
   *   `hours.already-recorded`, `hours.too-many-minutes`, `hours.counted-elsewhere`.
   */
  async addManual(tx: Tx, entry: ManualHours): Promise<string> {
    const store = new HourRecordStore(tx);
    await store.lockShift(entry.shiftId);
    const service = await store.service(entry.shiftId);
    if (service === undefined) throw new Refusal('shift.unknown');
    await store.lockPeople([entry.personId]);
    const versions = await store.versions(entry.shiftId, entry.personId);
    const current = versions.find(({ is_current }) => is_current === 1);
    const refused = refusalOfEntry({
      personId: entry.personId,
      authorId: entry.by.actorId,
      approverId: entry.approvedBy.actorId,
      counts: service.counts === 1,
      before: current?.status ?? null,
    });
    if (refused !== null) throw new Refusal(refused);
    const at = this.clock.instant();
    const record = await this.#manualRecord(store, service, entry, (versions[0]?.version ?? 0) + 1, at);
    if (current !== undefined) await store.supersede(current.id, current.status);
    await store.insert([record], at);
    const { reason } = entry;
    await this.#tell(tx, record, 'hours.added', { minutes: entry.minutes, reason });
    await this.#happened(tx, [
      ...(current === undefined
        ? []
        : [
            {
              recordId: current.id,
              action: 'replaced' as const,
              before: current.status,
              after: current.status,
              by: entry.approvedBy,
              reason,
            },
          ]),
      { recordId: record.id, action: 'recorded', before: null, after: 'pending', by: entry.by, reason },
      {
        recordId: record.id,
        action: 'confirmed',
        before: 'pending',
        after: 'confirmed',
        by: entry.approvedBy,
        reason: null,
      },
    ]);
    return record.id;
  }

  async #lockToChange(
    store: HourRecordStore,
    recordId: string,
    by: Author,
    to: 'amended' | 'voided',
  ): Promise<HourRecordRow> {
    const [row] = await store.lock([recordId]);
    const refused = refusalToChange(
      row && { status: row.status, personId: row.person_id, current: row.is_current === 1 },
      by.actorId,
      to,
    );
    if (refused !== null || row === undefined) throw new Refusal(refused ?? 'hours.unknown');
    return row;
  }

  async #manualRecord(
    store: HourRecordStore,
    service: ServiceRow,
    entry: ManualHours,
    version: number,
    at: string,
  ): Promise<NewHourRecord> {
    const day = districtDay(new Date(service.starts_at));
    const dayEnd = endOfDistrictDay(day).toISOString();
    const others = await store.countedBetween(
      [entry.personId],
      startOfDistrictDay(day).toISOString(),
      service.ends_at > dayEnd ? service.ends_at : dayEnd,
    );
    const there = {
      startsAt: service.starts_at,
      endsAt: service.ends_at,
      breakMinutes: service.break_minutes,
      inAt: entry.from ?? service.starts_at,
      outAt: entry.to ?? service.ends_at,
    };
    const counted = others.map(otherRecord);
    const sum = creditedMinutes({ ...there, counted: counted.map(stretchOf) });
    refuseBeyond(entry.minutes, creditedMinutes({ ...there, counted: [] }).minutes);
    if (entry.minutes > sum.minutes) {
      const { most } = roomBeside({ from: sum.countedFrom, to: sum.countedTo }, counted);
      throw new Refusal('hours.counted-elsewhere', { title: most?.title ?? '', most: sum.minutes });
    }
    const sameDay = others.filter(({ shift_starts_at }) => districtDay(new Date(shift_starts_at)) === day);
    return {
      id: this.random.id(),
      version,
      confirmed: { by: entry.approvedBy.actorId, at },
      shiftId: entry.shiftId,
      personId: entry.personId,
      activityId: service.activity_id,
      recordingUnitId: service.organization_id,
      flags: flagsOf({
        minutes: entry.minutes,
        overlapMinutes: sum.overlapMinutes,
        fullMinutes: 0,
        otherMinutesThatDay: sameDay.reduce((total, { minutes }) => total + minutes, 0),
        ticked: false,
        manual: true,
      }),
      computation: {
        basis: 'manual',
        countedFrom: sum.countedFrom,
        countedTo: sum.countedTo,
        minutes: entry.minutes,
        reason: entry.reason,
        evidence: entry.evidence,
      },
      dueOn: dueOnAfter(service.ends_at),
      facts: await this.#named(store, entry.personId, factsOf(service)),
    };
  }

  /** Whoever confirms a version confirms whose it is, as the person is called then. */
  async #named(store: HourRecordStore, personId: string, facts: ServiceFacts): Promise<ServiceFacts> {
    return { ...facts, personName: (await store.names([personId])).get(personId) ?? '' };
  }

  /** Last of all: the unit's ledger is locked from here to the commit. */
  async #happened(tx: Tx, happenings: readonly Happening[]): Promise<void> {
    await this.changes.put(tx, [...new Set(happenings.map(({ recordId }) => recordId))]);
    await this.trail.write(tx, happenings);
  }

  #tell(
    tx: Tx,
    { id, personId, facts }: Pick<NewHourRecord, 'id' | 'personId' | 'facts'>,
    kind: 'hours.amended' | 'hours.voided' | 'hours.added',
    more: Readonly<Record<string, string | number>>,
  ): Promise<void> {
    const { title, roleName, startsAt } = facts;
    return this.messages.tell(tx, [
      { personId, kind, facts: { title, roleName, startsAt, ...more }, eventKey: `${kind}:${id}` },
    ]);
  }
}

const MINUTE = 60_000;
const plannedMinutes = (row: HourRecordRow): number =>
  Math.floor((Date.parse(row.shift_ends_at) - Date.parse(row.shift_starts_at)) / MINUTE);

function refuseBeyond(minutes: number, most: number): void {
  if (!Number.isInteger(minutes) || minutes < 0 || minutes > most)
    throw new Refusal('hours.too-many-minutes', { most });
}

function refuseCountedTwice(minutes: number, window: Interval, others: readonly OtherRecord[]): void {
  const room = roomBeside(window, others);
  if (room.most !== null && minutes > room.minutes)
    throw new Refusal('hours.counted-elsewhere', { title: room.most.title, most: room.minutes });
}

/** What the next version has in common with this one. */
const versionAfter = (row: HourRecordRow) => ({
  version: row.version + 1,
  shiftId: row.shift_id,
  personId: row.person_id,
  activityId: row.activity_id,
  recordingUnitId: row.recording_unit_id,
  flags: row.flags === '' ? [] : (row.flags.split(',') as HourFlag[]),
  dueOn: row.due_on,
});
