import { describe, expect, it } from '@jest/globals';
import type { BatchedResult, ScanOutcome } from '@xiaolin/shared-types/attendance/schema';
import { type FailureCode, networkFailure, type Result } from '@/shared/api/failure';
import type { ProblemCode } from '@xiaolin/shared-types/contract/problem';
import type { TextStorage } from '@/shared/platform/storage';
import { createScanQueue, type QueuedScan, readSavedScans, scanQueueKey } from './scan-queue';

// Real: the store with its persistence. Stand-in: the device's storage (a Map) and the way to the server.

function memory(full = false): TextStorage & { readonly data: Map<string, string> } {
  const data = new Map<string, string>();
  return {
    data,
    getItem: (key) => data.get(key) ?? null,
    setItem: (key, value) => {
      if (!full) data.set(key, value);
    },
    removeItem: (key) => void data.delete(key),
  };
}

const outcome = { eventId: 'e', direction: 'in' } as ScanOutcome;
const recorded: Result<ScanOutcome> = { ok: true, value: outcome };
const refused = (code: FailureCode): Result<ScanOutcome> => ({
  ok: false,
  problem: { code, facts: {}, errors: [], instance: 'r-1' },
});
const networkProblem = { ok: false, problem: networkFailure('unreachable') } as const;
const offline: Result<ScanOutcome> = networkProblem;

type Answer = Result<ScanOutcome>;
const resultOf = (requestKey: string, answer: Answer): BatchedResult =>
  answer.ok
    ? { kind: 'recorded', requestKey, outcome: answer.value }
    : { kind: 'refused', requestKey, code: answer.problem.code as ProblemCode, facts: {} };
/** What no single scan is refused with: the whole batch comes back with it. */
const ofTheWhole = (answer: Answer): boolean =>
  !answer.ok && /^(network|server|session)\./.test(answer.problem.code);

function given(storage = memory(), answers: Answer[] = []) {
  const sent: QueuedScan[] = [];
  const batches: number[] = [];
  let keys = storage.data.size > 0 ? 100 : 0;
  const store = createScanQueue({
    storage,
    clock: () => new Date('2026-11-28T05:54:20.000Z'),
    newKey: () => `key-${(keys += 1)}`,
    send: (batch) => {
      sent.push(...batch);
      batches.push(batch.length);
      const own = batch.map(({ key }) => ({ key, answer: answers.shift() ?? recorded }));
      const whole = own.find(({ answer }) => ofTheWhole(answer))?.answer;
      return Promise.resolve(
        whole?.ok === false
          ? whole
          : { ok: true, value: own.map(({ key, answer }) => resultOf(key, answer)) },
      );
    },
  });
  const scan = (code: string, personId = 'me') =>
    store.getState().add({ personId, code, shiftId: 's-1', about: null });
  const ends = () => store.getState().items.map(({ code, end }) => [code, end?.kind ?? 'waiting']);
  return {
    store,
    storage,
    sent,
    batches,
    scan,
    ends,
    drain: (personId = 'me') => store.getState().drain(personId),
  };
}

