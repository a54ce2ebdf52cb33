import type { Direction, Method } from '@xiaolin/shared-types/attendance/schema';
import type { HourFlag } from '@xiaolin/shared-types/hours/schema';

/** What was noted about an accepted way in or out. */
export interface Trace {
  readonly personId: string;
  readonly actorId: string;
  readonly direction: Direction;
  readonly method: Method;
  /** ISO 8601. */
  readonly at: string;
  readonly late: boolean;
  readonly deviceHash: string | null;
  readonly placeOutcome: string | null;
}

/** Two friends may share a phone whose battery lasts; three people on one phone are looked at. */
export const SHARED_DEVICE_PEOPLE = 3;
/** Each tick asks for a reason: nobody ticks eight people by hand within a minute and looks at each of them. */
export const TICK_BURST_PEOPLE = 8;
export const TICK_BURST_MS = 60_000;

/** What the traces of one shift raise, by person. None of it refuses anything: a person looks. */
export function evidenceOf(traces: readonly Trace[]): ReadonlyMap<string, ReadonlySet<HourFlag>> {
  const found = new Map<string, Set<HourFlag>>();
  const raise = (personId: string, flag: HourFlag) => {
    found.set(personId, (found.get(personId) ?? new Set()).add(flag));
  };
  for (const { personId, late, placeOutcome } of traces) {
    if (late) raise(personId, 'late-sync');
    if (placeOutcome === 'fail') raise(personId, 'far-away');
  }
  for (const people of sharedDevices(traces)) for (const each of people) raise(each, 'shared-device');
  for (const people of tickBursts(traces)) for (const each of people) raise(each, 'tick-burst');
  return found;
}

/** Staff's devices scan everybody: only phones that scanned for their owner count. */
function sharedDevices(traces: readonly Trace[]): ReadonlySet<string>[] {
  const byDevice = new Map<string, Set<string>>();
  for (const { method, deviceHash, personId } of traces)
    if (method === 'site-code' && deviceHash !== null)
      byDevice.set(deviceHash, (byDevice.get(deviceHash) ?? new Set()).add(personId));
  return [...byDevice.values()].filter((people) => people.size >= SHARED_DEVICE_PEOPLE);
}

function tickBursts(traces: readonly Trace[]): ReadonlySet<string>[] {
  const byActor = new Map<string, Trace[]>();
  for (const trace of traces)
    if (trace.method === 'roster-tick')
      byActor.set(trace.actorId, [...(byActor.get(trace.actorId) ?? []), trace]);
  return [...byActor.values()].flatMap((ticks) => {
    const sorted = [...ticks].sort((a, b) => a.at.localeCompare(b.at));
    return sorted
      .map(({ at }) => {
        const until = Date.parse(at) + TICK_BURST_MS;
        return new Set(
          sorted
            .filter((tick) => tick.at >= at && Date.parse(tick.at) < until)
            .map(({ personId }) => personId),
        );
      })
      .filter((people) => people.size >= TICK_BURST_PEOPLE);
  });
}

/** Where somebody was, from in to out. */
export interface Presence {
  readonly activityId: string;
  /** ISO 8601. */
  readonly inAt: string;
  readonly outAt: string;
}

/** Whether somebody was checked in at two activities at once; two roles of one activity are one place. */
export const wasElsewhere = (here: Presence, there: Presence): boolean =>
  here.activityId !== there.activityId && here.inAt < there.outAt && there.inAt < here.outAt;
