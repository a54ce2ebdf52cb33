import { describe, expect, it } from '@jest/globals';
import { HOUR_STATUSES } from '@xiaolin/shared-types/hours/schema';
import { refusalToDecide } from './decide-record.js';

const pending = { status: 'pending', personId: 'volunteer', current: true, flagged: false } as const;
const confirming = { to: 'confirmed', together: 1, acknowledgesFlags: false } as const;
const rejecting = { ...confirming, to: 'rejected' } as const;
const worker = { personId: 'worker', inScope: true };

describe('refusalToDecide', () => {
  it('lets a worker of the unit decide a pending record', () => {
    expect(refusalToDecide(pending, worker, confirming)).toBeNull();
    expect(refusalToDecide(pending, worker, rejecting)).toBeNull();
  });

  it.each([
    ['an unknown record', undefined, worker, 'hours.unknown'],
    ["another unit's record", pending, { personId: 'worker', inScope: false }, 'access.out-of-scope'],
    ["another unit's own record", pending, { personId: 'volunteer', inScope: false }, 'access.out-of-scope'],
    ['their own record', pending, { personId: 'volunteer', inScope: true }, 'hours.own-record'],
    ['an older version', { ...pending, current: false }, worker, 'hours.not-pending'],
  ] as const)('refuses %s', (_, record, actor, code) => {
    expect(refusalToDecide(record, actor, confirming)).toBe(code);
  });

  it.each([
    ['in a bulk', { ...confirming, together: 2 }, 'hours.flags-unacknowledged'],
    [
      'in a bulk, flags acknowledged',
      { ...confirming, together: 2, acknowledgesFlags: true },
      'hours.flags-unacknowledged',
    ],
    ['alone, unseen', confirming, 'hours.flags-unacknowledged'],
    ['alone, looked at', { ...confirming, acknowledgesFlags: true }, null],
    ['rejected with others', { ...rejecting, together: 9 }, null],
  ] as const)('confirms what is flagged one by one, after a look: %s', (_, deciding, code) => {
    expect(refusalToDecide({ ...pending, flagged: true }, worker, deciding)).toBe(code);
  });

  it.each(HOUR_STATUSES.filter((status) => status !== 'pending'))('refuses what is %s', (status) => {
    expect(refusalToDecide({ ...pending, status }, worker, confirming)).toBe('hours.not-pending');
    expect(refusalToDecide({ ...pending, status }, worker, rejecting)).toBe('hours.not-pending');
  });
});
