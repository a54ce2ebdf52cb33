import { describe, expect, it } from '@jest/globals';
import { companionProblem, intentOf, namesOf, nobodyElse, onlyKnown, partyInput, seatsOf } from './party';

const party = { dependantIds: ['b', 'a'], companions: ['杨国荣'] };

describe('who comes along', () => {
  it('takes a seat each, besides the person', () => {
    expect([seatsOf(nobodyElse), seatsOf(party)]).toEqual([1, 4]);
  });

  it('is sent as ids and names', () => {
    expect(partyInput(party)).toEqual({ dependantIds: ['b', 'a'], companions: [{ name: '杨国荣' }] });
  });

  it('is named in one breath', () => {
    expect(
      namesOf('段丽华', party, [
        { id: 'a', name: '小禾' },
        { id: 'c', name: '别人' },
      ]),
    ).toBe('段丽华、小禾、杨国荣');
  });

  it('leaves out whoever was forgotten meanwhile', () => {
    expect(onlyKnown(party, [{ id: 'a' }])).toEqual({ dependantIds: ['a'], companions: ['杨国荣'] });
  });

  it('makes another intent of another party, and the same of the same in another order', () => {
    expect(intentOf('o', party)).toBe(intentOf('o', { ...party, dependantIds: ['a', 'b'] }));
    expect(intentOf('o', party)).not.toBe(intentOf('o', nobodyElse));
    expect(intentOf('o', party)).not.toBe(intentOf('p', party));
  });

  it.each([
    ['', '先写名字'],
    ['  ', '先写名字'],
    ['杨国荣 ', '这个名字已经有了'],
    ['小禾', null],
  ])('%p as a companion: %s', (name, problem) => {
    expect(companionProblem(name, party)).toBe(problem);
  });
});
