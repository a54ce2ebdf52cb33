import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type StoredState, stateAt, TRANSITIONS } from './attendance-states.js';
import { decideScan } from './decide-scan.js';

const shift = { startsAt: '2026-11-28T06:00:00.000Z', endsAt: '2026-11-28T08:00:00.000Z' };
const at = (time: string) => Date.parse(`2026-11-28T${time}Z`);

const live = { late: false, inAt: null };
const words = (verdict: ReturnType<typeof decideScan>): string => {
  if (verdict.kind === 'refused') return verdict.code;
  return verdict.kind === 'held' ? 'held' : `${verdict.kind} ${verdict.state}`;
};
const outcome = (direction: 'in' | 'out', time: string, stored: StoredState | null, signedUp = true) =>
  words(decideScan({ ...live, direction, at: at(time), shift, signedUp, stored }));

describe('decideScan', () => {
  it.each([
    ['in', '05:29:59.999', null, 'attendance.too-early'],
    ['in', '05:30:00.000', null, 'accepted checked-in'],
    ['in', '08:00:00.000', null, 'accepted checked-in'],
    ['in', '08:00:00.001', null, 'attendance.too-late'],
    ['in', '07:00:00.000', 'checked-in', 'repeated checked-in'],
    ['in', '07:00:00.000', 'checked-out', 'attendance.already-checked-out'],
    ['in', '07:00:00.000', 'computed', 'attendance.already-checked-out'],
    ['out', '07:00:00.000', null, 'attendance.not-checked-in'],
    ['out', '05:59:59.999', 'checked-in', 'attendance.too-early'],
    ['out', '06:00:00.000', 'checked-in', 'accepted checked-out'],
    ['out', '10:00:00.000', 'checked-in', 'accepted checked-out'],
    ['out', '10:00:00.001', 'checked-in', 'attendance.too-late'],
    ['out', '07:00:00.000', 'checked-out', 'repeated checked-out'],
    ['out', '23:00:00.000', 'computed', 'repeated computed'],
  ] as const)('%s at %s from %s: %s', (direction, time, stored, expected) => {
    expect(outcome(direction, time, stored)).toBe(expected);
  });

  it('knows only who has a place', () => {
    expect(outcome('in', '06:00:00.000', null, false)).toBe('attendance.not-signed-up');
    expect(outcome('out', '07:00:00.000', 'checked-in', false)).toBe('attendance.not-signed-up');
  });

  it('says when the way opens', () => {
    const verdict = decideScan({
      ...live,
      direction: 'in',
      at: at('05:00:00.000'),
      shift,
      signedUp: true,
      stored: null,
    });
    expect(verdict).toMatchObject({ facts: { opensAt: '2026-11-28T05:30:00.000Z' } });
  });

  it.each([
    // A way out waits for its way in, and for an earlier one than there is.
    ['out', '07:00:00.000', null, null, 'held'],
    ['out', '07:00:00.000', 'checked-in', '07:10:00.000', 'held'],
    ['out', '07:00:00.000', 'checked-in', '06:10:00.000', 'accepted checked-out'],
    ['out', '05:59:59.999', null, null, 'attendance.too-early'],
    ['out', '10:00:00.001', null, null, 'attendance.too-late'],
    // The earliest way in counts, until minutes were credited.
    ['in', '06:00:00.000', 'checked-in', '06:10:00.000', 'earlier checked-in'],
    ['in', '06:20:00.000', 'checked-in', '06:10:00.000', 'repeated checked-in'],
    ['in', '05:29:59.999', 'checked-in', '06:10:00.000', 'repeated checked-in'],
    ['in', '06:00:00.000', 'computed', '06:10:00.000', 'repeated computed'],
    ['in', '08:00:00.001', null, null, 'attendance.too-late'],
  ] as const)('late, %s at %s from %s with a way in at %s: %s', (direction, time, stored, inAt, expected) => {
    const facts = { direction, at: at(time), shift, signedUp: true, stored };
    expect(words(decideScan({ ...facts, late: true, inAt: inAt === null ? null : at(inAt) }))).toBe(expected);
  });

  it('moves only along the transitions, whatever is scanned in whatever order', () => {
    const scans = fc.array(
      fc.record({
        direction: fc.constantFrom('in' as const, 'out' as const),
        minute: fc.integer({ min: -120, max: 360 }),
      }),
    );
    fc.assert(
      fc.property(scans, (list) => {
        let stored: StoredState | null = null;
        for (const { direction, minute } of list) {
          const verdict = decideScan({
            ...live,
            direction,
            at: at('06:00:00.000') + minute * 60_000,
            shift,
            signedUp: true,
            stored,
          });
          if (verdict.kind === 'accepted') {
            expect(Object.values(TRANSITIONS[stored ?? 'scheduled'])).toContain(verdict.state);
            stored = verdict.state;
          } else if (verdict.kind === 'repeated') expect(verdict.state).toBe(stored);
        }
      }),
    );
  });
});

describe('stateAt', () => {
  it.each([
    [null, '07:59:59.000', 'scheduled'],
    [null, '08:00:01.000', 'absent'],
    ['checked-in', '10:00:00.000', 'checked-in'],
    ['checked-in', '10:00:00.001', 'missing-out'],
    ['checked-out', '23:00:00.000', 'checked-out'],
    ['computed', '23:00:00.000', 'computed'],
  ] as const)('%s at %s is %s', (stored, time, expected) => {
    expect(stateAt(stored, shift, at(time))).toBe(expected);
  });
});
