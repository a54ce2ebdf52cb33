import { describe, expect, it } from '@jest/globals';
import { type DueRecord, isOverdue, noticesOf, oldestOf } from './notices.js';

const TODAY = '2026-12-11';
const due = (id: string, dueOn: string, unitId = 'here'): DueRecord => ({
  id,
  unitId,
  aboveId: 'street',
  dueOn,
});
const daysLeft = (dueOn: string) => (Date.parse(dueOn) - Date.parse(TODAY)) / 86_400_000;
const told = (kind: 'due-soon' | 'overdue', records: DueRecord[]) =>
  noticesOf(kind, records, TODAY, daysLeft).map((notice) => [
    notice.toldId,
    ...notice.records.map(({ id }) => id),
  ]);

describe('art. 11: who hears of records that are due', () => {
  it('is not overdue on the due day', () => {
    expect([isOverdue('2026-12-10', TODAY), isOverdue(TODAY, TODAY)]).toEqual([true, false]);
  });

  const records = [
    due('over', '2026-12-10'),
    due('today', TODAY),
    due('three', '2026-12-14'),
    due('four', '2026-12-15'),
    due('beside', '2026-12-12', 'there'),
    due('beside-over', '2026-12-01', 'there'),
  ];

  it('tells each unit of what is due within three working days, once over not any more', () => {
    expect(told('due-soon', records)).toEqual([
      ['here', 'today', 'three'],
      ['there', 'beside'],
    ]);
  });

  it('tells who is above of what is over, in one message', () => {
    expect(told('overdue', records)).toEqual([['street', 'over', 'beside-over']]);
  });

  it('names the oldest', () => {
    expect(oldestOf(records)).toBe('2026-12-01');
  });
});
