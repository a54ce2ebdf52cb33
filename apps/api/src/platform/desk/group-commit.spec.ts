import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DeskBusy, GroupCommitDesk } from './group-commit.js';

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A desk whose flushes are recorded; `bad` requests fail every batch that holds one. */
function aDesk(bad: ReadonlySet<number> = new Set(), longestQueue?: number) {
  const batches: { key: string; batch: readonly number[] }[] = [];
  const desk = new GroupCommitDesk<number, number>(async (key, batch) => {
    batches.push({ key, batch });
    await turn();
    if (batch.some((each) => bad.has(each))) throw new Error('a bad one');
    return batch.map((each) => each * 10);
  }, longestQueue);
  return { desk, batches };
}

describe('GroupCommitDesk', () => {
  it('puts what arrives together, and what arrives meanwhile, into one batch each', async () => {
    const { desk, batches } = aDesk();
    const first = [1, 2, 3].map((each) => desk.submit('a', each));
    await turn();
    const second = [4, 5].map((each) => desk.submit('a', each));
    expect(await Promise.all([...first, ...second])).toEqual([10, 20, 30, 40, 50]);
    expect(batches.map(({ batch }) => batch)).toEqual([
      [1, 2, 3],
      [4, 5],
    ]);
    expect(desk.counts).toEqual({ batches: 2, requests: 5 });
  });

  it('keeps arrival order and answers everybody, however they come', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ key: fc.constantFrom('a', 'b'), pause: fc.boolean() }), { maxLength: 40 }),
        async (arrivals) => {
          const { desk, batches } = aDesk();
          const answers: Promise<number>[] = [];
          for (const [at, { key, pause }] of arrivals.entries()) {
            answers.push(desk.submit(key, at));
            if (pause) await turn();
          }
          expect(await Promise.all(answers)).toEqual(arrivals.map((_, at) => at * 10));
          for (const key of ['a', 'b'])
            expect(batches.filter((each) => each.key === key).flatMap(({ batch }) => batch)).toEqual(
              arrivals.flatMap((arrival, at) => (arrival.key === key ? [at] : [])),
            );
        },
      ),
      { numRuns: 50 },
    );
  });

  it('never runs two flushes of one key, and lets keys run side by side', async () => {
    const running: string[] = [];
    let most = 0;
    const desk = new GroupCommitDesk<number, number>(async (key, batch) => {
      expect(running).not.toContain(key);
      running.push(key);
      most = Math.max(most, running.length);
      await turn();
      await turn();
      running.splice(running.indexOf(key), 1);
      return batch;
    });
    const answers: Promise<number>[] = [];
    for (let at = 0; at < 30; at += 1) {
      answers.push(desk.submit(at % 2 === 0 ? 'even' : 'odd', at));
      if (at % 5 === 0) await turn();
    }
    await Promise.all(answers);
    expect(most).toBe(2);
  });

  it('lets one bad request fail alone', async () => {
    const { desk } = aDesk(new Set([2]));
    const outcomes = await Promise.allSettled([1, 2, 3].map((each) => desk.submit('a', each)));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await desk.submit('a', 4)).toBe(40);
  });

  it('splits what is more than 500', async () => {
    const { desk, batches } = aDesk();
    await Promise.all(Array.from({ length: 1_201 }, (_, at) => desk.submit('a', at)));
    expect(batches.map(({ batch }) => batch.length)).toEqual([500, 500, 201]);
  });

  it('sends newcomers away when the queue is full, and nobody else', async () => {
    const { desk } = aDesk(new Set(), 2);
    const outcomes = await Promise.allSettled([1, 2, 3].map((each) => desk.submit('a', each)));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect((outcomes[2] as PromiseRejectedResult).reason).toBeInstanceOf(DeskBusy);
    expect(await desk.submit('a', 4)).toBe(40);
  });

  it('drains: nothing waits and nothing runs afterwards', async () => {
    const { desk } = aDesk();
    let answered = 0;
    for (let at = 0; at < 3; at += 1) void desk.submit(`k${at}`, at).then(() => (answered += 1));
    await desk.drain();
    await turn();
    expect(answered).toBe(3);
  });

  it('is loud about a flush that forgets somebody', async () => {
    const desk = new GroupCommitDesk<number, number>(() => Promise.resolve([]));
    await expect(desk.submit('a', 1)).rejects.toThrow('one outcome for each request');
  });
});
