import { describe, expect, it } from '@jest/globals';
import { evidenceOf, SHARED_DEVICE_PEOPLE, TICK_BURST_PEOPLE, type Trace, wasElsewhere } from './evidence.js';

const at = (seconds: number) =>
  new Date(Date.parse('2026-11-28T06:00:00.000Z') + seconds * 1_000).toISOString();
const trace = (personId: string, given: Partial<Trace> = {}): Trace => ({
  personId,
  actorId: personId,
  direction: 'in',
  method: 'site-code',
  at: at(0),
  late: false,
  deviceHash: null,
  placeOutcome: null,
  ...given,
});
const many = (amount: number, given: (index: number) => Partial<Trace>) =>
  Array.from({ length: amount }, (_, index) => trace(`p${index}`, given(index)));
const flagged = (traces: readonly Trace[]) =>
  [...evidenceOf(traces)].map(([personId, flags]) => `${personId} ${[...flags].join(' ')}`);

describe('evidence', () => {
  it('finds nothing in plain scans', () => {
    expect(flagged(many(20, (index) => ({ deviceHash: `d${index}`, placeOutcome: 'pass' })))).toEqual([]);
  });

  it('marks what came late, and what was scanned far away; who would not say where they were is not marked', () => {
    expect(
      flagged([
        trace('late', { late: true }),
        trace('far', { placeOutcome: 'fail' }),
        trace('quiet', { placeOutcome: 'refused' }),
      ]),
    ).toEqual(['late late-sync', 'far far-away']);
  });

  it('marks a phone that scanned for three, and not for two', () => {
    const one = { deviceHash: 'one' };
    expect(flagged(many(SHARED_DEVICE_PEOPLE - 1, () => one))).toEqual([]);
    expect(flagged(many(SHARED_DEVICE_PEOPLE, () => one))).toEqual([
      'p0 shared-device',
      'p1 shared-device',
      'p2 shared-device',
    ]);
  });

  it("does not mark the staff's own device, nor one volunteer who scans often", () => {
    expect(flagged(many(30, () => ({ deviceHash: 'desk', method: 'staff-scan' })))).toEqual([]);
    expect(flagged([1, 2, 3].map(() => trace('me', { deviceHash: 'mine' })))).toEqual([]);
  });

  it.each([
    ['eight within a minute', TICK_BURST_PEOPLE, 8, TICK_BURST_PEOPLE],
    ['seven within a minute', TICK_BURST_PEOPLE - 1, 1, 0],
    ['eight, ten seconds each', TICK_BURST_PEOPLE, 10, 0],
    ['twelve at once', 12, 0, 12],
  ])('a burst of ticks: %s', (_, amount, secondsApart, marked) => {
    const ticks = many(amount, (index) => ({
      method: 'roster-tick',
      actorId: 'worker',
      at: at(index * secondsApart),
    }));
    expect(flagged(ticks)).toHaveLength(marked);
    expect(flagged(ticks.map((tick, index) => ({ ...tick, actorId: `w${index}` })))).toEqual([]);
  });

  it('knows who was at two places at once', () => {
    const here = { activityId: 'a', inAt: at(0), outAt: at(100) };
    expect(wasElsewhere(here, { activityId: 'b', inAt: at(99), outAt: at(200) })).toBe(true);
    expect(wasElsewhere(here, { activityId: 'b', inAt: at(100), outAt: at(200) })).toBe(false);
    expect(wasElsewhere(here, { activityId: 'a', inAt: at(50), outAt: at(200) })).toBe(false);
  });
});
