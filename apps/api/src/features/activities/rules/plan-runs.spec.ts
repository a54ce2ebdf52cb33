import { describe, expect, it } from '@jest/globals';
import { DEFAULT_TERMS } from '@xiaolin/shared-types/signups/terms';
import fc from 'fast-check';
import { aRun } from '../../../test/activity-builders.js';
import { checkRunning, isMoved, planRuns, type Run, type RunPlan } from './plan-runs.js';

const now = new Date('2026-11-23T02:00:00.000Z');
const standing = (id: string, given: Partial<Run> = {}): Run => ({
  ...aRun(),
  terms: DEFAULT_TERMS,
  ...given,
  id,
});

function planned(from: readonly Run[], to: Parameters<typeof planRuns>[1]): RunPlan {
  const verdict = planRuns(from, to);
  if (!verdict.ok) throw new Error(verdict.why);
  return verdict.plan;
}

describe('planRuns', () => {
  it('changes the terms that are named and differ, and leaves the others', () => {
    const terms = { ...DEFAULT_TERMS, partyLimit: 3 };
    const { terms: _, ...silent } = standing('a');
    expect(planned([standing('a', { terms })], [silent]).changed).toEqual([]);
    expect(planned([standing('a', { terms })], [{ ...silent, terms: { partyLimit: 3 } }]).changed).toEqual(
      [],
    );
    const { changed } = planned([standing('a', { terms })], [{ ...silent, terms: { partyLimit: 2 } }]);
    expect(changed.map(({ change }) => change)).toEqual([{ terms: { partyLimit: 2 } }]);
  });

  it('keeps, changes, adds and removes', () => {
    const plan = planned(
      [standing('kept'), standing('changed'), standing('gone')],
      [standing('kept'), aRun({ capacity: 5 }), standing('changed', { capacity: 30 })],
    );
    expect(plan.added).toEqual([{ index: 1, run: aRun({ capacity: 5 }) }]);
    expect(plan.changed.map(({ id, index, change }) => ({ id, index, change }))).toEqual([
      { id: 'changed', index: 2, change: { capacity: 30 } },
    ]);
    expect(plan.removed.map(({ id }) => id)).toEqual(['gone']);
  });

  it('refuses an occurrence of another activity', () => {
    expect(planRuns([standing('mine')], [standing('theirs')])).toEqual({ ok: false, why: 'unknown' });
  });

  it('refuses the same occurrence twice and says where', () => {
    expect(planRuns([standing('a')], [standing('a'), standing('a')])).toEqual({
      ok: false,
      why: 'repeated',
      index: 1,
    });
  });

  it('leads to what was wanted, whatever stood before', () => {
    const run = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      capacity: fc.integer({ min: 1, max: 3 }),
    });
    const runs = fc.uniqueArray(run, { selector: ({ id }) => id });
    fc.assert(
      fc.property(runs, runs, fc.nat(2), (before, after, fresh) => {
        const from = before.map(({ id, capacity }) => standing(id, { capacity }));
        const known = after.filter(({ id }) => before.some((each) => each.id === id));
        const to = [
          ...known.map(({ id, capacity }) => standing(id, { capacity })),
          ...Array.from({ length: fresh }, () => aRun()),
        ];
        const { added, changed, removed } = planned(from, to);
        const result = from
          .filter(({ id }) => !removed.some((gone) => gone.id === id))
          .map((each) => ({ ...each, ...changed.find(({ id }) => id === each.id)?.change }));
        expect(new Map(result.map((each) => [each.id, each]))).toEqual(
          new Map(to.flatMap((each) => (each.id === undefined ? [] : [[each.id, each]]))),
        );
        expect(added).toHaveLength(fresh);
      }),
    );
  });
});

describe('isMoved', () => {
  it('is about time, not about seats', () => {
    expect(isMoved({ change: { capacity: 3, closesAt: '2026-11-28T04:00:00.000Z' } })).toBe(false);
    expect(isMoved({ change: { startsAt: '2026-11-28T05:00:00.000Z' } })).toBe(true);
    expect(isMoved({ change: { endsAt: '2026-11-28T09:00:00.000Z' } })).toBe(true);
  });
});

describe('checkRunning', () => {
  const past = standing('past', { startsAt: '2026-11-22T00:00:00.000Z', endsAt: '2026-11-22T02:00:00.000Z' });
  const running = standing('running', {
    startsAt: '2026-11-23T01:00:00.000Z',
    endsAt: '2026-11-23T04:00:00.000Z',
  });

  it('leaves what is over alone', () => {
    expect(checkRunning(planned([past, standing('a')], [past]), now)).toEqual({ ok: true });
    expect(checkRunning(planned([past], []), now)).toEqual({ ok: false, why: 'over' });
    expect(checkRunning(planned([past], [{ ...past, capacity: 99 }]), now)).toEqual({
      ok: false,
      why: 'over',
    });
  });

  it('lets a run in progress end later, and have more seats', () => {
    const longer = { ...running, endsAt: '2026-11-23T05:00:00.000Z', capacity: 40 };
    expect(checkRunning(planned([running], [longer]), now)).toEqual({ ok: true });
  });

  it.each([
    [
      'a new run that has begun',
      [],
      [aRun({ startsAt: '2026-11-23T01:00:00.000Z' })],
      'draft.occurrences.0.startsAt',
    ],
    [
      'a start in the past',
      [standing('a')],
      [standing('a', { startsAt: past.startsAt })],
      'draft.occurrences.0.startsAt',
    ],
    [
      'an end in the past',
      [running],
      [{ ...running, endsAt: '2026-11-23T02:00:00.000Z' }],
      'draft.occurrences.0.endsAt',
    ],
  ])('refuses %s, naming the field', (_, before, after, path) => {
    const verdict = checkRunning(planned(before, after), now);
    expect(verdict.ok || verdict.why === 'over' ? [] : verdict.missing.map((each) => each.path)).toEqual([
      path,
    ]);
  });
});
