import type { HourFlag } from '@xiaolin/shared-types/hours/schema';
import { windowOf } from '../rules/attendance-states.js';
import { evidenceOf, type Trace, wasElsewhere } from '../rules/evidence.js';
import {
  type AttendanceStore,
  type ElsewhereRow,
  type ShiftRow,
  traceOf,
} from '../store/attendance.store.js';
import type { Completed, ScanBatch } from './scan-batch.js';

/** Flags of a record that exists already: what came later shows an earlier scan in another light. */
export interface RaisedFlag {
  readonly shiftId: string;
  readonly personId: string;
  readonly flags: readonly HourFlag[];
}

export interface Raised {
  /** For the records that this batch makes. */
  readonly completed: ReadonlyMap<string, readonly HourFlag[]>;
  readonly recorded: readonly RaisedFlag[];
}

/** What a batch of scans shows beside the scans themselves: one phone for many, two places at once, a burst of ticks. */
export class Evidence {
  constructor(
    private readonly store: AttendanceStore,
    private readonly shift: ShiftRow,
  ) {}

  /** After the batch was written: it reads what the batch wrote. */
  async of(batch: ScanBatch): Promise<Raised> {
    const completed = new Map<string, Set<HourFlag>>(
      batch.completed.map(({ personId }) => [personId, new Set()]),
    );
    const recorded: RaisedFlag[] = [];
    const raise = (shiftId: string, personId: string, flags: readonly HourFlag[]) => {
      const own = shiftId === this.shift.id ? completed.get(personId) : undefined;
      if (own !== undefined) for (const flag of flags) own.add(flag);
      else recorded.push({ shiftId, personId, flags });
    };
    for (const [personId, flags] of evidenceOf(await this.#traces(batch)))
      raise(this.shift.id, personId, [...flags]);
    for (const { here, there } of await this.#twoPlaces(batch.completed)) {
      raise(this.shift.id, here.personId, ['two-places']);
      raise(there.shift_id, here.personId, ['two-places']);
    }
    return {
      completed: new Map([...completed].map(([personId, flags]) => [personId, [...flags]])),
      recorded,
    };
  }

  /** Everything about the people of the batch, and what their phones and whoever ticked them did besides. */
  async #traces(batch: ScanBatch): Promise<readonly Trace[]> {
    const own = [...batch.before, ...batch.events].filter(({ outcome }) => outcome === 'accepted');
    const devices = new Set(
      own.flatMap(({ method, device_hash: device }) =>
        method === 'site-code' && device !== null ? [device] : [],
      ),
    );
    const tickers = new Set(
      own.flatMap(({ method, actor_id: actor }) => (method === 'roster-tick' ? [actor] : [])),
    );
    const others =
      devices.size + tickers.size === 0
        ? []
        : await this.store.eventsBy(this.shift.id, [...devices], [...tickers]);
    const all = new Map([...own, ...others].map((event) => [event.id, traceOf(event)]));
    return [...all.values()];
  }

  async #twoPlaces(completed: readonly Completed[]) {
    if (completed.length === 0) return [];
    const people = completed.map(({ personId }) => personId);
    const from = completed.map(({ inAt }) => inAt).reduce((a, b) => (a < b ? a : b));
    const to = completed.map(({ outAt }) => outAt).reduce((a, b) => (a > b ? a : b));
    const rows = await this.store.elsewhere(this.shift.id, people, from, to);
    return completed.flatMap((here) =>
      rows
        .filter(
          (there) =>
            there.person_id === here.personId &&
            wasElsewhere({ ...here, activityId: this.shift.activity_id }, presenceOf(there)),
        )
        .map((there) => ({ here, there })),
    );
  }
}

/** Whoever has not left is there as long as one may still leave. */
const presenceOf = (row: ElsewhereRow) => ({
  activityId: row.activity_id,
  inAt: row.in_at,
  outAt:
    row.out_at ??
    new Date(windowOf('out', { startsAt: row.in_at, endsAt: row.ends_at }).closes).toISOString(),
});
