import { describe, expect, it } from '@jest/globals';
import { EVERYONE } from '@xiaolin/shared-types/signups/audience';
import { Question } from '@xiaolin/shared-types/signups/questions';
import { addQuestion, audienceForm, audienceOf, isWorded, questionForm, questionOf } from './who-form';

describe('who may come', () => {
  it('comes back from the fields as it went in', () => {
    const audience = { ...EVERYONE, communityIds: ['wanxichong'], minAge: 6, householdLimit: 3 };
    expect(audienceOf(audienceForm(audience))).toEqual(audience);
    expect(audienceOf(audienceForm())).toEqual(EVERYONE);
  });

  it('makes a number that is none into one that the contract refuses', () => {
    expect(audienceOf({ ...audienceForm(), minAge: '六岁' }).minAge).toBeNaN();
  });
});

describe('questions', () => {
  const question = {
    id: 'q1',
    kind: 'choice' as const,
    label: '吃什么？',
    required: true,
    options: ['米线', '饺子'],
  };

  it('come back from the fields as they went in, blank lines left out', () => {
    const form = questionForm(question);
    expect(questionOf({ ...form, options: `${form.options}\n\n  ` })).toEqual(question);
  });

  it('lose their options with the kind that needed them, so that the contract takes them', () => {
    const changed = questionOf({ ...questionForm(question), kind: 'text' });
    expect(Question['~standard'].validate(changed)).toHaveProperty('value');
  });

  it('are not asked before somebody words them, and get ids of their own', () => {
    const blank = { kind: 'text' as const, label: '', required: false, options: '' };
    const two = addQuestion(addQuestion([], blank), { ...blank, label: '几个人？' });
    expect(two.map(({ id }) => id)).toEqual(['q1', 'q2']);
    expect(two.filter(isWorded).map(({ id }) => id)).toEqual(['q2']);
    expect(addQuestion(two.slice(1), blank).map(({ id }) => id)).toEqual(['q2', 'q3']);
  });
});
