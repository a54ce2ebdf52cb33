import { beforeEach, expect, it } from '@jest/globals';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { OutboxRunner } from '../../../platform/outbox/outbox-runner.js';
import { SystemRandom } from '../../../platform/random/random.js';
import { onBothEngines } from '../../../test/engines.js';
import { TestClock } from '../../../test/test-clock.js';
import type { NewMessage } from '../rules/batches.js';
import { DeliverMessages } from './deliver-messages.js';
import { DELIVER, Messages } from './messages.js';

const random = new SystemRandom();

const toPeople = (amount: number, eventKey = 'called-off:line-1'): NewMessage[] =>
  Array.from({ length: amount }, (_, at) => ({
    personId: `p-${at}`,
    kind: 'signup.called-off',
    facts: { title: '健康培训', reason: '下雨' },
    eventKey,
  }));

onBothEngines('Messages', (db) => {
  let clock: TestClock;
  let messages: Messages;

  beforeEach(async () => {
    clock = new TestClock();
    messages = new Messages(new Outbox(clock, random));
    await db().uow.run(async (tx) => {
      await tx.query('DELETE FROM message');
      await tx.query('DELETE FROM outbox');
    });
  });

  /** A process of its own: an outbox runner with the delivery registered. */
  function aProcess(
    around: (tx: Tx, deliver: () => Promise<void>) => Promise<void> = (_, deliver) => deliver(),
  ): OutboxRunner {
    const runner = new OutboxRunner(db().uow, clock, random);
    const delivery = new DeliverMessages(runner, clock, random);
    runner.handle(DELIVER, (tx, payload) => around(tx, () => delivery.execute(tx, payload)));
    return runner;
  }

  const inboxes = () =>
    db().uow.read((tx) =>
      tx.query<{ person_id: string; amount: number | string }>(
        'SELECT person_id, COUNT(*) AS amount FROM message GROUP BY person_id ORDER BY person_id',
      ),
    );
  const amounts = async () => (await inboxes()).map(({ amount }) => Number(amount));

  it('tells nobody when the transaction is rolled back', async () => {
    const failing = db().uow.run(async (tx) => {
      await messages.tell(tx, toPeople(3));
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    await aProcess().runOnce();
    expect(await inboxes()).toEqual([]);
  });

  it('reaches 1,200 people, more than one event carries', async () => {
    await db().uow.run((tx) => messages.tell(tx, toPeople(1_200)));
    const runner = aProcess();
    while ((await runner.runOnce()) > 0);
    expect(await amounts()).toEqual(Array.from({ length: 1_200 }, () => 1));
  });

  it('reaches each person once though told twice, delivered by two processes at once', async () => {
    await db().uow.run((tx) => messages.tell(tx, toPeople(300)));
    await db().uow.run((tx) => messages.tell(tx, [...toPeople(300)].reverse()));
    const runners = [aProcess(), aProcess()];
    for (let round = 0; round < 8; round += 1) {
      await Promise.all(runners.map((runner) => runner.runOnce()));
      clock.advance(1);
    }
    expect(await amounts()).toEqual(Array.from({ length: 300 }, () => 1));
    const [open] = await db().uow.read((tx) =>
      tx.query<{ n: number }>('SELECT COUNT(*) AS n FROM outbox WHERE done_at IS NULL'),
    );
    expect(Number(open?.n)).toBe(0);
  });

  it('tells of two different events twice', async () => {
    await db().uow.run((tx) => messages.tell(tx, [...toPeople(2), ...toPeople(2, 'promoted:line-1')]));
    await aProcess().runOnce();
    expect(await amounts()).toEqual([2, 2]);
  });

  it('delivers each message once when the process dies in the middle', async () => {
    await db().uow.run((tx) => messages.tell(tx, toPeople(10)));
    let deaths = 0;
    const dying = aProcess(async (tx, deliver) => {
      await deliver();
      if ((deaths += 1) === 1) throw new Error('killed after the insert');
      await tx.query('SELECT 1');
    });
    await dying.runOnce();
    expect(await inboxes()).toEqual([]);
    clock.advance(1);
    await dying.runOnce();
    expect(await amounts()).toEqual(Array.from({ length: 10 }, () => 1));
  });
});
