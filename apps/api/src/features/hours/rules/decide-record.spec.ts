import { describe, expect, it } from '@jest/globals';
import { HOUR_STATUSES } from '@xiaolin/shared-types/hours/schema';
import { refusalToDecide } from './decide-record.js';

const pending = { status: 'pending', personId: 'volunteer', current: true } as const;
const worker = { personId: 'worker', inScope: true };

describe('refusalToDecide', () => {
  it('lets a worker of the unit decide a pending record', () => {
    expect(refusalToDecide(pending, worker, 'confirmed')).toBeNull();
    expect(refusalToDecide(pending, worker, 'rejected')).toBeNull();
  });

  it.each([
    ['an unknown record', undefined, worker, 'hours.unknown'],
    ["another unit's record", pending, { personId: 'worker', inScope: false }, 'access.out-of-scope'],
    ["another unit's own record", pending, { personId: 'volunteer', inScope: false }, 'access.out-of-scope'],
    ['their own record', pending, { personId: 'volunteer', inScope: true }, 'hours.own-record'],
    ['an older version', { ...pending, current: false }, worker, 'hours.not-pending'],
  ] as const)('refuses %s', (_, record, actor, code) => {
    expect(refusalToDecide(record, actor, 'confirmed')).toBe(code);
  });

  it.each(HOUR_STATUSES.filter((status) => status !== 'pending'))('refuses what is %s', (status) => {
    expect(refusalToDecide({ ...pending, status }, worker, 'confirmed')).toBe('hours.not-pending');
    expect(refusalToDecide({ ...pending, status }, worker, 'rejected')).toBe('hours.not-pending');
  });
});
