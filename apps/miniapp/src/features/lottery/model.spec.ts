import { describe, expect, it } from '@jest/globals';
import { enteredWords, entryNote, leadWords, numberWords, outcomeWords, replayWords } from './model';

const now = new Date('2026-11-23T02:22:00.000Z');

describe('a lottery in words', () => {
  it('writes numbers in fours', () => {
    expect(numberWords('7f3a9c2104be11d0')).toBe('7F3A 9C21 04BE 11D0');
  });

  it.each([
    [0, 0, '还没有人登记'],
    [3, 3, '已有3人登记'],
    [3, 5, '已有3份登记，一共5人'],
  ])('%s entries of %s people', (entries, people, said) => {
    expect(enteredWords({ entries, people })).toBe(said);
  });

  it('says when it is, that it is on its way, and when it was', () => {
    const drawsAt = '2026-11-24T12:00:00.000Z';
    expect(leadWords({ drawn: null, drawsAt }, now)).toBe('明天 周二 20:00抽签');
    expect(leadWords({ drawn: null, drawsAt }, new Date(drawsAt))).toBe('登记已截止，马上抽签');
    const drawn = { at: drawsAt, seed: '', digest: '', seats: 1, waitlistLimit: 0, pages: 1 };
    expect(leadWords({ drawn, drawsAt }, now)).toBe('明天 周二 20:00抽的签');
  });

  it('says what came of an entry, and why it was passed over', () => {
    const entry = { number: 'a', seats: 2, busy: true, outcome: 'waitlisted' as const };
    expect(outcomeWords(entry)).toEqual({ words: '候补', tone: 'earth' });
    expect(entryNote(entry, 4)).toBe('第4个，2人，同一时间有别的活动');
    expect(entryNote({ ...entry, busy: false }, 1)).toBe('第1个，2人');
  });

  it('says how a replay ended, and whom to ask where it differs', () => {
    expect(replayWords({ same: true }, 37)).toContain('37份');
    expect(replayWords({ same: false, what: 'commitment' }, 37)).toContain('指纹对不上');
    expect(replayWords({ same: false, what: 'entries' }, 37)).toContain('登记号');
    expect(replayWords({ same: false, what: 'list', first: 3 }, 37)).toMatch(/第3个.*主办方/);
  });
});
