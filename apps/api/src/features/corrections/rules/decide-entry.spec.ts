import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { refusalOfShift, refusalToDecideEntry, timesFit } from './decide-entry.js';

const shift = { endsAt: '2026-11-20T03:00:00.000Z', calledOff: false, counts: true, recorded: false };
const now = new Date('2026-11-23T02:00:00.000Z');

describe('a shift that may be entered by hand', () => {
  it.each([
    ['over, without a record', shift, null],
    ['unknown', undefined, 'shift.unknown'],
    ['called off', { ...shift, calledOff: true }, 'shift.unknown'],
    ['art. 19: a role that earns nothing', { ...shift, counts: false }, 'entry.not-counted'],
    ['still going on', { ...shift, endsAt: '2026-11-23T02:00:00.001Z' }, 'entry.not-over-yet'],
    ['ninety days ago', { ...shift, endsAt: '2026-08-25T02:00:00.000Z' }, null],
    ['longer ago', { ...shift, endsAt: '2026-08-25T01:59:59.999Z' }, 'entry.too-long-ago'],
    ['recorded already', { ...shift, recorded: true }, 'entry.already'],
  ])('%s', (_, given, refusal) => {
    expect(refusalOfShift(given, now)).toBe(refusal);
  });
});

describe('times by hand', () => {
  const window = { startsAt: '2026-11-20T01:00:00.000Z', endsAt: '2026-11-20T03:00:00.000Z' };
  it.each([
    ['the whole shift', '2026-11-20T01:00:00.000Z', '2026-11-20T03:00:00.000Z', true],
    ['before it', '2026-11-20T00:59:00.000Z', '2026-11-20T03:00:00.000Z', false],
    ['after it', '2026-11-20T01:00:00.000Z', '2026-11-20T03:01:00.000Z', false],
    ['backwards', '2026-11-20T02:00:00.000Z', '2026-11-20T01:30:00.000Z', false],
    ['no time at all', '2026-11-20T02:00:00.000Z', '2026-11-20T02:00:00.000Z', false],
  ])('%s', (_, inAt, outAt, fits) => {
    expect(timesFit({ inAt, outAt }, window)).toBe(fits);
  });
});

describe('who may approve an entry', () => {
  const entry = { status: 'waiting', personId: 'student', authorId: 'worker' } as const;
  it.each([
    ['the unit above', entry, { personId: 'street', inScope: true }, null],
    ['nobody knows it', undefined, { personId: 'street', inScope: true }, 'entry.unknown'],
    ['not the same level', entry, { personId: 'colleague', inScope: false }, 'access.out-of-scope'],
    ['not its author', entry, { personId: 'worker', inScope: true }, 'entry.own-entry'],
    ['not the volunteer', entry, { personId: 'student', inScope: true }, 'hours.own-record'],
    [
      'not twice',
      { ...entry, status: 'approved' },
      { personId: 'street', inScope: true },
      'entry.not-waiting',
    ],
  ] as const)('%s', (_, given, actor, refusal) => {
    for (const to of ['approved', 'rejected'] as const)
      expect(refusalToDecideEntry(given, actor, to)).toBe(refusal);
  });

  it('never its author or the volunteer, whatever they reach', () => {
    fc.assert(
      fc.property(fc.constantFrom('worker', 'student'), fc.boolean(), (personId, inScope) => {
        expect(refusalToDecideEntry(entry, { personId, inScope }, 'approved')).not.toBeNull();
      }),
    );
  });
});
