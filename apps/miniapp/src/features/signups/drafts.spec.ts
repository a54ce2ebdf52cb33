import { describe, expect, it } from '@jest/globals';
import type { TextStorage } from '@/shared/platform/storage';
import { createSignupDrafts, draftKey, emptyDraft, readDraft } from './drafts';

function memory(): TextStorage & { readonly data: Map<string, string> } {
  const data = new Map<string, string>();
  return {
    data,
    getItem: (key) => data.get(key) ?? null,
    setItem: (key, value) => void data.set(key, value),
    removeItem: (key) => void data.delete(key),
  };
}

const counting = () => {
  let last = 0;
  return () => `key-${(last += 1)}`;
};

describe('a sign-up that is not sent yet', () => {
  it('survives a restart', () => {
    const storage = memory();
    createSignupDrafts(storage, counting()).save('a', { ...emptyDraft, occurrenceId: 'o', name: '段丽华' });
    expect(createSignupDrafts(storage, counting()).read('a')).toMatchObject({
      occurrenceId: 'o',
      name: '段丽华',
    });
  });

  it('keeps who comes along, and nothing that is not a name', () => {
    const text = '{"party":{"dependantIds":["d",3],"companions":["杨国荣",null]}}';
    expect(readDraft(text).party).toEqual({ dependantIds: ['d'], companions: ['杨国荣'] });
  });

  it('keeps its key over retries and a restart, and takes a new one for another occurrence', () => {
    const storage = memory();
    const newKey = counting();
    const drafts = createSignupDrafts(storage, newKey);
    expect(drafts.keyFor('a', 'o1')).toBe('key-1');
    expect(drafts.keyFor('a', 'o1')).toBe('key-1');
    expect(createSignupDrafts(storage, newKey).keyFor('a', 'o1')).toBe('key-1');
    expect(drafts.keyFor('a', 'o2')).toBe('key-2');
  });

  it('takes a new key after a final refusal, and keeps what was filled in', () => {
    const drafts = createSignupDrafts(memory(), counting());
    drafts.save('a', { ...emptyDraft, occurrenceId: 'o1' });
    drafts.keyFor('a', 'o1');
    drafts.forgetKey('a');
    expect(drafts.keyFor('a', 'o1')).toBe('key-2');
    expect(drafts.read('a').occurrenceId).toBe('o1');
  });

  it('is gone after it was sent', () => {
    const storage = memory();
    const drafts = createSignupDrafts(storage, counting());
    drafts.keyFor('a', 'o1');
    drafts.drop('a');
    expect(storage.data.has(draftKey('a'))).toBe(false);
  });

  it.each([null, '', 'nonsense', '[]', 'null', '{"key":{"value":3}}'])('reads %p as nothing', (text) => {
    expect(readDraft(text)).toEqual(emptyDraft);
  });

  it('never holds the consent', () => {
    expect(Object.keys(readDraft('{"agreed":true,"consent":true}'))).toEqual([
      'occurrenceId',
      'name',
      'party',
      'answers',
      'key',
    ]);
  });
});
