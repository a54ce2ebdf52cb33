import { describe, expect, it } from '@jest/globals';
import { errorsIn, formOf, placesOf, settingOf } from './model';

const before = { on: false, noShows: 3, withinDays: 90, forDays: 30 };
const on = { ...formOf(before), on: true };

describe('the rule about absences', () => {
  it('goes from the contract to the form and back', () => {
    expect(settingOf(on, before)).toEqual({ ...before, on: true });
  });

  it.each([
    ['noShows', '1'],
    ['noShows', ''],
    ['withinDays', '6'],
    ['withinDays', '366'],
    ['forDays', '0'],
    ['forDays', '一个月'],
    ['forDays', '1.5'],
  ] as const)('does not take %s "%s", and says between what', (field, written) => {
    const form = { ...on, [field]: written };
    expect(Object.keys(errorsIn(form))).toEqual([field]);
    expect(settingOf(form, before)).toBeNull();
  });

  it('asks for nothing while it is off, and forgets no number', () => {
    const off = { ...on, on: false, noShows: 'x' };
    expect(errorsIn(off)).toEqual({});
    expect(settingOf(off, before)).toEqual(before);
  });

  it('is not for a campus', () => {
    const place = { organizationId: 'wanxichong', organizationName: '万溪冲', organizationKind: 'community' };
    const worker = { ...place, role: 'worker' } as const;
    const coordinator = { ...worker, role: 'coordinator', organizationKind: 'university' } as const;
    expect(placesOf([worker, coordinator] as Parameters<typeof placesOf>[0])).toEqual([worker]);
  });
});
