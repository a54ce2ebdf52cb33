import { describe, expect, it } from '@jest/globals';
import { type FlagFacts, flagsOf } from './flags.js';

const facts = (given: Partial<FlagFacts>): FlagFacts => ({
  minutes: 120,
  overlapMinutes: 0,
  fullMinutes: 120,
  otherMinutesThatDay: 0,
  ticked: false,
  ...given,
});

describe('flagsOf', () => {
  it.each([
    ['nothing to see', {}, []],
    ['exactly the daily cap', { otherMinutesThatDay: 360 }, []],
    ['a minute over the daily cap', { otherMinutesThatDay: 361 }, ['over-daily-cap']],
    ['an overlap', { overlapMinutes: 1 }, ['overlaps-other-shift']],
    ['a tick', { ticked: true }, ['roster-tick']],
    ['half of it', { minutes: 60 }, []],
    ['less than half', { minutes: 59 }, ['shorter-than-half']],
    ['an agreed way out', { evidence: ['proposed-out'] }, ['proposed-out']],
    ['what was found about the scans', { evidence: ['late-sync'] }, ['late-sync']],
    ['two at once', { minutes: 10, ticked: true }, ['roster-tick', 'shorter-than-half']],
  ] as const)('%s', (_, given, flags) => {
    expect(flagsOf(facts(given))).toEqual(flags);
  });
});
