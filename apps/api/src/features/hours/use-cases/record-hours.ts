import { Injectable } from '@nestjs/common';
import {
  districtDay,
  endOfDistrictDay,
  startOfDistrictDay,
} from '@xiaolin/shared-types/contract/district-time';
import type { HourFlag } from '@xiaolin/shared-types/hours/schema';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { Random } from '../../../platform/random/random.js';
import { stretchOf } from '../rules/counted-elsewhere.js';
import { creditedMinutes } from '../rules/credited-minutes.js';
import { flagsOf } from '../rules/flags.js';
import type { ServiceFacts } from '../rules/service-facts.js';
import { HourRecordStore, type NewHourRecord } from '../store/hour-record.store.js';
import type { Author } from './author.js';
import { FlagHours, type FoundFlags } from './flag-hours.js';
import { otherRecord } from './other-record.js';
import { RecordTrail } from './record-trail.js';
import { factsOf } from './service-of.js';
import { dueOnAfter } from './work-calendar.js';

/** A shift whose role counts as volunteer service. */
export interface CountingShift {
  readonly shiftId: string;
  readonly activityId: string;
  /** 谁组织谁记录: the organization that runs the activity. */
  readonly recordingUnitId: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly breakMinutes: number;
}

/** Somebody who was there from one moment to another. */
export interface Served {
  readonly personId: string;
  readonly inAt: string;
  readonly outAt: string;
  /** Whether either way was ticked by hand. */
  readonly ticked: boolean;
  /** What was found about how it was scanned. */
  readonly evidence?: readonly HourFlag[];
  /** Who completed it; kept in the journal. */
  readonly by: Author;
}

interface CountedBefore {
  readonly personId: string;
  readonly minutes: number;
  readonly startsAt: string;
  readonly from: string;
  readonly to: string;
}

/** Turns completed attendance into hour records. Only {@link HourVersions} makes any that nobody scanned. */
@Injectable()
export class RecordHours {
  constructor(
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly trail: RecordTrail,
    private readonly flagHours: FlagHours,
  ) {}

  /**
   * Records what these people served, as version 1 and `pending`, in the caller's transaction, which must hold the
   * lock of the shift. A role that does not count (art. 19) must not come here.
   *
   * @param served each person once
   * @param found about records of before, the same people's at other shifts included
   * @returns credited minutes by person
   */
  async execute(
    tx: Tx,
    shift: CountingShift,
    served: readonly Served[],
    found: readonly FoundFlags[] = [],
  ): Promise<ReadonlyMap<string, number>> {
    if (served.length === 0) {
      await this.flagHours.execute(tx, found);
      return new Map();
    }
    const store = new HourRecordStore(tx);
    const people = served.map(({ personId }) => personId).sort();
    await store.lockPeople(people);
    const before = await this.#countedBefore(store, shift, people);
    const flagged = await this.flagHours.mark(tx, found);
    const service = await store.service(shift.shiftId);
    if (service === undefined) throw new Error('attendance at a shift that is not there');
    const facts = factsOf(service);
    const records = served.map((one) => this.#record(shift, facts, one, before));
    await store.insert(records, this.clock.instant());
    const recorded = records.map(({ id }, index) => ({
      recordId: id,
      action: 'recorded' as const,
      before: null,
      after: 'pending' as const,
      by: (served[index] as Served).by,
      reason: null,
    }));
    // At once and at the end: the heads of all units are locked in one order.
    await this.trail.write(tx, [...flagged, ...recorded]);
    return new Map(records.map(({ personId, computation }) => [personId, computation.minutes]));
  }

  /** Of the shift's district day, and of whatever else the shift overlaps. */
  async #countedBefore(
    store: HourRecordStore,
    shift: CountingShift,
    people: readonly string[],
  ): Promise<CountedBefore[]> {
    const day = districtDay(new Date(shift.startsAt));
    const dayEnd = endOfDistrictDay(day).toISOString();
    const rows = await store.countedBetween(
      people,
      startOfDistrictDay(day).toISOString(),
      shift.endsAt > dayEnd ? shift.endsAt : dayEnd,
    );
    return rows.map((row) => ({
      personId: row.person_id,
      minutes: row.minutes,
      startsAt: row.shift_starts_at,
      ...stretchOf(otherRecord(row)),
    }));
  }

  #record(
    shift: CountingShift,
    facts: ServiceFacts,
    served: Served,
    before: readonly CountedBefore[],
  ): NewHourRecord {
    const own = before.filter(({ personId }) => personId === served.personId);
    const times = { startsAt: shift.startsAt, endsAt: shift.endsAt, breakMinutes: shift.breakMinutes };
    const sum = creditedMinutes({ ...times, inAt: served.inAt, outAt: served.outAt, counted: own });
    const full = creditedMinutes({ ...times, inAt: shift.startsAt, outAt: shift.endsAt, counted: [] });
    const day = districtDay(new Date(shift.startsAt));
    const sameDay = own.filter(({ startsAt }) => districtDay(new Date(startsAt)) === day);
    return {
      id: this.random.id(),
      shiftId: shift.shiftId,
      personId: served.personId,
      activityId: shift.activityId,
      recordingUnitId: shift.recordingUnitId,
      version: 1,
      confirmed: null,
      computation: { basis: 'scans', ...sum },
      flags: flagsOf({
        minutes: sum.minutes,
        overlapMinutes: sum.overlapMinutes,
        fullMinutes: full.minutes,
        otherMinutesThatDay: sameDay.reduce((sum, { minutes }) => sum + minutes, 0),
        ticked: served.ticked,
        evidence: served.evidence ?? [],
      }),
      dueOn: dueOnAfter(shift.endsAt),
      facts,
    };
  }
}
