import { expect, it } from '@jest/globals';
import type { SignupView } from '@xiaolin/shared-types/signups/schema';
import { type FailureCode, networkFailure, type Result } from '@/shared/api/failure';
import { createPlaceDesk } from './store';

// Real: the store. Stand-in: the API, which remembers the keys it was given.

const place = { id: 'g', status: 'confirmed' } as SignupView;
const refused = (code: FailureCode): Result<SignupView> => ({
  ok: false,
  problem: { code, facts: { title: '太极班' }, errors: [], instance: 'r' },
});

function given(answers: Result<SignupView>[]) {
  const keys: string[] = [];
  let made = 0;
  const answer = (key: string) => {
    keys.push(key);
    return Promise.resolve(answers.shift() ?? { ok: true as const, value: place });
  };
  const desk = createPlaceDesk({
    take: (_shift, key) => answer(key),
    giveUp: (_signup, key) => answer(key),
    newKey: () => `key-${(made += 1)}`,
  });
  return { desk, keys };
}

it('tries again with the same key after a lost answer', async () => {
  const { desk, keys } = given([{ ok: false, problem: networkFailure('timeout') }]);
  expect(await desk.getState().take('s')).toBeNull();
  expect(await desk.getState().take('s')).toEqual(place);
  expect(keys).toEqual(['key-1', 'key-1']);
});

it('takes a new key once the server has decided', async () => {
  const { desk, keys } = given([refused('signup.clash')]);
  await desk.getState().take('s');
  expect(desk.getState().refusal).toMatchObject({ shiftId: 's', problem: { facts: { title: '太极班' } } });
  await desk.getState().take('s');
  expect([keys, desk.getState().refusal]).toEqual([['key-1', 'key-2'], null]);
});

it('never mixes two intents', async () => {
  const lost: Result<SignupView> = { ok: false, problem: networkFailure('unreachable') };
  const { desk, keys } = given([lost, lost, lost]);
  await desk.getState().take('a');
  await desk.getState().take('b');
  await desk.getState().giveUp('a', 'g', '生病');
  await desk.getState().giveUp('a', 'g', '考试');
  expect(new Set(keys).size).toBe(4);
});

it('ignores a second press while it works', async () => {
  const { desk, keys } = given([]);
  await Promise.all([desk.getState().take('s'), desk.getState().take('s')]);
  expect(keys).toHaveLength(1);
});
