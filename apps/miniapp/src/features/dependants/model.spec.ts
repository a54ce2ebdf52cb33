import { describe, expect, it } from '@jest/globals';
import { formOf, kindChoices, mendsOf } from './model';

describe('somebody whom I sign up', () => {
  it('starts empty, with nothing answered in advance', () => {
    expect(formOf(null)).toEqual({ of: null, name: '', kind: null, birthYear: '' });
    expect(Object.keys(mendsOf(formOf(null)))).toEqual(['name', 'kind']);
  });

  it('starts with what is there when it is changed', () => {
    const of = { id: 'd', name: '小禾', kind: 'child', birthYear: null } as const;
    expect(formOf(of)).toEqual({ of, name: '小禾', kind: 'child', birthYear: '' });
    expect(mendsOf(formOf(of))).toEqual({});
    expect(mendsOf({ ...formOf(of), name: '  ' })).toEqual({ name: '请填名字' });
  });

  it('is a child, an elder or a neighbour, and a child is signed up by a guardian', () => {
    expect(kindChoices.map(({ title }) => title)).toEqual(['孩子', '老人', '邻居']);
    expect(kindChoices[0]).toHaveProperty('note');
  });
});
