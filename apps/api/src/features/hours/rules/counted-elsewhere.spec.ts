import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type OtherRecord, roomBeside, stretchOf } from './counted-elsewhere.js';

const moment = (minutes: number) => new Date(Date.UTC(2026, 10, 28) + minutes * 60_000).toISOString();
const WINDOW = { from: moment(600), to: moment(720) };
const other = (
  from: number,
  to: number,
  given: { minutes?: number; shift?: readonly [number, number]; title?: string } = {},
): OtherRecord => ({
  from: moment(from),
  to: moment(to),
  minutes: given.minutes ?? to - from,
  shiftStartsAt: moment(given.shift?.[0] ?? from),
  shiftEndsAt: moment(given.shift?.[1] ?? to),
  title: given.title ?? '花田清理',
});

describe('roomBeside', () => {
  it.each([
    ['nothing else', [], 120],
    ['one that only touches', [other(480, 600), other(720, 800)], 120],
    ['half of it', [other(540, 660)], 60],
    ['all of it', [other(500, 800)], 0],
    ['one within', [other(630, 650)], 100],
    ['a long one that counts little', [other(500, 800, { minutes: 10 })], 110],
    ['two on both sides', [other(540, 620), other(700, 800)], 80],
    ['one amended beyond its scans', [other(400, 410, { minutes: 100, shift: [400, 700] })], 20],
    ['one that counts nothing', [other(600, 720, { minutes: 0 })], 120],
  ] as const)('beside %s', (_, others, minutes) => {
    expect(roomBeside(WINDOW, others).minutes).toBe(minutes);
  });

  it('names the one that takes the most', () => {
    const others = [other(600, 610, { title: '甲' }), other(650, 700, { title: '乙' })];
    expect(roomBeside(WINDOW, others).most?.title).toBe('乙');
    expect(roomBeside(WINDOW, [other(0, 10)]).most).toBeNull();
  });

  // Whole minutes one by one: each record serves minutes of its own shift, no two the same.
  const served = fc
    .array(fc.record({ at: fc.integer({ min: 0, max: 59 }), long: fc.integer({ min: 1, max: 40 }) }), {
      maxLength: 5,
    })
    .map((shifts) => {
      const taken = new Set<number>();
      return shifts.map(({ at, long }) => {
        const own = Array.from({ length: long }, (_, step) => at + step).filter((each) => !taken.has(each));
        for (const each of own) taken.add(each);
        // Scans that say nothing: its minutes may lie anywhere in the shift.
        return { own, record: other(at, at, { minutes: own.length, shift: [at, at + long] }) };
      });
    });

  it('what it leaves really is free, and it takes no more than the window holds', () => {
    fc.assert(
      fc.property(
        served,
        fc.integer({ min: 0, max: 59 }),
        fc.integer({ min: 1, max: 40 }),
        (all, at, long) => {
          const window = { from: moment(at), to: moment(at + long) };
          const others = all.map(({ record }) => record);
          const taken = new Set(all.flatMap(({ own }) => own));
          const free = Array.from({ length: long }, (_, step) => at + step).filter(
            (each) => !taken.has(each),
          );
          const { minutes, most } = roomBeside(window, others);
          expect(minutes).toBeLessThanOrEqual(free.length);
          expect(minutes === long).toBe(most === null);
        },
      ),
    );
  });

  it('a record was served when its scans say, while they hold its minutes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (long, minutes) => {
        const stretch = stretchOf(other(50, 50 + long, { minutes, shift: [0, 200] }));
        expect(stretch).toEqual(
          minutes <= long
            ? { from: moment(50), to: moment(50 + long) }
            : { from: moment(0), to: moment(200) },
        );
      }),
    );
  });
});
