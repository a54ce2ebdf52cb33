import { describe, expect, it } from '@jest/globals';
import { blankForm, draftOf, faultsOf, newRun, type RunForm } from './form';
import { repeatWeekly } from './series';

const now = new Date('2026-11-23T02:22:40.000Z');
const blank = blankForm(
  {
    organizationId: 'wanxichong',
    categoryId: 'health',
    responsibleName: '普春燕',
    responsiblePhone: '0871-1',
  },
  now,
);
const run: RunForm = { ...newRun('n1', now), date: '2026-11-28' };

describe('runs of several weeks', () => {
  it('are repeated weekly from the latest one, until there are as many as wanted', () => {
    const early: RunForm = { ...run, key: 'e', date: '2026-12-01' };
    const late: RunForm = { ...run, key: 'l', date: '2026-12-29', id: 'known' };
    const empty: RunForm = { ...run, key: 'x', date: '' };
    const series = repeatWeekly([late, early, empty], ' 5 ', now);
    expect(series?.map(({ date }) => date)).toEqual([
      '2026-12-29',
      '2027-01-05',
      '2027-01-12',
      '2027-01-19',
      '2026-12-01',
      '',
    ]);
    expect(new Set(series?.map(({ key }) => key)).size).toBe(6);
    expect(series?.filter(({ id }) => id === 'known')).toHaveLength(1);
  });
  it.each(['', '1', '0', '-3', '2.5', '八', '61'])('are not repeated until there are "%s"', (total) =>
    expect(repeatWeekly([run], total, now)).toBeNull(),
  );
  it('are repeated up to what the contract takes, and only from a run with a day', () => {
    const most = repeatWeekly([run], '60', now) ?? [];
    expect(most).toHaveLength(60);
    expect(faultsOf(draftOf({ ...blank, title: '太极班', runs: most }).draft)).toEqual([]);
    expect(repeatWeekly([newRun('n1', now)], '8', now)).toBeNull();
  });
});
