import { expect, it } from '@jest/globals';
import { filtersFor, noteOf, stateOf } from './model';

it.each([
  ['confirmed', null, '已报名', 'ok'],
  ['waitlisted', 0, '候补第1位', 'earth'],
  ['waitlisted', null, '候补', 'earth'],
  ['offered', null, '名额留着，等确认', 'earth'],
  ['pending-review', null, '等审核', 'earth'],
  ['rejected', null, '没有通过', 'void'],
  ['in-draw', null, '等抽签', 'earth'],
  ['not-drawn', null, '没抽中', 'void'],
  ['attended', null, '已到场', 'ok'],
  ['no-show', null, '没有到场', 'warm'],
  ['cancelled', null, '已取消', 'void'],
  ['cancelled-late', null, '临时取消', 'warm'],
  ['cancelled-by-organiser', null, '主办方取消', 'void'],
] as const)('%s with %s ahead reads %s', (status, ahead, words, tone) => {
  expect(stateOf({ status, ahead })).toEqual({ words, tone });
});

it('asks for applications only where the organiser decides', () => {
  expect(filtersFor('approval')).toContain('pending-review');
  expect(filtersFor('lottery')).toEqual([
    'all',
    'in-draw',
    'confirmed',
    'waitlisted',
    'not-drawn',
    'cancelled',
  ]);
  expect(filtersFor('first-come')).toEqual(['all', 'confirmed', 'waitlisted', 'cancelled']);
});

it('names who comes along', () => {
  const guests = [
    { name: '杨国荣', kind: 'elder' as const },
    { name: '杨小宝', kind: 'child' as const },
  ];
  expect(noteOf({ maskedPhone: '*2047', guests })).toBe('*2047，同行杨国荣、杨小宝');
  expect(noteOf({ maskedPhone: null, guests: [] })).toBe('没留电话');
});
