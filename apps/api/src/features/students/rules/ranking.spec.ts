import { describe, expect, it } from '@jest/globals';
import { type Candidate, daysOf, LEAST_IN_RANKING, maskedName, MOST_SHOWN, rank } from './ranking.js';

const agreed = (personId: string, minutes: number): Candidate => ({
  personId,
  name: '杨思远',
  minutes,
  shownName: 'masked',
});
const silent = (personId: string, minutes: number): Candidate => ({
  ...agreed(personId, minutes),
  shownName: null,
});
const crowd = (amount: number) => Array.from({ length: amount }, (_, at) => agreed(`p${at}`, 1_000 - at));

describe('art. 16: the ranking', () => {
  it('shows nobody who did not agree, and says how many they are', () => {
    const { items, notShown } = rank([...crowd(5), silent('quiet', 5_000), silent('idle', 0)], 'quiet');
    expect(items.map(({ personId }) => personId)).toEqual(['p0', 'p1', 'p2', 'p3', 'p4']);
    expect(notShown).toBe(1);
  });

  it('is not shown at all with too few, however many stay silent', () => {
    expect(rank([...crowd(LEAST_IN_RANKING - 1), silent('a', 9), silent('b', 9)], 'p0')).toEqual({
      state: 'too-few',
      notShown: 0,
      items: [],
    });
    expect(rank([...crowd(LEAST_IN_RANKING - 1), agreed('nothing', 0)], 'p0').state).toBe('too-few');
  });

  it('gives equal minutes one rank and leaves out the next', () => {
    const { items } = rank(
      [agreed('a', 60), agreed('b', 90), agreed('c', 60), agreed('d', 30), agreed('e', 60)],
      'a',
    );
    expect(items.map((item) => [item.personId, item.rank])).toEqual([
      ['b', 1],
      ['a', 2],
      ['c', 2],
      ['e', 2],
      ['d', 5],
    ]);
  });

  it('masks names unless somebody chose otherwise', () => {
    const full = { ...agreed('full', 5_000), shownName: 'full' as const };
    expect(rank([...crowd(5), full], 'p0').items.map(({ name }) => name)).toEqual([
      '杨思远',
      ...Array<string>(5).fill('杨＊＊'),
    ]);
    expect([maskedName('杨'), maskedName('𠮷田三郎'), maskedName('')]).toEqual(['杨＊＊', '𠮷＊＊', '＊＊']);
  });

  it('is cut, but never before whoever looks', () => {
    const many = crowd(MOST_SHOWN + 20);
    expect(rank(many, 'nobody').items).toHaveLength(MOST_SHOWN);
    expect(rank(many, `p${MOST_SHOWN + 10}`).items.at(-1)).toMatchObject({ rank: MOST_SHOWN + 11 });
  });

  it.each([
    ['month', '2026-11-25', '2026-11-01', '2026-11-30'],
    ['month', '2028-02-29', '2028-02-01', '2028-02-29'],
    ['month', '2026-12-31', '2026-12-01', '2026-12-31'],
    ['year', '2026-11-25', '2026-01-01', '2026-12-31'],
  ] as const)('takes the %s of %s from %s to %s', (period, today, from, to) => {
    expect(daysOf(period, today)).toEqual({ from, to });
  });
});
