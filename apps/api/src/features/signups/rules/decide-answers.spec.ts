import { describe, expect, it } from '@jest/globals';
import type { Question } from '@xiaolin/shared-types/signups/questions';
import fc from 'fast-check';
import { decideAnswers } from './decide-answers.js';

const question = (
  id: string,
  kind: Question['kind'],
  options: string[] = [],
  required = false,
): Question => ({
  id,
  kind,
  label: `问题${id}`,
  required,
  options,
});
const ALL = [
  question('t', 'text'),
  question('n', 'number'),
  question('p', 'phone'),
  question('c', 'choice', ['左', '右']),
  question('m', 'choices', ['米线', '饺子', '都行']),
];
const answer = (questionId: string, ...values: string[]) => ({ questionId, values });
const faults = (questions: readonly Question[], answers: ReturnType<typeof answer>[], must = true) => {
  const decision = decideAnswers(questions, answers, must);
  return decision.kind === 'refused' ? (decision.errors ?? []).map(({ path }) => path) : [];
};

describe('decideAnswers', () => {
  it.each([
    ['a text', answer('t', '不吃辣'), true],
    ['two texts', answer('t', '一', '二'), false],
    ['a number', answer('n', '3.5'), true],
    ['words for a number', answer('n', '三个'), false],
    ['a phone', answer('p', '138 0000 0000'), true],
    ['half a phone', answer('p', '138'), false],
    ['one of the list', answer('c', '左'), true],
    ['two where one is asked', answer('c', '左', '右'), false],
    ['nothing of the list', answer('c', '中'), false],
    ['several of the list', answer('m', '米线', '都行'), true],
    ['one twice', answer('m', '米线', '米线'), false],
    ['one that is not listed', answer('m', '米线', '面'), false],
  ])('%s', (_, given, fits) => {
    expect(faults(ALL, [given])).toEqual(fits ? [] : [`body.answers.${given.questionId}`]);
  });

  it('names every question that must be answered, unless staff write for somebody who is not there', () => {
    const required = ALL.map((each) => ({ ...each, required: true }));
    expect(faults(required, [])).toHaveLength(ALL.length);
    expect(faults(required, [], false)).toEqual([]);
    expect(faults(required, [answer('n', '三个')], false)).toEqual(['body.answers.n']);
  });

  it('passes over what is not asked any more, and keeps the words of the question', () => {
    const decision = decideAnswers(ALL, [answer('gone', '?'), answer('t', '好')], true);
    expect(decision).toEqual({
      kind: 'answers',
      given: [{ questionId: 't', label: '问题t', values: ['好'] }],
    });
  });

  it('takes any choice of what is listed and refuses anything else', () => {
    const options = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(options, fc.nat(), fc.string({ minLength: 9, maxLength: 12 }), (list, at, foreign) => {
        const asked = [question('m', 'choices', list)];
        expect(faults(asked, [answer('m', ...list.slice(at % list.length))])).toEqual([]);
        expect(faults(asked, [answer('m', foreign)])).toEqual(['body.answers.m']);
      }),
    );
  });
});
