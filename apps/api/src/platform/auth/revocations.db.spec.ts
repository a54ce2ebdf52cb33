import { expect, it } from '@jest/globals';
import { onBothEngines } from '../../test/engines.js';
import { TestClock } from '../../test/test-clock.js';
import { REVOCATION_POLL_MS, Revocations } from './revocations.js';

onBothEngines('Revocations of two processes', (db) => {
  const END = '2026-11-23T14:00:00.000Z';

  it('are known to the one at once and to the other at its next look, within a minute', async () => {
    const clock = new TestClock();
    const [here, there] = [new Revocations(db().uow, clock), new Revocations(db().uow, clock)];
    await Promise.all([here.refresh(), there.refresh()]);
    await here.revoke('s-1', END);
    expect([here.isRevoked('s-1'), there.isRevoked('s-1')]).toEqual([true, false]);
    clock.advance(REVOCATION_POLL_MS / 60_000);
    await there.refresh();
    expect([there.isRevoked('s-1'), there.isRevoked('s-2')]).toEqual([true, false]);
    expect(REVOCATION_POLL_MS).toBeLessThan(60_000);
  });

  it('are seen though the other clock is two minutes behind', async () => {
    const [behind, ahead] = [
      new TestClock('2026-11-23T02:00:00.000Z'),
      new TestClock('2026-11-23T02:02:00.000Z'),
    ];
    const reader = new Revocations(db().uow, ahead);
    await reader.refresh();
    await new Revocations(db().uow, behind).revoke('s-behind', END);
    await reader.refresh();
    expect(reader.isRevoked('s-behind')).toBe(true);
  });

  it('are read by a process that starts later', async () => {
    const clock = new TestClock();
    await new Revocations(db().uow, clock).revoke('s-3', END);
    clock.advance(6 * 60);
    const late = new Revocations(db().uow, clock);
    await late.start(() => undefined);
    late.stop();
    expect(late.isRevoked('s-3')).toBe(true);
  });

  it('may be repeated, and are forgotten when the token would have ended', async () => {
    const clock = new TestClock();
    const here = new Revocations(db().uow, clock);
    await here.revoke('s-4', END);
    await here.revoke('s-4', END);
    clock.set(END);
    await here.refresh();
    expect(here.isRevoked('s-4')).toBe(false);
  });
});
