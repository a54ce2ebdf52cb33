import { beforeEach, describe, expect, it } from '@jest/globals';
import { onBothEngines } from '../../test/engines.js';
import { TestClock } from '../../test/test-clock.js';
import { insertRows } from '../db/rows.js';
import { Refusal } from '../http/refusal.js';
import { hashBody, type KeyedRequest, once } from './request-answers.js';

describe('hashBody', () => {
  it('is the same for the same request, whatever the order of its keys', () => {
    expect(hashBody('a', { x: 1, y: [{ p: 1, q: 2 }] })).toBe(hashBody('a', { y: [{ q: 2, p: 1 }], x: 1 }));
  });
  it.each([
    ['operation', hashBody('b', { x: 1 })],
    ['value', hashBody('a', { x: 2 })],
    ['type', hashBody('a', { x: '1' })],
    ['nesting', hashBody('a', { x: [1] })],
  ])('differs with the %s', (_, other) => {
    expect(other).not.toBe(hashBody('a', { x: 1 }));
  });
  it('fits its column', () => {
    expect(hashBody('a', {})).toHaveLength(43);
  });
});

onBothEngines('once', (db) => {
  const clock = new TestClock();
  let serial = 0;
  let request: KeyedRequest;
  beforeEach(async () => {
    request = { actorId: 'p-1', requestKey: `key-${(serial += 1)}`, bodyHash: hashBody('add', { n: 1 }) };
    await db().uow.run((tx) => tx.query('DELETE FROM category'));
  });

  const add = (asked: KeyedRequest, id = `c-${Math.random()}`.slice(0, 30)) =>
    once(db().uow, asked, clock, async (tx) => {
      await insertRows(tx, 'category', [{ id, name: 'x', cover: 'arts', sort: 0 }]);
      return { id, note: '第一次' };
    });
  const added = async () => (await db().uow.read((tx) => tx.query('SELECT id FROM category'))).length;
  const code = async (work: Promise<unknown>) =>
    work.then(
      () => 'ok',
      (error: unknown) => (error instanceof Refusal ? error.code : error),
    );

  it('returns the first answer to a retry, and does nothing again', async () => {
    const first = await add(request);
    expect(await add(request)).toEqual(first);
    expect(await added()).toBe(1);
  });

  it('refuses the same key with another body', async () => {
    await add(request);
    expect(await code(add({ ...request, bodyHash: hashBody('add', { n: 2 }) }))).toBe('request.key-reused');
    expect(await added()).toBe(1);
  });

  it("does not mix up two people's keys", async () => {
    await add(request);
    await add({ ...request, actorId: 'p-2' });
    expect(await added()).toBe(2);
  });

  it('does it once when ten retries arrive together', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => add(request)));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await added()).toBe(1);
  });

  it('lets one of two bodies at once win, and refuses the other', async () => {
    const codes = await Promise.all([
      code(add(request)),
      code(add({ ...request, bodyHash: hashBody('add', { n: 2 }) })),
    ]);
    expect(codes.sort()).toEqual(['ok', 'request.key-reused']);
    expect(await added()).toBe(1);
  });

  it('keeps no answer of what was refused: it may be tried again', async () => {
    const refused = once(db().uow, request, clock, () => Promise.reject(new Refusal('signup.full')));
    expect(await code(refused)).toBe('signup.full');
    expect(await code(add(request))).toBe('ok');
  });
});
