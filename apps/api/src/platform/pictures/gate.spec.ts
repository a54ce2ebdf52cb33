import { describe, expect, it } from '@jest/globals';
import { Refusal } from '../http/refusal.js';
import { Gate } from './gate.js';

describe('a gate', () => {
  it('lets so many through at once, in turn, and turns away whoever finds the waiting room full', async () => {
    const gate = new Gate(2, 2);
    let inside = 0;
    let most = 0;
    const leave: (() => void)[] = [];
    const pass = () =>
      gate.through(async () => {
        most = Math.max(most, (inside += 1));
        await new Promise<void>((resolve) => leave.push(resolve));
        inside -= 1;
      });
    const passing = [pass(), pass(), pass(), pass()];
    await expect(pass()).rejects.toBeInstanceOf(Refusal);
    for (let gone = 0; gone < 4; gone += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      leave[gone]?.();
    }
    await Promise.all(passing);
    expect([most, inside]).toEqual([2, 0]);
  });

  it('makes room when the work fails', async () => {
    const gate = new Gate(1, 0);
    await expect(gate.through(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(gate.through(() => Promise.resolve('yes'))).resolves.toBe('yes');
  });
});
