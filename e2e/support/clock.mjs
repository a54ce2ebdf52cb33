/*
 * The journeys' own time. Activities, doors and the worker's day belong to one district day, so whatever the hour at
 * which the tests run, it is ten in the morning in the district when they begin: server, browser and journeys go by
 * the same offset from the machine's clock.
 */

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** The district is eight hours ahead of UTC, the whole year. */
const DISTRICT = 8 * 60 * MINUTE;
/** Minutes past midnight; another hour can be asked for, to see that it makes no difference. */
const BEGIN = Number(process.env['E2E_BEGIN_MINUTE'] ?? 10 * 60) * MINUTE;

const intoTheDay = (Date.now() + DISTRICT) % DAY;

/** Added to the machine's clock, whole minutes. */
export const OFFSET_MINUTES = Math.round((BEGIN - intoTheDay) / MINUTE);

const OFFSET_MS = OFFSET_MINUTES * MINUTE;

/** The present moment of the journeys, in milliseconds since 1970. */
export const now = () => Date.now() + OFFSET_MS;

/**
 * Runs in a page before its scripts: its clock goes by the offset, timers stay as they are.
 * @param {number} offset milliseconds
 */
export function shiftDate(offset) {
  const Machine = globalThis.Date;
  const present = () => Machine.now() + offset;
  globalThis.Date = new Proxy(Machine, {
    apply: () => new Machine(present()).toString(),
    construct: (target, given, newTarget) =>
      Reflect.construct(target, given.length === 0 ? [present()] : given, newTarget),
    get: (target, name) => (name === 'now' ? present : Reflect.get(target, name)),
  });
}

export const SHIFT = /** @type {const} */ ([shiftDate, OFFSET_MS]);
