import { describe, expect, it } from '@jest/globals';
import { CORRECTION_STATUSES, VERDICTS } from '@xiaolin/shared-types/corrections/schema';
import fc from 'fast-check';
import {
  type CorrectionFacts,
  effectOf,
  needsOf,
  refusalToDecide,
  refusalToEscalate,
} from './decide-correction.js';

const open: CorrectionFacts = { status: 'open', personId: 'student', repliedBy: null, dueOn: '2026-12-07' };
const escalated: CorrectionFacts = { ...open, status: 'escalated', repliedBy: 'worker' };
const worker = { personId: 'worker', inScope: true };
const street = { personId: 'street', inScope: true };

describe('who may decide about a correction (办法 art. 13)', () => {
  it.each([
    ['the recording unit replies', open, worker, 'reply', null],
    ['nobody knows it', undefined, worker, 'reply', 'correction.unknown'],
    ['not from beside', open, { ...worker, inScope: false }, 'reply', 'access.out-of-scope'],
    ['not the volunteer', open, { ...worker, personId: 'student' }, 'reply', 'hours.own-record'],
    ['not above before it was asked', open, street, 'decision', 'correction.not-waiting'],
    ['not twice', { ...open, status: 'accepted' }, worker, 'reply', 'correction.not-waiting'],
    ['not below once it is above', escalated, worker, 'reply', 'correction.not-waiting'],
    ['the unit above decides', escalated, street, 'decision', null],
    ['not whoever decided below', escalated, worker, 'decision', 'correction.same-person'],
    [
      'not the volunteer above either',
      escalated,
      { ...street, personId: 'student' },
      'decision',
      'hours.own-record',
    ],
    ['what is final stays', { ...escalated, status: 'final' }, street, 'decision', 'correction.not-waiting'],
  ] as const)('%s', (_, correction, actor, level, refusal) => {
    for (const verdict of VERDICTS) expect(refusalToDecide(correction, actor, level, verdict)).toBe(refusal);
  });

  it('never the volunteer, and never one person at both levels, in any state', () => {
    const people = ['a', 'b', 'c'] as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...CORRECTION_STATUSES),
        fc.constantFrom(...people),
        fc.constantFrom(...people, null),
        fc.constantFrom(...people),
        fc.constantFrom('reply', 'decision'),
        fc.constantFrom(...VERDICTS),
        (status, personId, repliedBy, actor, level, verdict) => {
          const facts = { status, personId, repliedBy, dueOn: null };
          const refusal = refusalToDecide(facts, { personId: actor, inScope: true }, level, verdict);
          if (actor === personId) expect(refusal).not.toBeNull();
          if (level === 'decision' && actor === repliedBy) expect(refusal).not.toBeNull();
        },
      ),
    );
  });
});

describe('asking the unit above', () => {
  const rejected: CorrectionFacts = { ...open, status: 'rejected', repliedBy: 'worker' };
  it.each([
    ['on the last day', rejected, 'student', '2026-12-07', null],
    ['a day late', rejected, 'student', '2026-12-08', 'correction.appeal-over'],
    ["somebody else's", rejected, 'worker', '2026-12-01', 'correction.unknown'],
    ['before there is an answer', open, 'student', '2026-12-01', 'correction.not-rejected'],
    ['a second time', escalated, 'student', '2026-12-01', 'correction.not-rejected'],
    [
      'after it is final',
      { ...escalated, status: 'final' },
      'student',
      '2026-12-01',
      'correction.not-rejected',
    ],
    ['nothing', undefined, 'student', '2026-12-01', 'correction.unknown'],
  ] as const)('%s', (_, correction, personId, today, refusal) => {
    expect(refusalToEscalate(correction, personId, today)).toBe(refusal);
  });
});

describe('what accepting does', () => {
  const record = { status: 'confirmed', minutes: 60 } as const;
  it.each([
    ['other minutes', 'minutes', record, 90, 'amend', 'minutes'],
    ['the same minutes: the name was wrong', 'details', record, 60, 'none', 'minutes'],
    ['somebody else was there', 'not-me', record, null, 'void', 'nothing'],
    ['before it was confirmed', 'minutes', { ...record, status: 'pending' }, 60, 'amend', 'minutes'],
    [
      'a record that was turned down counts after all',
      'other',
      { ...record, status: 'rejected' },
      60,
      'enter',
      'times',
    ],
    [
      'somebody else was there, and it counts for nothing anyway',
      'not-me',
      { ...record, status: 'voided' },
      null,
      'none',
      'nothing',
    ],
    ['there was none', 'missing', null, 60, 'enter', 'times'],
  ] as const)('%s', (_, wrong, given, minutes, effect, needs) => {
    expect([effectOf(wrong, given, minutes), needsOf(wrong, given)]).toEqual([effect, needs]);
  });
});
