import { describe, expect, it } from '@jest/globals';
import { doorWords, namesOf } from './model';

const now = new Date('2026-11-28T05:30:00.000Z');
const opensAt = '2026-11-28T05:00:00.000Z';

describe('a ticket', () => {
  it('names everybody whom it lets in', () => {
    expect(namesOf({ personName: '段丽华', guestNames: ['杨小禾'] })).toBe('段丽华、杨小禾');
  });

  it.each([
    ['the door is open', { seats: 2, admittedSeats: 0, opensAt }, null],
    [
      'too early',
      { seats: 2, admittedSeats: 0, opensAt: '2026-11-28T06:00:00.000Z' },
      '今天 周六 14:00开始入场',
    ],
    ['some are in', { seats: 2, admittedSeats: 1, opensAt }, '已入场1人，共2人'],
    ['all are in', { seats: 2, admittedSeats: 2, opensAt }, '已经入场，祝你玩得开心'],
  ])('%s', (_, ticket, words) => {
    expect(doorWords(ticket, now)?.words ?? null).toBe(words);
  });
});
