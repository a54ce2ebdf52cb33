/** Real: both databases, the migrations, the line desk and its locks. Not real: the clock. */
import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import { insertRows } from '../../../platform/db/rows.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { SystemRandom } from '../../../platform/random/random.js';
import { aMembership, anOrganization, aPerson, people } from '../../../test/builders.js';
import { onBothEngines } from '../../../test/engines.js';
import { aPlainActivity, aShift, confirmedPlaces } from '../../../test/shift-builders.js';
import { signupDesk } from '../../../test/signup-desk.js';
import { TestClock } from '../../../test/test-clock.js';
import { Messages } from '../../inbox/index.js';
import { MembershipDirectory } from '../../organizations/index.js';
import { Swaps } from './swaps.js';

const DAY = (day: number) => ({
  startsAt: `2026-12-0${day}T06:00:00.000Z`,
  endsAt: `2026-12-0${day}T08:00:00.000Z`,
});

onBothEngines('changing shifts', (db) => {
  let clock: TestClock;
  let desk: ReturnType<typeof signupDesk>;
  let swaps: Swaps;
  let keys = 0;
  const key = () => `key-${String((keys += 1)).padStart(8, '0')}`;

  beforeAll(async () => {
    await db().uow.run(async (tx) => {
      await anOrganization(tx, { id: 'here' });
      await aPlainActivity(tx, { id: 'activity', organizationId: 'here' });
      await aPerson(tx, { id: 'worker' });
      await aMembership(tx, 'worker', 'here');
    });
  });

  beforeEach(() => {
    clock = new TestClock('2026-11-23T02:00:00.000Z');
    desk = signupDesk(db().uow, clock);
    const random = new SystemRandom();
    swaps = new Swaps(
      db().uow,
      clock,
      random,
      desk.swapPlaces,
      new Messages(new Outbox(clock, random)),
      new MembershipDirectory(db().uow, clock),
    );
  });

  const shift = (day = 1, given: Partial<Parameters<typeof aShift>[1]> = {}) =>
    db().uow.run((tx) =>
      aShift(tx, { activityId: 'activity', organizationId: 'here', ...DAY(day), capacity: 3, ...given }),
    );
  const crowd = (amount: number) =>
    db().uow.run(async (tx) => (await people(tx, amount)).map(({ id }) => id));
  const hold = (lineId: string, ids: readonly string[]) =>
    db().uow.run((tx) => confirmedPlaces(tx, lineId, ids));
  const rows = (lineId: string) =>
    db().uow.read((tx) =>
      tx.query<{ id: string; person_id: string; status: string; position: number }>(
        'SELECT id, person_id, status, position FROM signup WHERE line_id = ? ORDER BY position',
        [lineId],
      ),
    );
  const placeOf = async (lineId: string, personId: string) =>
    (await rows(lineId)).find((row) => row.person_id === personId)?.id ?? '';
  const held = async (lineId: string) =>
    (await rows(lineId))
      .filter(({ status }) => status === 'confirmed')
      .map(({ person_id }) => person_id)
      .sort();
  const counters = async (lineId: string) => {
    const row = await db().uow.read((tx) => desk.lines.find(tx, lineId));
    return row && [row.taken, row.waiting];
  };
  const code = (promise: Promise<unknown>) =>
    promise.then(
      () => 'ok',
      (error: { code?: string }) => error.code ?? String(error),
    );
  const offer = async (personId: string, lineId: string, kind: 'hand-over' | 'exchange' = 'hand-over') =>
    swaps.offer(personId, await placeOf(lineId, personId), { requestKey: key(), kind });
  const accept = (personId: string, swap: { row: { code: string } }, signupId?: string) =>
    swaps.accept(personId, { requestKey: key(), code: swap.row.code, ...(signupId && { signupId }) });
  const told = async (kind: string, personId: string) =>
    (await db().uow.read((tx) => tx.query<{ payload: string }>('SELECT payload FROM outbox'))).filter(
      ({ payload }) => payload.includes(`"${kind}"`) && payload.includes(`"${personId}"`),
    ).length;

  it('hands a place over by the word of both: one ends, one begins, and the organiser is told', async () => {
    const { id } = await shift();
    const [a, b] = (await crowd(2)) as [string, string];
    await hold(id, [a]);
    const swap = await offer(a, id);
    expect(await held(id)).toEqual([a]);
    const before = await told('shift.swapped', 'worker');
    expect(await accept(b, swap)).toMatchObject({ row: { state: 'done', to_id: b } });
    expect(await held(id)).toEqual([b]);
    expect(await counters(id)).toEqual([1, 0]);
    expect(await told('shift.swapped', 'worker')).toBe(before + 1);
    expect(await told('swap.done', a)).toBe(1);
    // Nothing is late about it: somebody comes (志愿服务条例 art. 22 asks for notice, not for presence).
    expect((await rows(id)).find(({ person_id }) => person_id === a)?.status).toBe('cancelled');
  });

  it('is once for each code and key', async () => {
    const { id } = await shift();
    const [a, b, c] = (await crowd(3)) as [string, string, string];
    await hold(id, [a]);
    const swap = await offer(a, id);
    const body = { requestKey: key(), code: swap.row.code };
    const first = await swaps.accept(b, body);
    expect((await swaps.accept(b, body)).row).toEqual(first.row);
    expect(await code(accept(c, swap))).toBe('swap.over');
    expect(await code(accept(a, swap))).toBe('swap.own');
    expect(await held(id)).toEqual([b]);
  });

  it('an offer that is made again makes the code before it worth nothing', async () => {
    const { id } = await shift();
    const [a, b] = (await crowd(2)) as [string, string];
    await hold(id, [a]);
    const old = await offer(a, id);
    const fresh = await offer(a, id);
    expect(await code(accept(b, old))).toBe('swap.over');
    expect(await code(accept(b, fresh))).toBe('ok');
  });

  it('passes nobody who waits, but lets two exchange', async () => {
    const [one, two] = [await shift(1, { capacity: 1 }), await shift(2)];
    const [a, b, waiting] = (await crowd(3)) as [string, string, string];
    await hold(one.id, [a]);
    await hold(two.id, [b]);
    const early = await offer(a, one.id);
    await desk.signUp.execute(waiting, 'shift', one.id, { requestKey: key() });
    expect(await code(accept(b, early))).toBe('swap.others-wait');
    expect(await code(offer(a, one.id))).toBe('swap.others-wait');
    const exchange = await offer(a, one.id, 'exchange');
    await accept(b, exchange, await placeOf(two.id, b));
    // The first has the last word.
    expect([await held(one.id), await held(two.id)]).toEqual([[a], [b]]);
    await swaps.agree(a, exchange.row.id, key());
    expect([await held(one.id), await held(two.id)]).toEqual([[b], [a]]);
    expect([await counters(one.id), await counters(two.id)]).toEqual([
      [1, 1],
      [1, 0],
    ]);
  });

  it('checks the receiver as signing up does: clash, requirements, too much work', async () => {
    const { id } = await shift();
    const [a, b] = (await crowd(2)) as [string, string];
    await hold(id, [a]);
    const swap = await offer(a, id);
    const clashing = await shift(1);
    await hold(clashing.id, [b]);
    expect(await code(accept(b, swap))).toBe('signup.clash');
    await db().uow.run((tx) =>
      tx.query(`UPDATE signup SET status = 'cancelled' WHERE line_id = ?`, [clashing.id]),
    );
    const long = await shift(1, {
      startsAt: '2026-12-01T08:00:00.000Z',
      endsAt: '2026-12-01T14:01:00.000Z',
    });
    await hold(long.id, [b]);
    await expect(accept(b, swap)).rejects.toMatchObject({
      code: 'signup.overwork',
      facts: { minutes: 481, limit: 480, span: 'day', day: '2026-12-01' },
    });
    await db().uow.run((tx) =>
      tx.query(`UPDATE signup SET status = 'cancelled' WHERE line_id = ?`, [long.id]),
    );
    await db().uow.run((tx) =>
      tx.query(
        'UPDATE service_role SET requirements = ? WHERE id = (SELECT service_role_id FROM shift WHERE id = ?)',
        [JSON.stringify({ trainings: ['急救'], skills: [], minAge: null, maxAge: null }), id],
      ),
    );
    expect(await code(accept(b, swap))).toBe('signup.training-missing');
    expect(await held(id)).toEqual([a]);
  });

  it('exchanges two shifts of one time: what each gives is no clash', async () => {
    const [one, two] = [await shift(3), await shift(3)];
    const [a, b] = (await crowd(2)) as [string, string];
    await hold(one.id, [a]);
    await hold(two.id, [b]);
    const swap = await offer(a, one.id, 'exchange');
    await accept(b, swap, await placeOf(two.id, b));
    await swaps.agree(a, swap.row.id, key());
    expect([await held(one.id), await held(two.id)]).toEqual([[b], [a]]);
  });

  it('is off where the organiser says so, once the shift has begun, and for whoever is checked in', async () => {
    const { id } = await shift(4);
    const [a, b] = (await crowd(2)) as [string, string];
    await hold(id, [a]);
    const swap = await offer(a, id);
    const set = (swapping: number) =>
      db().uow.run((tx) =>
        tx.query(
          'UPDATE service_role SET swaps = ? WHERE id = (SELECT service_role_id FROM shift WHERE id = ?)',
          [swapping, id],
        ),
      );
    await set(0);
    expect([await code(accept(b, swap)), await code(offer(a, id))]).toEqual(['swap.off', 'swap.off']);
    await set(1);
    await db().uow.run((tx) =>
      insertRows(tx, 'attendance', [
        {
          id: 'stay-of-a',
          shift_id: id,
          person_id: a,
          state: 'checked-in',
          in_at: DAY(4).startsAt,
          in_method: 'site-code',
          out_at: null,
          out_method: null,
        },
      ]),
    );
    expect(await code(accept(b, swap))).toBe('swap.checked-in');
    clock.set(DAY(4).startsAt);
    expect(await code(accept(b, swap))).toBe('swap.begun');
  });

  it("is nobody else's to offer, agree to, turn down or take back", async () => {
    const { id } = await shift(5);
    const two = await shift(6);
    const [a, b, c] = (await crowd(3)) as [string, string, string];
    await hold(id, [a]);
    await hold(two.id, [b]);
    const place = await placeOf(id, a);
    expect(await code(swaps.offer(c, place, { requestKey: key(), kind: 'exchange' }))).toBe('signup.unknown');
    const swap = await offer(a, id, 'exchange');
    expect(await code(accept(c, swap, await placeOf(two.id, b)))).toBe('signup.unknown');
    await accept(b, swap, await placeOf(two.id, b));
    for (const act of ['agree', 'decline', 'withdraw'] as const)
      expect(await code(swaps[act](b, swap.row.id, key()))).toBe('swap.unknown');
    await swaps.decline(a, swap.row.id, key());
    expect(await code(swaps.agree(a, swap.row.id, key()))).toBe('swap.not-answered-yet');
  });

  it('gives one place to one of twenty who take it at once, while its owner cancels', async () => {
    const { id } = await shift(7);
    const [a, ...rest] = (await crowd(21)) as [string, ...string[]];
    await hold(id, [a]);
    const swap = await offer(a, id);
    const place = await placeOf(id, a);
    const cancel = desk.cancel.execute(a, place, { requestKey: key() });
    const codes = await Promise.all([code(cancel), ...rest.map((who) => code(accept(who, swap)))]);
    const [cancelled, ...taken] = codes;
    const winners = taken.filter((each) => each === 'ok').length;
    // Either the owner was first and nobody has it, or exactly one took it and nothing was left to cancel.
    expect(winners).toBe(cancelled === 'ok' ? 0 : 1);
    expect(await held(id)).toHaveLength(winners);
    expect(await counters(id)).toEqual([winners, 0]);
  });

  it('two exchanges that cross each other end, and every seat has one holder', async () => {
    const pairs = 10;
    const lines = [await shift(8, { capacity: 50 }), await shift(9, { capacity: 50 })] as const;
    const left = await crowd(pairs);
    const right = await crowd(pairs);
    await hold(lines[0].id, left);
    await hold(lines[1].id, right);
    const made = [];
    for (let at = 0; at < pairs; at += 1) {
      // Half of them from the one side, half from the other: the lines are named in both orders.
      const [mine, theirs] = at % 2 === 0 ? [0, 1] : [1, 0];
      const [me, other] = [[left, right][mine]?.[at] ?? '', [left, right][theirs]?.[at] ?? ''];
      const swap = await offer(me, lines[mine as 0 | 1].id, 'exchange');
      await accept(other, swap, await placeOf(lines[theirs as 0 | 1].id, other));
      made.push({ me, swap });
    }
    const codes = await Promise.all(made.map(({ me, swap }) => code(swaps.agree(me, swap.row.id, key()))));
    expect(codes).toEqual(Array(pairs).fill('ok'));
    expect(await held(lines[0].id)).toEqual([...right].sort());
    expect(await held(lines[1].id)).toEqual([...left].sort());
    expect([await counters(lines[0].id), await counters(lines[1].id)]).toEqual([
      [pairs, 0],
      [pairs, 0],
    ]);
  });
});
