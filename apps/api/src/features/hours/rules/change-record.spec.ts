import { describe, expect, it } from '@jest/globals';
import { HOUR_STATUSES } from '@xiaolin/shared-types/hours/schema';
import { refusalOfEntry, refusalToChange } from './change-record.js';

describe('refusalToChange', () => {
  const record = { status: 'confirmed', personId: 'volunteer', current: true } as const;

  it.each(HOUR_STATUSES)('of a record that is %s', (status) => {
    const may = status === 'confirmed' || status === 'certified';
    for (const to of ['amended', 'voided'] as const)
      expect(refusalToChange({ ...record, status }, 'worker', to)).toBe(may ? null : 'hours.not-amendable');
  });

  it('art. 26: never of the own record, whatever its state', () => {
    for (const status of HOUR_STATUSES)
      expect(refusalToChange({ ...record, status }, 'volunteer', 'voided')).toBe('hours.own-record');
  });

  it('of an old version, and of none', () => {
    expect(refusalToChange({ ...record, current: false }, 'worker', 'amended')).toBe('hours.not-amendable');
    expect(refusalToChange(undefined, 'worker', 'amended')).toBe('hours.unknown');
  });
});

describe('refusalOfEntry', () => {
  const entry = {
    personId: 'volunteer',
    authorId: 'worker',
    approverId: 'street',
    counts: true,
    before: null,
  };

  it('takes one that two others stand for', () => {
    expect(refusalOfEntry(entry)).toBeNull();
  });

  it.each([
    ['the volunteer as author', { authorId: 'volunteer' }, 'hours.own-record'],
    ['the volunteer as approver', { approverId: 'volunteer' }, 'hours.own-record'],
    ['the author as approver', { approverId: 'worker' }, 'hours.same-approver'],
    ['art. 19: what is not volunteering', { counts: false }, 'hours.not-counting'],
  ])('refuses %s', (_, given, code) => {
    expect(refusalOfEntry({ ...entry, ...given })).toBe(code);
  });

  it.each(HOUR_STATUSES)('beside a record that is %s', (before) => {
    const standing = ['pending', 'confirmed', 'certified'].includes(before);
    expect(refusalOfEntry({ ...entry, before })).toBe(standing ? 'hours.already-recorded' : null);
  });
});
