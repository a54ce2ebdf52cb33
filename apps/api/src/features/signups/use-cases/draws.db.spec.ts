/** Real: both databases, the migrations, the desk, the outbox. Not real: the clock. */
import { beforeEach, expect, it } from '@jest/globals';
import { entryNumber, replay } from '@xiaolin/shared-types/lottery/draw';
import type { PartyInput, SignupView } from '@xiaolin/shared-types/signups/schema';
import { OutboxRunner } from '../../../platform/outbox/outbox-runner.js';
import { SystemRandom } from '../../../platform/random/random.js';
import fc from 'fast-check';
import { aLine, people } from '../../../test/builders.js';
import { onBothEngines } from '../../../test/engines.js';
import { signupDesk } from '../../../test/signup-desk.js';
import { brokenPromises } from '../../../test/race/line-invariants.js';
import { TestClock } from '../../../test/test-clock.js';
import { DRAWN } from './draws.js';

const CLOSES = '2026-11-28T12:00:00.000Z';
const STARTS = '2026-12-01T06:00:00.000Z';

onBothEngines('draws', (db) => {
  let clock: TestClock;
  let at: ReturnType<typeof signupDesk>;
  let keys = 0;

  beforeEach(() => {
    clock = new TestClock();
    at = signupDesk(db().uow, clock);
  });

  const key = () => `draw-${String((keys += 1)).padStart(9, '0')}`;
  const seed = (capacity: number, amount: number, given: Parameters<typeof aLine>[1] = {}) =>
    db().uow.run(async (tx) => {
      const line = await aLine(tx, { capacity, mode: 'lottery', closesAt: CLOSES, partyLimit: 5, ...given });
      await at.draws.commit(tx, [line.id]);
      return { line, crowd: await people(tx, amount) };
    });
  const with_ = (companions: number): PartyInput => ({
    dependantIds: [],
    companions: Array.from({ length: companions }, (_, index) => ({ name: `同伴${index}` })),
  });
  const enter = (personId: string, lineId: string, party?: PartyInput) =>
    at.signUp.execute(personId, 'occurrence', lineId, { requestKey: key(), party });
  const leave = (personId: string, signup: SignupView) =>
    at.cancel.execute(personId, signup.id, { requestKey: key() });
  const rows = (lineId: string) =>
    db().uow.read((tx) =>
      tx.query<{ id: string; person_id: string; status: string; position: number; seats: number }>(
        'SELECT id, person_id, status, position, seats FROM signup WHERE line_id = ? ORDER BY position',
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
  const toDraw = () => {
    clock.set(CLOSES);
    return at.holdDraws.execute();
  };
  const published = async (lineId: string) => {
    const { lottery, pages } = await at.showDraw.execute(lineId);
    const entries = [];
    for (let page = 1; page <= pages; page += 1) entries.push(...(await at.showDraw.page(lineId, page)));
    return {
      commitment: lottery.commitment,
      seed: lottery.seed,
      digest: lottery.digest ?? '',
      room: { seats: lottery.seats ?? 0, waitlistLimit: lottery.waitlist_limit ?? 0 },
      entries,
    };
  };

  it('takes entries until its time, without seats and without an order', async () => {
    const { line, crowd } = await seed(1, 3);
    for (const { id } of crowd)
      expect(await enter(id, line.id)).toMatchObject({ status: 'in-draw', ahead: null });
    expect(await counters(line.id)).toEqual([0, 0]);
    expect(await at.holdDraws.execute()).toBe(0);
    clock.set(CLOSES);
    const late = await db().uow.run((tx) => people(tx, 1));
    expect(await code(enter(late[0]?.id ?? '', line.id))).toBe('signup.closed');
  });

  it('draws once, however many processes hold it, and publishes what anybody can draw again', async () => {
    const { line, crowd } = await seed(3, 12, { waitlistLimit: 4 });
    for (const [index, { id }] of crowd.entries()) await enter(id, line.id, with_(index % 3));
    clock.set(CLOSES);
    const others = [signupDesk(db().uow, clock), signupDesk(db().uow, clock)];
    await Promise.all([at, ...others].map((process) => process.holdDraws.execute()));
    const drawn = await published(line.id);
    expect(replay(drawn)).toEqual({ same: true });
    const places = await rows(line.id);
    const statusOf = new Map(places.map(({ id, status }) => [entryNumber(id), status]));
    expect(drawn.entries.map(({ number, outcome }) => [number, outcome])).toEqual(
      drawn.entries.map(({ number }) => [number, statusOf.get(number)]),
    );
    const seats = (status: string) =>
      places.filter((place) => place.status === status).reduce((sum, place) => sum + place.seats, 0);
    expect(await counters(line.id)).toEqual([seats('confirmed'), seats('waitlisted')]);
    expect(seats('confirmed')).toBeLessThanOrEqual(3);
    expect(seats('waitlisted')).toBeLessThanOrEqual(4);
    // Again, by the job or by whoever asks: nothing changes.
    await Promise.all([at, ...others].map((process) => process.holdDraws.execute()));
    expect(await rows(line.id)).toEqual(places);
    expect(await published(line.id)).toEqual(drawn);
  });

  it('gives freed seats to those who were not drawn, in the drawn order, by an offer', async () => {
    const { line, crowd } = await seed(1, 4);
    const views = new Map<string, SignupView>();
    for (const { id } of crowd) views.set(id, await enter(id, line.id));
    await toDraw();
    const { entries } = await published(line.id);
    const owner = new Map([...views].map(([personId, view]) => [entryNumber(view.id), personId]));
    const order = entries.map(({ number }) => owner.get(number) ?? '');
    expect((await rows(line.id)).map(({ person_id }) => person_id)).toEqual(order);
    const [first = '', second = ''] = order;
    // Three days before the start: whoever was drawn has had no other moment to say no.
    expect(await leave(first, views.get(first) as SignupView)).toMatchObject({ status: 'cancelled' });
    const statusOf = new Map((await rows(line.id)).map(({ person_id, status }) => [person_id, status]));
    expect(order.map((personId) => statusOf.get(personId))).toEqual([
      'cancelled',
      'offered',
      'waitlisted',
      'waitlisted',
    ]);
    expect(await at.answerOffer.execute(second, views.get(second)?.id ?? '', 'accept', key())).toMatchObject({
      status: 'confirmed',
    });
  });

  it('marks leaving late once the seat can be offered to nobody', async () => {
    const { line, crowd } = await seed(1, 1);
    const [person] = crowd as [{ id: string }];
    const signup = await enter(person.id, line.id);
    await toDraw();
    clock.set(new Date(Date.parse(STARTS) - 3_600_000).toISOString());
    expect(await leave(person.id, signup)).toMatchObject({ status: 'cancelled-late' });
  });

  it('leaves out whoever withdrew, and nobody is late before the draw', async () => {
    const { line, crowd } = await seed(5, 2);
    const [a, b] = crowd as [{ id: string }, { id: string }];
    const gone = await enter(a.id, line.id);
    await enter(b.id, line.id);
    expect(await leave(a.id, gone)).toMatchObject({ status: 'cancelled' });
    // Entered again it is the same entry: nobody can try for a better number.
    expect((await enter(a.id, line.id)).id).toBe(gone.id);
    await leave(a.id, gone);
    await toDraw();
    expect((await published(line.id)).entries).toHaveLength(1);
    expect(await counters(line.id)).toEqual([1, 0]);
  });

  it('seats nobody at two places at one time, and says so in the list', async () => {
    const { line, crowd } = await seed(2, 2);
    const [a, b] = crowd as [{ id: string }, { id: string }];
    const entries = new Map([
      [a.id, await enter(a.id, line.id)],
      [b.id, await enter(b.id, line.id)],
    ]);
    const other = await db().uow.run((tx) => aLine(tx, {}));
    await enter(a.id, other.id);
    await toDraw();
    const drawn = await published(line.id);
    expect(replay(drawn)).toEqual({ same: true });
    const found = new Map(drawn.entries.map((entry) => [entry.number, entry]));
    expect(found.get(entryNumber(entries.get(a.id)?.id ?? ''))).toMatchObject({
      busy: true,
      outcome: 'waitlisted',
    });
    expect(found.get(entryNumber(entries.get(b.id)?.id ?? ''))).toMatchObject({
      busy: false,
      outcome: 'confirmed',
    });
  });

  it('draws for whoever comes to the desk before any job does', async () => {
    const { line, crowd } = await seed(1, 2, { waitlistLimit: 0 });
    const views = [];
    for (const { id } of crowd) views.push(await enter(id, line.id));
    clock.set(CLOSES);
    await code(enter(crowd[0]?.id ?? '', line.id));
    expect((await rows(line.id)).map(({ status }) => status).sort()).toEqual(['confirmed', 'not-drawn']);
    const lost = (await rows(line.id)).find(({ status }) => status === 'not-drawn');
    expect(await code(enter(lost?.person_id ?? '', line.id))).toBe('signup.closed');
  });

  it('keeps its time once it has been held, and its seed whatever changes before', async () => {
    const { line, crowd } = await seed(1, 1);
    const seeds = async () => (await at.showDraw.execute(line.id)).lottery.commitment;
    const committed = await seeds();
    await db().uow.run((tx) => at.lines.change(tx, line.id, { capacity: 2 }, { personId: 'worker' }));
    expect(await seeds()).toBe(committed);
    await enter(crowd[0]?.id ?? '', line.id);
    await toDraw();
    const later = '2026-11-30T12:00:00.000Z';
    const change = db().uow.run((tx) =>
      at.lines.change(tx, line.id, { closesAt: later }, { personId: 'worker' }),
    );
    expect(await code(change)).toBe('activity.wrong-state');
  });

  it('draws nothing that is called off, and a draw that nobody entered is over too', async () => {
    const off = await seed(1, 0, { calledOff: true });
    const empty = await seed(1, 0);
    expect(await toDraw()).toBe(1);
    expect((await at.showDraw.execute(off.line.id)).lottery.drawn_at).toBeNull();
    expect(replay(await published(empty.line.id))).toEqual({ same: true });
  });

  it('tells each person once, with an event for each place', async () => {
    const { line, crowd } = await seed(1, 3, { waitlistLimit: 1 });
    for (const { id } of crowd) await enter(id, line.id);
    await toDraw();
    const runner = new OutboxRunner(db().uow, clock, new SystemRandom());
    let told = 0;
    runner.handle(DRAWN, (tx, payload) => at.tellDrawn.execute(tx, payload));
    runner.handle('inbox.deliver', (_, payload) => {
      const { messages } = payload as { messages: { facts: { lineId?: string } }[] };
      told += messages.filter(({ facts }) => facts.lineId === line.id).length;
      return Promise.resolve();
    });
    while ((await runner.runOnce()) > 0);
    const events = await db().uow.read((tx) =>
      tx.query<{ after_status: string }>(
        "SELECT after_status FROM signup_event WHERE line_id = ? AND action = 'drawn'",
        [line.id],
      ),
    );
    expect(events.map(({ after_status }) => after_status).sort()).toEqual([
      'confirmed',
      'not-drawn',
      'waitlisted',
    ]);
    expect(told).toBe(3);
  });

  /** Parties enter and withdraw, are drawn, and leave or answer offers: after each step the line keeps its promises. */
  it('keeps every promise of a line, whoever enters, withdraws, is drawn and leaves', async () => {
    // A party that is passed over waits in front of a smaller one that has a seat.
    const ofLotteries = (text: string) => !text.startsWith('positions') && !text.includes('in front of');
    const crowd = await db().uow.run((tx) => people(tx, 7));
    // Somebody leaves, and whoever is offered the seats answers.
    const acts = fc.array(
      fc.record({ who: fc.nat(6), answer: fc.constantFrom('accept' as const, 'decline' as const) }),
      {
        maxLength: 6,
      },
    );
    const parties = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 7 });
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 3, max: 6 }),
        fc.constantFrom(0, 3, 20),
        parties,
        fc.array(fc.nat(6), { maxLength: 3 }),
        acts,
        async (capacity, waitlistLimit, companions, withdrawn, later) => {
          clock.set('2026-11-23T02:00:00.000Z');
          const { line } = await seed(capacity, 0, { waitlistLimit });
          const kept = async () =>
            expect((await brokenPromises(db().uow, line.id, capacity)).filter(ofLotteries)).toEqual([]);
          const views: SignupView[] = [];
          for (const [index, more] of companions.entries())
            views.push(await enter(crowd[index]?.id ?? '', line.id, with_(more)));
          for (const who of withdrawn)
            await code(leave(crowd[who]?.id ?? '', views[who] ?? ({ id: 'none' } as SignupView)));
          await kept();
          await toDraw();
          await kept();
          expect(replay(await published(line.id))).toEqual({ same: true });
          for (const { who, answer } of later) {
            const signup = views[who];
            if (signup === undefined) continue;
            seen.add(
              `leave ${await leave(crowd[who]?.id ?? '', signup).then(({ status }) => status, String)}`,
            );
            await kept();
            const offered = (await rows(line.id)).find(({ status }) => status === 'offered');
            if (offered === undefined) continue;
            const { status } = await at.answerOffer.execute(offered.person_id, offered.id, answer, key());
            seen.add(`${answer} ${status}`);
            await kept();
          }
          // The same people enter the next line: nothing of this one may clash with it.
          await db().uow.run((tx) => tx.query('DELETE FROM signup WHERE line_id = ?', [line.id]));
        },
      ),
      { numRuns: 40, seed: 20_261_128, endOnFailure: true },
    );
    for (const outcome of ['leave cancelled', 'accept confirmed', 'decline declined'])
      expect([...seen]).toContain(outcome);
  }, 120_000);
});