describe('the scan queue', () => {
  it('has written a scan down before it is sent', () => {
    const { scan, storage, sent } = given();
    expect(scan('CODE-1')).toEqual({ key: 'key-1', kept: true });
    expect(storage.data.get(scanQueueKey)).toContain('CODE-1');
    expect(sent).toEqual([]);
  });

  it('says so when the device stores nothing', () => {
    expect(given(memory(true)).scan('CODE-1').kept).toBe(false);
  });

  it('survives a restart, and sends with the same key', async () => {
    const before = given(memory(), [offline]);
    before.scan('CODE-1');
    await before.drain();
    const after = given(before.storage);
    await after.drain();
    expect(after.sent.map(({ key, deviceTime }) => [key, deviceTime])).toEqual([
      ['key-1', '2026-11-28T05:54:20.000Z'],
    ]);
    expect(after.ends()).toEqual([['CODE-1', 'recorded']]);
    await after.drain();
    expect(after.sent).toHaveLength(1);
  });

  it('takes the same code once, also after it was recorded', async () => {
    const { scan, drain, sent } = given();
    expect([scan('CODE-1').key, scan('CODE-1').key]).toEqual(['key-1', 'key-1']);
    await drain();
    expect(scan('CODE-1').key).toBe('key-1');
    await drain();
    expect(sent).toHaveLength(1);
  });

  it('takes a refused code again: the reason may be gone', async () => {
    const { scan, drain, sent } = given(memory(), [refused('attendance.not-signed-up')]);
    scan('CODE-1');
    await drain();
    expect(scan('CODE-1').key).toBe('key-2');
    await drain();
    expect(sent.map(({ key }) => key)).toEqual(['key-1', 'key-2']);
  });

  it('sends what waits in one batch, oldest first, and again as a whole', async () => {
    const { scan, drain, sent, batches, ends } = given(memory(), [offline, offline]);
    scan('IN');
    scan('OUT');
    await drain();
    await drain();
    expect(sent.map(({ code }) => code)).toEqual(['IN', 'OUT', 'IN', 'OUT']);
    expect(batches).toEqual([2, 2]);
    expect(ends()).toEqual([
      ['IN', 'recorded'],
      ['OUT', 'recorded'],
    ]);
  });

  it('sends a hundred at a time', async () => {
    const { scan, drain, batches } = given();
    for (let at = 0; at < 230; at += 1) scan(`CODE-${at}`);
    await drain();
    expect(batches).toEqual([100, 100, 30]);
  });

  it('lets each scan of a batch end by itself; one that the server is too busy for waits on', async () => {
    const { scan, drain, ends } = given(memory(), [
      recorded,
      refused('attendance.code-expired'),
      refused('signup.line-busy'),
    ]);
    for (const code of ['A', 'B', 'C']) scan(code);
    await drain();
    expect(ends()).toEqual([
      ['A', 'recorded'],
      ['B', 'refused'],
      ['C', 'waiting'],
    ]);
    await drain();
    expect(ends()[2]).toEqual(['C', 'recorded']);
  });

  it('is not held up by one that the server cannot even read', async () => {
    const storage = memory();
    const bad = 'BAD';
    const store = createScanQueue({
      storage,
      clock: () => new Date('2026-11-28T05:54:20.000Z'),
      newKey: () => `key-${Math.random()}`,
      send: (batch) =>
        Promise.resolve(
          batch.some(({ code }) => code === bad)
            ? { ok: false, problem: { code: 'request.invalid', facts: {}, errors: [], instance: null } }
            : { ok: true, value: batch.map(({ key }) => resultOf(key, recorded)) },
        ),
    });
    for (const code of ['A', bad, 'C'])
      store.getState().add({ personId: 'me', code, shiftId: null, about: null });
    await store.getState().drain('me');
    expect(store.getState().items.map(({ end }) => end?.kind)).toEqual(['recorded', 'refused', 'recorded']);
  });

  it.each(['network.timeout', 'server.not-ready', 'signup.line-busy', 'session.expired'] as const)(
    'keeps a scan through %s',
    async (code) => {
      const { scan, drain, ends } = given(memory(), [refused(code)]);
      scan('CODE-1');
      await drain();
      expect(ends()).toEqual([['CODE-1', 'waiting']]);
    },
  );

  it.each(['attendance.code-expired', 'attendance.too-late', 'request.key-reused'] as const)(
    'gives up on %s, remembers why, and goes on with the next',
    async (code) => {
      const { store, scan, drain, ends } = given(memory(), [refused(code)]);
      scan('CODE-1');
      scan('CODE-2');
      await drain();
      expect(ends()).toEqual([
        ['CODE-1', 'refused'],
        ['CODE-2', 'recorded'],
      ]);
      expect(store.getState().items[0]?.end).toMatchObject({ code });
    },
  );

  it('sends nothing of somebody else who used the same phone', async () => {
    const { scan, drain, sent } = given();
    scan('MINE');
    scan('THEIRS', 'somebody');
    await drain('me');
    expect(sent.map(({ code }) => code)).toEqual(['MINE']);
  });

  it('runs once at a time', async () => {
    const { scan, drain, sent } = given();
    scan('CODE-1');
    await Promise.all([drain(), drain(), drain()]);
    expect(sent).toHaveLength(1);
  });

  it('drops only old ends that were seen', async () => {
    const { store, scan, drain } = given();
    for (let at = 0; at < 30; at += 1) scan(`CODE-${at}`);
    await drain();
    store.getState().items.forEach(({ key }) => store.getState().markSeen(key));
    scan('NEW');
    expect(store.getState().items).toHaveLength(21);
    expect(store.getState().items.at(-1)?.code).toBe('NEW');
  });
});

describe('a server that is killed, and a phone that is closed', () => {
  // Stand-in: a server that does each key once, as the desk does, and may die before or after it wrote.
  type Fate = 'dies-before' | 'dies-after' | 'answers';

  async function drainThrough(fates: Fate[], scans: number) {
    const storage = memory();
    const done: string[] = [];
    const open = (firstKey: number) => {
      let keys = firstKey;
      return createScanQueue({
        storage,
        clock: () => new Date('2026-11-28T05:54:20.000Z'),
        newKey: () => `key-${(keys += 1)}`,
        send: (batch) => {
          const fate = fates.shift() ?? 'answers';
          for (const { key } of batch) if (fate !== 'dies-before' && !done.includes(key)) done.push(key);
          return Promise.resolve(
            fate === 'answers'
              ? { ok: true, value: batch.map(({ key }) => resultOf(key, recorded)) }
              : networkProblem,
          );
        },
      });
    };
    const first = open(0);
    for (let at = 0; at < scans; at += 1)
      first.getState().add({ personId: 'me', code: `CODE-${at}`, shiftId: 's-1', about: null });
    let phone = first;
    // Closed and opened again after every failure: only what was written down is left.
    for (let launches = 0; launches < 100; launches += 1) {
      await phone.getState().drain('me');
      if (phone.getState().items.every(({ end }) => end !== null)) break;
      phone = open(1_000 * (launches + 1));
    }
    return { done, ends: phone.getState().items.map(({ end }) => end?.kind) };
  }

  const fateOf = (seed: number, at: number): Fate =>
    (['answers', 'dies-before', 'dies-after'] as const)[(seed * 31 + at * at * 7 + at * seed) % 3] ??
    'answers';

  it.each(Array.from({ length: 50 }, (_, seed) => seed))(
    'loses nothing, doubles nothing, and keeps the order (%i)',
    async (seed) => {
      const scans = 12;
      const fates = Array.from({ length: 30 }, (_, at) => fateOf(seed, at));
      const { done, ends } = await drainThrough(fates, scans);
      expect(done).toEqual(Array.from({ length: scans }, (_, at) => `key-${at + 1}`));
      expect(ends).toEqual(Array.from({ length: scans }, () => 'recorded'));
    },
  );
});

describe('what an earlier version saved', () => {
  it('keeps every scan that can still be sent, and nothing else', () => {
    const scan = { key: 'k', personId: 'me', code: 'C', deviceTime: '2026-11-28T05:54:20.000Z' };
    expect(readSavedScans({ items: [scan, { code: 'no key' }, null] })).toEqual([
      { ...scan, shiftId: null, about: null, place: null, end: null, seen: false },
    ]);
    expect(readSavedScans(null)).toEqual([]);
  });
});
