import { expect, it } from '@jest/globals';
import { countAnswers } from './answers';

it('counts what was chosen, and says zero for what nobody chose', () => {
  const question = {
    id: 'q',
    kind: 'choices' as const,
    label: '吃什么',
    required: false,
    options: ['米线', '饺子', '面'],
  };
  const sheet = (signupId: string, ...values: string[]) => ({
    signupId,
    displayName: signupId,
    answers: [{ questionId: 'q', label: '吃什么', values }],
    deletedOn: '2026-12-31',
  });
  const text = { ...question, id: 't', kind: 'text' as const, options: [] };
  expect(countAnswers([question, text], [sheet('a', '米线', '面'), sheet('b', '米线')])).toEqual([
    {
      questionId: 'q',
      label: '吃什么',
      counts: [
        { option: '米线', people: 2 },
        { option: '饺子', people: 0 },
        { option: '面', people: 1 },
      ],
    },
  ]);
});
