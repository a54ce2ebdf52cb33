/** Real: both databases, the migrations, the desk. Not real: the clock. */
import { beforeEach, expect, it } from '@jest/globals';
import type { SignupView } from '@xiaolin/shared-types/signups/schema';
import { aLine, people } from '../../../test/builders.js';
import { onBothEngines } from '../../../test/engines.js';
import { signupDesk } from '../../../test/signup-desk.js';
import { TestClock } from '../../../test/test-clock.js';

onBothEngines('the line desk', (db) => {
  let clock: TestClock;
  let at: ReturnType<typeof signupDesk>;
  let keys = 0;

  beforeEach(() => {
    clock = new TestClock();
    at = signupDesk(db().uow, clock);
  });

  const key = () => `key-${String((keys += 1)).padStart(8, '0')}`;
  const seed = (capacity: number, amount: number, given: Parameters<typeof aLine>[1] = {}) =>
    db().uow.run(async (tx) => ({
      line: await aLine(tx, { capacity, ...given }),
      crowd: await people(tx, amount),
    }));
  const join = (personId: string, lineId: string, requestKey = key()) =>
    at.signUp.execute(personId, 'occurrence', lineId, { requestKey });
  const leave = (personId: string, signup: SignupView) =>
    at.cancel.execute(personId, signup.id, { requestKey: key() });
  const rows = (lineId: string) =>
    db().uow.read((tx) =>
      tx.query<{ person_id: string; status: string; position: number }>(
        'SELECT person_id, status, position FROM signup WHERE line_id = ? ORDER BY position',
        [lineId],
      ),
    );
  const counters = async (lineId: string) => {
    const row = await db().uow.read((tx) => at.lines.find(tx, lineId));
    return row && [row.taken, row.waiting];
  };
  const code = (promise: Promise<unknown>) =>
    promise.then(
      () => 'ok',
      (error: { code?: string }) => error.code,
    );

  it('gives seats, then places in line, and says how many are ahead', async () => {
    const { line, crowd } = await seed(2, 4);
    const views = [];
    for (const { id } of crowd) views.push(await join(id, line.id));
    expect(views.map(({ status, ahead }) => [status, ahead])).toEqual([
      ['confirmed', null],
      ['confirmed', null],
      ['waitlisted', 0],
      ['waitlisted', 1],
    ]);
    expect(await counters(line.id)).toEqual([2, 2]);
  });

  it('offers the seat that is given up to the next in line, and tells them', async () => {
    const { line, crowd } = await seed(1, 3);
    const views: SignupView[] = [];
    for (const { id } of crowd) views.push(await join(id, line.id));
    const [a, b] = crowd as [{ id: string }, { id: string }];
    expect((await leave(a.id, views[0] as SignupView)).status).toBe('cancelled');
    expect((await rows(line.id)).map(({ status }) => status)).toEqual(['cancelled', 'offered', 'waitlisted']);
    expect(await counters(line.id)).toEqual([1, 1]);
    const outbox = await db().uow.read((tx) => tx.query<{ payload: string }>('SELECT payload FROM outbox'));
    expect(
      outbox.filter(({ payload }) => payload.includes(b.id) && payload.includes('signup.offered')),
    ).toHaveLength(1);
  });

  it('sends whoever leaves and joins again to the tail', async () => {
    const { line, crowd } = await seed(1, 3);
    const views: SignupView[] = [];
    for (const { id } of crowd) views.push(await join(id, line.id));
    const waiting = crowd[1] as { id: string };
    await leave(waiting.id, views[1] as SignupView);
    expect(await join(waiting.id, line.id)).toMatchObject({ status: 'waitlisted', ahead: 1 });
  });

  it('returns the first answer to a retry, and refuses the key for something else', async () => {
    const { line, crowd } = await seed(1, 1);
    const other = await db().uow.run((tx) =>
      aLine(tx, { startsAt: '2026-12-05T06:00:00.000Z', endsAt: '2026-12-05T08:00:00.000Z' }),
    );
    const me = (crowd[0] as { id: string }).id;
    const retried = key();
    const [first, second] = await Promise.all([join(me, line.id, retried), join(me, line.id, retried)]);
    expect(second).toEqual(first);
    expect(await join(me, line.id, retried)).toEqual(first);
    expect(await code(join(me, other.id, retried))).toBe('request.key-reused');
    expect(await rows(line.id)).toHaveLength(1);
  });

  it('refuses a key that is used at two lines at once, at one of them', async () => {
    const { line, crowd } = await seed(30, 30);
    const other = await db().uow.run((tx) =>
      aLine(tx, { capacity: 30, startsAt: '2026-12-06T06:00:00.000Z', endsAt: '2026-12-06T08:00:00.000Z' }),
    );
    const codes = await Promise.all(
      crowd.flatMap(({ id }) => {
        const shared = key();
        return [code(join(id, line.id, shared)), code(join(id, other.id, shared))];
      }),
    );
    expect([...new Set(codes)].sort()).toEqual(['ok', 'request.key-reused']);
    expect(codes.filter((each) => each === 'ok')).toHaveLength(30);
  });

  it('refuses a second place to the same person', async () => {
    const { line, crowd } = await seed(5, 1);
    const me = (crowd[0] as { id: string }).id;
    expect(await Promise.all([code(join(me, line.id)), code(join(me, line.id))])).toEqual([
      'ok',
      'signup.already',
    ]);
  });

  it('names a clash with another confirmed place, and lets neighbouring times be', async () => {
    const { line, crowd } = await seed(5, 1, { title: '太极班' });
    const [clashing, after] = await db().uow.run(async (tx) => [
      await aLine(tx, { startsAt: '2026-12-01T07:00:00.000Z', endsAt: '2026-12-01T09:00:00.000Z' }),
      await aLine(tx, {
        startsAt: '2026-12-01T08:00:00.000Z',
        endsAt: '2026-12-01T09:00:00.000Z',
        closesAt: '2026-12-01T08:00:00.000Z',
      }),
    ]);
    const me = (crowd[0] as { id: string }).id;
    await join(me, line.id);
    await expect(join(me, clashing?.id ?? '')).rejects.toMatchObject({
      code: 'signup.clash',
      facts: { title: '太极班' },
    });
    expect(await code(join(me, after?.id ?? ''))).toBe('ok');
  });

  it('never confirms two clashing places that are asked for at once', async () => {
    const { line, crowd } = await seed(50, 20);
    const other = await db().uow.run((tx) => aLine(tx, { capacity: 50 }));
    const codes = await Promise.all(
      crowd.flatMap(({ id }) => [code(join(id, line.id)), code(join(id, other.id))]),
    );
    expect(codes.filter((each) => each === 'ok')).toHaveLength(20);
    expect(codes.filter((each) => each === 'signup.clash')).toHaveLength(20);
  });

  it('offers nothing to somebody with a clash, who keeps the place in line', async () => {
    const { line, crowd } = await seed(1, 3);
    const other = await db().uow.run((tx) => aLine(tx, {}));
    const views: SignupView[] = [];
    for (const { id } of crowd) views.push(await join(id, line.id));
    const [a, b] = crowd as [{ id: string }, { id: string }];
    await join(b.id, other.id);
    await leave(a.id, views[0] as SignupView);
    expect((await rows(line.id)).map(({ status }) => status)).toEqual(['cancelled', 'waitlisted', 'offered']);
  });

  it("knows neither another kind's line, nor an unpublished one, nor a person who does not exist", async () => {
    const { crowd } = await seed(1, 1);
    const me = (crowd[0] as { id: string }).id;
    const [shift, hidden, open] = await db().uow.run(async (tx) => [
      await aLine(tx, { kind: 'shift' }),
      await aLine(tx, { published: false }),
      await aLine(tx, {}),
    ]);
    expect(await code(join(me, shift?.id ?? ''))).toBe('occurrence.unknown');
    expect(await code(join(me, hidden?.id ?? ''))).toBe('occurrence.unknown');
    expect(await code(join(me, 'nowhere'))).toBe('occurrence.unknown');
    expect(await code(join('nobody', open?.id ?? ''))).toBe('session.required');
  });

  it("does not cancel somebody else's place", async () => {
    const { line, crowd } = await seed(5, 2);
    const [a, b] = crowd as [{ id: string }, { id: string }];
    const mine = await join(a.id, line.id);
    expect(await code(leave(b.id, mine))).toBe('signup.unknown');
    expect(await counters(line.id)).toEqual([1, 0]);
  });

  it('offers seats that are added in order, and refuses fewer than are taken', async () => {
    const { line, crowd } = await seed(2, 5);
    for (const { id } of crowd) await join(id, line.id);
    await db().uow.run((tx) => at.lines.change(tx, line.id, { capacity: 4 }, { personId: 'worker' }));
    expect((await rows(line.id)).map(({ status }) => status)).toEqual([
      'confirmed',
      'confirmed',
      'offered',
      'offered',
      'waitlisted',
    ]);
    await expect(
      db().uow.run((tx) => at.lines.change(tx, line.id, { capacity: 3 }, { personId: 'worker' })),
    ).rejects.toMatchObject({ code: 'activity.capacity-below-taken', facts: { taken: 4 } });
  });

  it('frees every place of a called-off activity and tells each person once', async () => {
    const { line, crowd } = await seed(2, 3, { activityId: 'called-off-activity' });
    for (const { id } of crowd) await join(id, line.id);
    const told = await db().uow.run((tx) =>
      at.lines.callOff(tx, 'called-off-activity', { personId: 'worker', reason: '下雨' }),
    );
    expect(told).toBe(3);
    expect((await rows(line.id)).map(({ status }) => status)).toEqual(
      Array(3).fill('cancelled-by-organiser'),
    );
    expect(await counters(line.id)).toEqual([0, 0]);
    expect(await code(join((crowd[0] as { id: string }).id, line.id))).toBe('signup.called-off');
  });

  it('keeps counters equal to rows through a storm of joining and leaving', async () => {
    const { line, crowd } = await seed(7, 30);
    const storm = async (personId: string) => {
      for (let round = 0; round < 4; round += 1) {
        const signup = await join(personId, line.id);
        if (round < 3) await leave(personId, signup);
      }
    };
    await Promise.all(crowd.map(({ id }) => storm(id)));
    const all = await rows(line.id);
    const held = (status: string) => all.filter((row) => row.status === status);
    const seated = [...held('confirmed'), ...held('offered')];
    const waiting = held('waitlisted');
    expect(await counters(line.id)).toEqual([seated.length, waiting.length]);
    expect([seated.length, waiting.length]).toEqual([7, 23]);
    expect(Math.max(...seated.map(({ position }) => position))).toBeLessThan(
      Math.min(...waiting.map(({ position }) => position)),
    );
  });
});
