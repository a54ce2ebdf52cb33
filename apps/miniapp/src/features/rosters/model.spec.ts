import { expect, it } from '@jest/globals';
import { stateOf } from './model';

it.each([
  ['confirmed', null, '已报名', 'ok'],
  ['waitlisted', 0, '候补第1位', 'earth'],
  ['waitlisted', null, '候补', 'earth'],
  ['offered', null, '名额留着，等确认', 'earth'],
  ['pending-review', null, '等审核', 'earth'],
  ['rejected', null, '没有通过', 'void'],
  ['attended', null, '已到场', 'ok'],
  ['no-show', null, '没有到场', 'warm'],
  ['cancelled', null, '已取消', 'void'],
  ['cancelled-late', null, '临时取消', 'warm'],
  ['cancelled-by-organiser', null, '主办方取消', 'void'],
] as const)('%s with %s ahead reads %s', (status, ahead, words, tone) => {
  expect(stateOf({ status, ahead })).toEqual({ words, tone });
});
