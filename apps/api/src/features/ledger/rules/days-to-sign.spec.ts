import { describe, expect, it } from '@jest/globals';
import { daysToSign } from './days-to-sign.js';

describe('daysToSign', () => {
  /** 23:30 on 23 November in the district. */
  const first = '2026-11-23T15:30:00.000Z';

  it.each([
    ['not before the day is over', null, '2026-11-23T15:59:59.999Z', []],
    ['nor in the minutes in which clocks differ', null, '2026-11-23T16:09:59.999Z', []],
    ['once it is', null, '2026-11-23T16:10:00.000Z', ['2026-11-23']],
    ['not twice', '2026-11-23', '2026-11-24T15:00:00.000Z', []],
    ['what was missed', '2026-11-23', '2026-11-26T17:00:00.000Z', ['2026-11-24', '2026-11-25', '2026-11-26']],
    ['from the first entry on', null, '2026-11-25T17:00:00.000Z', ['2026-11-23', '2026-11-24', '2026-11-25']],
    ['across a new year', '2026-12-30', '2027-01-01T17:00:00.000Z', ['2026-12-31', '2027-01-01']],
  ])('%s', (_, lastSigned, now, days) => {
    expect(daysToSign(first, lastSigned, new Date(now))).toEqual(days);
  });
});
