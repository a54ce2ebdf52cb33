import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LATEST_SYNC_MS, lateMoment, MOST_CLOCK_ERROR_MS, NETWORK_MS } from './late-scan.js';

const NOW = Date.parse('2026-11-28T12:00:00.000Z');
const MINUTE = 60_000;

describe('when a late scan was made', () => {
  it('is what the phone says, put right by the difference of the batch', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -MOST_CLOCK_ERROR_MS, max: MOST_CLOCK_ERROR_MS }),
        fc.integer({ min: 0, max: LATEST_SYNC_MS }),
        (ahead, ago) => {
          fc.pre(Math.abs(ahead) > NETWORK_MS);
          const moment = lateMoment({ scannedAt: NOW - ago + ahead, sendsAt: NOW + ahead }, NOW);
          expect(moment).toEqual({ believed: true, at: NOW - ago });
        },
      ),
    );
  });

  it.each([
    [
      'a clock eleven minutes ahead',
      NOW - MINUTE,
      NOW + 11 * MINUTE,
      'attendance.clock-off',
      { minutes: 11 },
    ],
    [
      'a clock an hour behind',
      NOW - 90 * MINUTE,
      NOW - 60 * MINUTE,
      'attendance.clock-off',
      { minutes: -60 },
    ],
    ['three days and a minute', NOW - LATEST_SYNC_MS - MINUTE, NOW, 'attendance.scan-too-old', { hours: 72 }],
  ])('is not believed with %s', (_, scannedAt, sendsAt, code, facts) => {
    expect(lateMoment({ scannedAt, sendsAt }, NOW)).toEqual({ believed: false, code, facts });
  });

  it('is never in the future', () => {
    expect(lateMoment({ scannedAt: NOW + 5 * MINUTE, sendsAt: NOW }, NOW)).toEqual({
      believed: true,
      at: NOW,
    });
  });
});
