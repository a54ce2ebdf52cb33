import { expect, it } from '@jest/globals';
import { JobRunner } from './job-runner.js';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

it('runs in rounds that never overlap, goes on after a failure, and stops when told to', async () => {
  const runner = new JobRunner();
  let rounds = 0;
  let running = 0;
  let most = 0;
  runner.add({
    name: 'slow',
    everyMs: 1,
    run: async () => {
      most = Math.max(most, (running += 1));
      await pause(5);
      running -= 1;
      if ((rounds += 1) === 1) throw new Error('the first round fails');
    },
  });
  const errors: unknown[] = [];
  runner.start((error) => errors.push(error));
  while (rounds < 3) await pause(5);
  await runner.stop();
  const done = rounds;
  await pause(20);
  expect([most, errors.length, running, rounds]).toEqual([1, 1, 0, done]);
});

it('refuses two jobs of one name', () => {
  const runner = new JobRunner();
  const job = { name: 'one', everyMs: 1, run: () => Promise.resolve() };
  runner.add(job);
  expect(() => runner.add(job)).toThrow('two jobs');
});

it('refuses a job that comes after the start, because it would never run', () => {
  const runner = new JobRunner();
  runner.start(() => undefined);
  expect(() => runner.add({ name: 'late', everyMs: 1, run: () => Promise.resolve() })).toThrow(
    'late came after the start',
  );
});
