import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decideProposal, type Proposal, refusalToAnswer, type Stay } from './decide-way-out.js';

const shift = { startsAt: '2026-11-28T06:00:00.000Z', endsAt: '2026-11-28T08:00:00.000Z' };
const stay = (given: Partial<Stay> = {}): Stay => ({
  personId: 'volunteer',
  state: 'missing-out',
  inAt: '2026-11-28T06:05:00.000Z',
  shift,
  waits: false,
  ...given,
});
const volunteer = { personId: 'volunteer', scopeId: null };
const worker = { personId: 'worker', scopeId: 'community' };

describe('a proposed time of leaving', () => {
  it.each([
    ['within the shift', {}, '2026-11-28T07:30:00.000Z', '2026-11-28T07:30:00.000Z'],
    ['at the way in', {}, '2026-11-28T06:05:00.000Z', '2026-11-28T06:05:00.000Z'],
    ['later than planned', {}, '2026-11-28T11:00:00.000Z', '2026-11-28T08:00:00.000Z'],
    ['before the way in', {}, '2026-11-28T06:04:59.999Z', 'way-out.before-in'],
    ['while the way out is open', { state: 'checked-in' }, '2026-11-28T07:30:00.000Z', 'way-out.not-missing'],
    ['of a stay that is complete', { state: 'computed' }, '2026-11-28T07:30:00.000Z', 'way-out.not-missing'],
    ['of nobody who was there', { state: 'absent' }, '2026-11-28T07:30:00.000Z', 'way-out.not-missing'],
    ['while another waits', { waits: true }, '2026-11-28T07:30:00.000Z', 'way-out.already'],
  ] as const)('%s', (_, given, outAt, expected) => {
    const verdict = decideProposal(stay(given), 'volunteer', volunteer, outAt);
    expect(verdict.kind === 'proposed' ? verdict.outAt : verdict.code).toBe(expected);
  });

  it('is never made by staff about themselves', () => {
    const self = { personId: 'volunteer', scopeId: 'community' };
    expect(decideProposal(stay(), 'staff', self, shift.endsAt)).toMatchObject({ code: 'way-out.own' });
    expect(decideProposal(stay(), 'staff', worker, shift.endsAt).kind).toBe('proposed');
  });

  it('stays between the way in and the planned end, whatever is proposed', () => {
    fc.assert(
      fc.property(fc.integer({ min: -600, max: 600 }), (minutes) => {
        const outAt = new Date(Date.parse(shift.startsAt) + minutes * 60_000).toISOString();
        const verdict = decideProposal(stay(), 'volunteer', volunteer, outAt);
        if (verdict.kind === 'refused') expect(outAt < stay().inAt).toBe(true);
        else expect(verdict.outAt >= stay().inAt && verdict.outAt <= shift.endsAt).toBe(true);
      }),
    );
  });
});

describe('the answer', () => {
  const proposal = (given: Partial<Proposal> = {}): Proposal => ({
    state: 'open',
    side: 'volunteer',
    personId: 'volunteer',
    proposedBy: 'volunteer',
    scopeId: null,
    workingDays: 0,
    patience: 5,
    ...given,
  });
  const byStaff = { side: 'staff', proposedBy: 'worker', scopeId: 'community' } as const;
  const street = { personId: 'street-worker', scopeId: 'street' };

  it.each([
    ["the volunteer's, by staff", {}, worker, null],
    ["the volunteer's, by themselves", {}, volunteer, 'way-out.own'],
    [
      "the volunteer's, by themselves as staff",
      {},
      { personId: 'volunteer', scopeId: 'community' },
      'way-out.own',
    ],
    ["the volunteer's, by a stranger", {}, { personId: 'x', scopeId: null }, 'way-out.not-yours'],
    ["staff's, by the volunteer", byStaff, volunteer, null],
    ["staff's, by whoever proposed it", byStaff, worker, 'way-out.own'],
    [
      "staff's, by a colleague",
      { ...byStaff, workingDays: 9 },
      { personId: 'c', scopeId: 'community' },
      'way-out.not-yours',
    ],
    ["staff's, by another level too soon", { ...byStaff, workingDays: 5 }, street, 'way-out.not-yours'],
    ["staff's, by another level in the end", { ...byStaff, workingDays: 6 }, street, null],
    ['what was answered before', { ...byStaff, state: 'refused' }, volunteer, 'way-out.over'],
  ] as const)('%s: %s', (_, given, actor, expected) => {
    expect(refusalToAnswer(proposal(given), actor)).toBe(expected);
  });

  it('never comes from whoever proposed, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('volunteer' as const, 'staff' as const),
        fc.constantFrom('volunteer', 'worker'),
        fc.option(fc.constantFrom('community', 'street'), { nil: null }),
        fc.nat(50),
        (side, who, scopeId, workingDays) => {
          const asked = proposal({ side, proposedBy: who, workingDays });
          expect(refusalToAnswer(asked, { personId: who, scopeId })).toBe('way-out.own');
        },
      ),
    );
  });
});
