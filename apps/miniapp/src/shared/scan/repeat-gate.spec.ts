import { describe, expect, it } from '@jest/globals';
import { createRepeatGate } from './repeat-gate';

describe('a code in front of the camera', () => {
  it('counts once while it is held there, however long', () => {
    const gate = createRepeatGate();
    expect(gate.fresh('a', 0)).toBe(true);
    for (let at = 200; at <= 60_000; at += 200) expect(gate.fresh('a', at)).toBe(false);
  });

  it('counts again when it was away for three seconds', () => {
    const gate = createRepeatGate();
    gate.fresh('a', 0);
    expect(gate.fresh('a', 2_999)).toBe(false);
    expect(gate.fresh('a', 5_999)).toBe(true);
  });

  it('does not keep the next person waiting', () => {
    const gate = createRepeatGate();
    gate.fresh('a', 0);
    expect(gate.fresh('b', 1)).toBe(true);
    expect(gate.fresh('a', 2)).toBe(false);
  });

  it('is asked about again when nobody answered', () => {
    const gate = createRepeatGate();
    gate.fresh('a', 0);
    gate.forget('a');
    expect(gate.fresh('a', 1)).toBe(true);
  });
});
