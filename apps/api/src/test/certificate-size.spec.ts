/** Real: a process of its own, the fonts read from the disk, the whole PDF. */
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { runInProcess } from './race/processes.js';

it('makes a certificate of 1,000 records in under 2 s and 150 MB', async () => {
  const { cpuMs, ms, peakMb, bytes } = JSON.parse(
    await runInProcess(join('test', 'render-one.js'), ['1000']),
  ) as { cpuMs: number; ms: number; peakMb: number; bytes: number };
  process.stderr.write(
    `1,000 records: ${ms} ms (${cpuMs} ms of processor), ${peakMb} MB at most, ${bytes} bytes\n`,
  );
  // Of processor time: other work on the machine only makes it wait.
  expect(cpuMs).toBeLessThan(2_000);
  expect(peakMb).toBeLessThan(150);
  expect(bytes).toBeGreaterThan(100_000);
});
