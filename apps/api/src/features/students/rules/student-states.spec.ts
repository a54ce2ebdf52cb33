import { describe, expect, it } from '@jest/globals';
import { STUDENT_DECISIONS, STUDENT_STATES } from '@xiaolin/shared-types/students/schema';
import { nextState, refusalToDecide } from './student-states.js';

const SENT = '2026-09-01T00:00:00.000Z';
const waiting = { personId: 'student', state: 'waiting', submittedAt: SENT, numberTaken: false } as const;
const coordinator = { personId: 'coordinator', inScope: true, seen: SENT };

describe('who is verified', () => {
  it('has exactly these ways from state to state', () => {
    const ways = STUDENT_STATES.flatMap((state) =>
      STUDENT_DECISIONS.flatMap((decision) => {
        const next = nextState(state, decision);
        return next === null ? [] : [`${state} ${decision} ${next}`];
      }),
    );
    expect(ways).toEqual([
      'waiting verify verified',
      'waiting reject rejected',
      'verified withdraw withdrawn',
      'rejected verify verified',
      'withdrawn verify verified',
    ]);
  });

  it.each([
    ['nobody', undefined, coordinator, 'student.unknown'],
    ['a student of another campus', waiting, { ...coordinator, inScope: false }, 'access.out-of-scope'],
    ['themselves', waiting, { ...coordinator, personId: 'student' }, 'student.own'],
    ['what they have not seen', waiting, { ...coordinator, seen: null }, 'student.changed-meanwhile'],
    ['a number that is taken', { ...waiting, numberTaken: true }, coordinator, 'student.number-taken'],
    ['who is verified', { ...waiting, state: 'verified' }, coordinator, 'student.wrong-state'],
  ] as const)('refuses to verify %s', (_, student, actor, code) => {
    expect(refusalToDecide(student, actor, 'verify')).toBe(code);
  });

  it('verifies who waits, and rejects a number that is taken', () => {
    expect(refusalToDecide(waiting, coordinator, 'verify')).toBeNull();
    expect(refusalToDecide({ ...waiting, numberTaken: true }, coordinator, 'reject')).toBeNull();
  });
});
