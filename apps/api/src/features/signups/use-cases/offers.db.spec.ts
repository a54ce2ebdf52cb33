/** Real: both databases, the migrations, the desk. Not real: the clock. */
import { beforeEach, expect, it } from '@jest/globals';
import type { PartyInput, SignupView } from '@xiaolin/shared-types/signups/schema';
import { aLine, people } from '../../../test/builders.js';
import { onBothEngines } from '../../../test/engines.js';
import { signupDesk } from '../../../test/signup-desk.js';
import { TestClock } from '../../../test/test-clock.js';

onBothEngines('offers', (db) => {
  let clock: TestClock;
  let at: ReturnType<typeof signupDesk>;
  let keys = 0;

  beforeEach(() => {
    clock = new TestClock();
    at = signupDesk(db().uow, clock);
  });

  const key = () => `offer-${String((keys += 1)).padStart(8, '0')}`;
  const seed = (capacity: number, amount: number, given: Parameters<typeof aLine>[1] = {}) =>
    db().uow.run(async (tx) => ({
      line: await aLine(tx, { capacity, ...given }),
      crowd: await people(tx, amount),
    }));
  const join = (personId: string, lineId: string, party?: PartyInput) =>
    at.signUp.execute(personId, 'occurrence', lineId, { requestKey: key(), party });
  const leave = (personId: string, signup: SignupView) =>
    at.cancel.execute(personId, signup.id, { requestKey: key() });
  const answer = (kind: 'accept' | 'decline', personId: string, signup: SignupView, requestKey = key()) =>
    at.answerOffer.execute(personId, signup.id, kind, requestKey);
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
  const with_ = (companions: number): PartyInput => ({
    dependantIds: [],
    companions: Array.from({ length: companions }, (_, index) => ({ name: `同伴${index}` })),
  });

  /** One seat, taken by the first; the next two wait; the first leaves, so that the second is offered it. */
  const anOffer = async () => {
    const { line, crowd } = await seed(1, 3);
    const views: SignupView[] = [];
    for (const { id } of crowd) views.push(await join(id, line.id));
    const [a, b, c] = crowd.map(({ id }, index) => ({ id, signup: views[index] as SignupView })) as [
      { id: string; signup: SignupView },
      { id: string; signup: SignupView },
      { id: string; signup: SignupView },
    ];
    await leave(a.id, a.signup);
    return { line, a, b, c };
  };
  const statuses = async (lineId: string) => (await rows(lineId)).map(({ status }) => status);

  it('confirms who accepts an offer, once and for every retry', async () => {
    const { line, b } = await anOffer();
    const retried = key();
    const accepted = await answer('accept', b.id, b.signup, retried);
    expect(accepted).toMatchObject({ status: 'confirmed', offerUntil: null });
    expect(await answer('accept', b.id, b.signup, retried)).toEqual(accepted);
    expect(await code(answer('accept', b.id, b.signup))).toBe('signup.no-offer');
    expect(await counters(line.id)).toEqual([1, 1]);
  });

  it('offers a declined seat to the next, and takes the other back at the tail', async () => {
    const { line, b } = await anOffer();
    expect(await answer('decline', b.id, b.signup)).toMatchObject({ status: 'declined' });
    expect(await statuses(line.id)).toEqual(['cancelled', 'declined', 'offered']);
    expect(await join(b.id, line.id)).toMatchObject({ status: 'waitlisted', ahead: 0 });
    expect(await counters(line.id)).toEqual([1, 1]);
  });

  it('lets an offer lapse by the job, in any process and as often as it runs', async () => {
    const { line, b } = await anOffer();
    const other = signupDesk(db().uow, clock);
    expect(await at.lapseOffers.execute()).toBe(0);
    clock.advance(24 * 60);
    await Promise.all([at.lapseOffers.execute(), other.lapseOffers.execute(), at.lapseOffers.execute()]);
    expect(await statuses(line.id)).toEqual(['cancelled', 'lapsed', 'offered']);
    expect(await code(answer('accept', b.id, b.signup))).toBe('signup.offer-lapsed');
    expect(await at.lapseOffers.execute()).toBe(0);
    const told = await db().uow.read((tx) => tx.query<{ payload: string }>('SELECT payload FROM outbox'));
    const lapsed = told.filter(
      ({ payload }) => payload.includes(b.id) && payload.includes('signup.offer-lapsed'),
    );
    expect(lapsed).toHaveLength(1);
  });

  it('takes an offer that has ended for lapsed before any job has noticed', async () => {
    const { line, b, c } = await anOffer();
    clock.advance(24 * 60);
    expect(await code(answer('accept', b.id, b.signup))).toBe('signup.offer-lapsed');
    expect(await statuses(line.id)).toEqual(['cancelled', 'lapsed', 'offered']);
    expect(await answer('accept', c.id, c.signup)).toMatchObject({ status: 'confirmed' });
  });

  it("refuses somebody else's offer, one that was never made, and one that now clashes", async () => {
    const { b, c } = await anOffer();
    expect(await code(answer('accept', c.id, b.signup))).toBe('signup.unknown');
    expect(await code(answer('accept', c.id, c.signup))).toBe('signup.no-offer');
    const other = await db().uow.run((tx) => aLine(tx, {}));
    await join(b.id, other.id);
    expect(await code(answer('accept', b.id, b.signup))).toBe('signup.clash');
  });

  it('offers nothing from the cut-off on, and ends offers early when the start is moved forward', async () => {
    const { line, a, b } = await anOffer();
    await db().uow.run((tx) =>
      at.lines.change(
        tx,
        line.id,
        { startsAt: '2026-11-23T05:00:00.000Z', closesAt: '2026-11-23T05:00:00.000Z' },
        { personId: 'worker' },
      ),
    );
    clock.advance(59);
    expect(await at.lapseOffers.execute()).toBe(0);
    clock.advance(1);
    expect(await at.lapseOffers.execute()).toBe(1);
    expect(await statuses(line.id)).toEqual(['cancelled', 'lapsed', 'waitlisted']);
    expect([a.signup.status, await code(answer('accept', b.id, b.signup))]).toEqual([
      'confirmed',
      'signup.offer-lapsed',
    ]);
  });

  it('passes over a party that does not fit the freed seats, and keeps its place', async () => {
    const { line, crowd } = await seed(3, 4, { partyLimit: 4 });
    const [a, b, party, single] = crowd.map(({ id }) => id) as [string, string, string, string];
    const taken = await join(a, line.id);
    const two = await join(b, line.id, with_(1));
    await join(party, line.id, with_(2));
    expect(await join(single, line.id)).toMatchObject({ status: 'waitlisted', ahead: 3, seats: 1 });
    await leave(a, taken);
    expect(await statuses(line.id)).toEqual(['cancelled', 'confirmed', 'waitlisted', 'offered']);
    expect(await counters(line.id)).toEqual([3, 3]);
    await leave(b, two);
    expect(await statuses(line.id)).toEqual(['cancelled', 'cancelled', 'waitlisted', 'offered']);
    clock.advance(24 * 60);
    await at.lapseOffers.execute();
    expect(await statuses(line.id)).toEqual(['cancelled', 'cancelled', 'offered', 'lapsed']);
    expect(await counters(line.id)).toEqual([3, 0]);
  });
});
