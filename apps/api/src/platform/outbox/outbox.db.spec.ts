import { beforeEach, expect, it } from '@jest/globals';
import { onBothEngines } from '../../test/engines.js';
import { TestClock } from '../../test/test-clock.js';
import { insertRows } from '../db/rows.js';
import { SystemRandom } from '../random/random.js';
import { Outbox } from './outbox.js';
import { MOST_ATTEMPTS, type OutboxHandler, OutboxRunner } from './outbox-runner.js';
import { retryDelayMs } from './retry-delay.js';

const random = new SystemRandom();
const LEASE_MINUTES = 0.5;

it('waits longer after each failure, an hour at most', () => {
  expect([1, 2, 3, 11, 12, 99].map(retryDelayMs)).toEqual([
    2_000, 4_000, 8_000, 2_048_000, 3_600_000, 3_600_000,
  ]);
});

onBothEngines('the outbox', (db) => {
  let clock: TestClock;
  beforeEach(async () => {
    clock = new TestClock();
    await db().uow.run(async (tx) => {
      await tx.query('DELETE FROM outbox');
      await tx.query('DELETE FROM category');
    });
  });

  const put = (amount: number) =>
    db().uow.run((tx) =>
      new Outbox(clock, random).put(
        tx,
        Array.from({ length: amount }, (_, at) => ({ topic: 'add', payload: { at } })),
      ),
    );
  /** The effect in the database: one row per event. */
  const add: OutboxHandler = (tx, _, eventId) =>
    insertRows(tx, 'category', [{ id: eventId, name: 'x', cover: 'arts', sort: 0 }]);
  const runner = (handler: OutboxHandler = add) => {
    const made = new OutboxRunner(db().uow, clock, random);
    made.handle('add', handler);
    return made;
  };
  const effects = async () => (await db().uow.read((tx) => tx.query('SELECT id FROM category'))).length;
  const rows = () =>
    db().uow.read((tx) =>
      tx.query<{
        attempts: number;
        due_at: string | null;
        done_at: string | null;
        dead_at: string | null;
        last_error: string | null;
      }>('SELECT attempts, due_at, done_at, dead_at, last_error FROM outbox'),
    );

  it('delivers once, and is empty then', async () => {
    await put(3);
    const one = runner();
    expect([await one.runOnce(), await one.runOnce()]).toEqual([3, 0]);
    expect(await effects()).toBe(3);
  });

  it('asks outside without a transaction, all events of a round at once, and keeps each answer once', async () => {
    await put(3);
    const made = new OutboxRunner(db().uow, clock, random);
    let asking = 0;
    let most = 0;
    made.handlePrepared('add', async (payload, eventId) => {
      most = Math.max(most, (asking += 1));
      // A transaction inside a transaction would be refused.
      await db().uow.read((tx) => tx.query('SELECT id FROM category'));
      await new Promise((resolve) => setTimeout(resolve, 20));
      asking -= 1;
      return (tx) => add(tx, payload, eventId);
    });
    expect([await made.runOnce(), await made.runOnce()]).toEqual([3, 0]);
    expect([await effects(), most]).toEqual([3, 3]);
  });

  it('puts an event off when nobody outside answers, and takes one handler for a topic', async () => {
    await put(1);
    const made = new OutboxRunner(db().uow, clock, random);
    made.handlePrepared('add', () => Promise.reject(new TypeError('away')));
    await made.runOnce();
    expect(await rows()).toMatchObject([{ attempts: 1, done_at: null, last_error: 'TypeError' }]);
    expect(() => made.handle('add', add)).toThrow('two handlers');
  });

  it('delivers each of 200 events once with two processes at work', async () => {
    await put(200);
    const both = [runner(), runner()];
    for (let took = 1; took > 0;)
      took = (await Promise.all(both.map((each) => each.runOnce()))).reduce((a, b) => a + b);
    expect(await effects()).toBe(200);
    expect((await rows()).filter(({ done_at }) => done_at === null)).toEqual([]);
  });

  it('lets another process take over when one dies after claiming, not before its lease ends', async () => {
    await put(2);
    // Seen from the database, a process that died after its claim just never comes back.
    await db().uow.run((tx) =>
      tx.query('UPDATE outbox SET lease_owner = ?, lease_until = ?', [
        'dead-process',
        clock.in(LEASE_MINUTES),
      ]),
    );
    expect(await runner().runOnce()).toBe(0);
    clock.advance(LEASE_MINUTES);
    expect(await runner().runOnce()).toBe(2);
    expect(await effects()).toBe(2);
  });

  it('does nothing late for an event that another process has taken over meanwhile', async () => {
    await put(1);
    const other = runner();
    let first = true;
    const uow = db().uow;
    // Between claim and delivery the lease of the slow one ends, and the other delivers.
    const slow = new OutboxRunner(
      {
        engine: uow.engine,
        run: async (work: Parameters<typeof uow.run>[0]) => {
          if (first) {
            first = false;
            const claimed = await uow.run(work);
            clock.advance(LEASE_MINUTES);
            await other.runOnce();
            return claimed;
          }
          return uow.run(work);
        },
      } as unknown as typeof uow,
      clock,
      random,
    );
    slow.handle('add', add);
    expect(await slow.runOnce()).toBe(1);
    expect(await effects()).toBe(1);
  });

  it('rolls a failed delivery back, waits, and tries again', async () => {
    await put(1);
    let failures = 1;
    const one = runner(async (...event) => {
      await add(...event);
      if (failures-- > 0) throw new RangeError('personal data in here');
    });
    await one.runOnce();
    expect(await effects()).toBe(0);
    expect(await rows()).toMatchObject([{ attempts: 1, last_error: 'RangeError', done_at: null }]);
    clock.advance(retryDelayMs(1) / 60_000 - 0.001);
    expect(await one.runOnce()).toBe(0);
    clock.advance(0.001);
    await one.runOnce();
    expect(await effects()).toBe(1);
  });

  it('puts an event aside after ten failures, and the others go on', async () => {
    await put(1);
    const broken = runner(() => Promise.reject(new Error('always')));
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      expect(await broken.runOnce()).toBe(1);
      clock.advance(61);
    }
    expect(await broken.runOnce()).toBe(0);
    expect(await rows()).toMatchObject([{ attempts: MOST_ATTEMPTS, due_at: null, last_error: 'Error' }]);
    expect((await rows())[0]?.dead_at).not.toBeNull();
    await put(1);
    await runner().runOnce();
    expect(await effects()).toBe(1);
  });

  it('keeps an event whose topic nobody handles yet', async () => {
    await put(1);
    await new OutboxRunner(db().uow, clock, random).runOnce();
    clock.advance(1);
    await runner().runOnce();
    expect(await effects()).toBe(1);
  });

  it('refuses a second handler of one topic', () => {
    expect(() => runner().handle('add', add)).toThrow('two handlers');
  });

  it('runs by itself, and stops when told to', async () => {
    await put(1);
    const one = runner();
    one.start((error) => {
      throw error;
    });
    while ((await effects()) === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    await one.stop();
    await put(1);
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(await effects()).toBe(1);
  });
});
