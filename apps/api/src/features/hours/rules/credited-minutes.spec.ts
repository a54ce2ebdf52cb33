import { describe, expect, it } from '@jest/globals';
import { hoursText } from '@xiaolin/shared-types/hours/wording';
import fc from 'fast-check';
import { creditedMinutes, type Interval, type ServedShift } from './credited-minutes.js';

const DAY = '2026-11-28';
const moment = (minutes: number, milliseconds = 0) =>
  new Date(Date.parse(`${DAY}T00:00:00.000Z`) + minutes * 60_000 + milliseconds).toISOString();

/** A shift from minute 600 to 840 (four hours), unless told otherwise. */
const served = (given: Partial<ServedShift> & { from?: number; to?: number }): ServedShift => ({
  inAt: moment(given.from ?? 600),
  outAt: moment(given.to ?? 840),
  startsAt: moment(600),
  endsAt: moment(840),
  breakMinutes: 0,
  counted: [],
  ...given,
});
const minutesOf = (given: Parameters<typeof served>[0]) => creditedMinutes(served(given)).minutes;
const stretch = (from: number, to: number): Interval => ({ from: moment(from), to: moment(to) });

describe('creditedMinutes', () => {
  it.each([
    ['the whole shift', {}, 240],
    ['early and late: only the window counts', { from: 570, to: 960 }, 240],
    ['late in, early out', { from: 610, to: 800 }, 190],
    ['seconds are rounded down', { inAt: moment(600, 1), outAt: moment(660) }, 59],
    ['gone before it began', { from: 570, to: 590 }, 0],
    ['out before in', { from: 700, to: 650 }, 0],
    ['the whole shift less its break', { breakMinutes: 30 }, 210],
    ['left before the middle: no rest taken', { breakMinutes: 30, to: 719 }, 119],
    ['left ten minutes into the rest', { breakMinutes: 30, to: 730 }, 120],
    ['left after the rest', { breakMinutes: 30, to: 760 }, 130],
    ['a break longer than half the shift', { breakMinutes: 200 }, 40],
    ['another shift counted the first hour', { counted: [stretch(540, 660)] }, 180],
    ['two others overlap each other', { counted: [stretch(600, 660), stretch(630, 690)] }, 150],
    ['another shift counted it all', { counted: [stretch(0, 1_440)] }, 0],
    ['others that only touch', { counted: [stretch(500, 600), stretch(840, 900)] }, 240],
  ] as const)('%s', (_, given, minutes) => {
    expect(minutesOf(given)).toBe(minutes);
  });

  it('art. 7: hours are said with one decimal, rounded down, from whole minutes', () => {
    const { minutes } = creditedMinutes(served({ to: 795 }));
    expect([minutes, hoursText(minutes)]).toEqual([195, '3.2']);
  });

  // Milliseconds over two days around the shift, so that seconds and clamping are met too.
  const instants = fc.integer({ min: 0, max: 2_880 * 60_000 }).map((at) => moment(-720, at));
  const intervals = fc
    .tuple(instants, instants)
    .map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));
  const shifts = fc
    .record({
      window: intervals,
      inAt: instants,
      outAt: instants,
      rest: fc.double({ min: 0, max: 0.99, noNaN: true }),
    })
    .map(({ window, inAt, outAt, rest }) => ({
      inAt,
      outAt,
      startsAt: window.from,
      endsAt: window.to,
      breakMinutes: Math.floor(rest * ((Date.parse(window.to) - Date.parse(window.from)) / 60_000)),
    }));
  const lengthOf = ({ from, to }: Interval) => (Date.parse(to) - Date.parse(from)) / 60_000;

  it('stays between nothing and the window, in whole minutes that add up by hand', () => {
    fc.assert(
      fc.property(shifts, fc.array(intervals, { maxLength: 5 }), (shift, counted) => {
        const result = creditedMinutes({ ...shift, counted });
        expect(Number.isInteger(result.minutes)).toBe(true);
        expect(result.minutes).toBeGreaterThanOrEqual(0);
        expect(result.breakMinutes).toBeGreaterThanOrEqual(0);
        expect(result.breakMinutes).toBeLessThanOrEqual(shift.breakMinutes);
        expect(result.overlapMinutes).toBeGreaterThanOrEqual(0);
        const window = lengthOf({ from: shift.startsAt, to: shift.endsAt });
        expect(result.minutes).toBeLessThanOrEqual(window);
        const span = Math.floor(lengthOf({ from: result.countedFrom, to: result.countedTo }));
        expect(span - result.overlapMinutes - result.breakMinutes).toBe(result.minutes);
      }),
      { numRuns: 2_000 },
    );
  });

  it('served in full and alone, earns the shift less its whole break', () => {
    fc.assert(
      fc.property(shifts, (shift) => {
        const window = Math.floor(lengthOf({ from: shift.startsAt, to: shift.endsAt }));
        const full = creditedMinutes({ ...shift, inAt: shift.startsAt, outAt: shift.endsAt, counted: [] });
        expect(full.minutes).toBe(window - shift.breakMinutes);
      }),
    );
  });

  it('never earns less for coming earlier or staying longer', () => {
    fc.assert(
      fc.property(shifts, fc.array(intervals, { maxLength: 5 }), instants, (shift, counted, other) => {
        const base = creditedMinutes({ ...shift, counted }).minutes;
        const later = other > shift.outAt ? other : shift.outAt;
        expect(creditedMinutes({ ...shift, outAt: later, counted }).minutes).toBeGreaterThanOrEqual(base);
        const earlier = other < shift.inAt ? other : shift.inAt;
        expect(creditedMinutes({ ...shift, inAt: earlier, counted }).minutes).toBeGreaterThanOrEqual(base);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never counts a minute twice: all shifts together earn no more than the time they cover', () => {
    fc.assert(
      fc.property(fc.array(shifts, { maxLength: 8 }), (list) => {
        const counted: Interval[] = [];
        let earned = 0;
        for (const shift of list) {
          const result = creditedMinutes({ ...shift, counted });
          earned += result.minutes;
          counted.push({ from: result.countedFrom, to: result.countedTo });
        }
        // The time covered, measured over all stretches at once.
        const edges = counted
          .map(({ from, to }) => [Date.parse(from), Date.parse(to)] as const)
          .sort((a, b) => a[0] - b[0]);
        let union = 0;
        let reached = Number.NEGATIVE_INFINITY;
        for (const [from, to] of edges) {
          union += Math.max(0, to - Math.max(from, reached));
          reached = Math.max(reached, to);
        }
        expect(earned).toBeLessThanOrEqual(union / 60_000);
      }),
      { numRuns: 2_000 },
    );
  });
});
