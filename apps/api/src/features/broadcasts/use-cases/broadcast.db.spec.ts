/** Real: the app, both databases, the outbox, WeChat's protocol against a stand-in. Not real: WeChat, the clock. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { broadcastRoutes as routes } from '@xiaolin/shared-types/broadcasts/routes';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { OutboxRunner } from '../../../platform/outbox/outbox-runner.js';
import { SystemRandom } from '../../../platform/random/random.js';
import { codeOf, startTestApp, type TestApp, valueOf } from '../../../test/app.js';
import { aLine, aMembership, anOrganization, aPerson, people } from '../../../test/builders.js';
import { describeOnMysql } from '../../../test/engines.js';
import { confirmedPlaces } from '../../../test/shift-builders.js';
import { TestClock } from '../../../test/test-clock.js';
import { WechatStandIn } from '../../../test/wechat-stand-in.js';
import { Messages } from '../../inbox/index.js';
import { TELL } from './broadcasting.js';
import { TellRoster } from './tell-roster.js';

const CHECK = '/wxa/msg_sec_check';
const LEASE_MINUTES = 0.5;
const random = new SystemRandom();

for (const [engine, suite] of [
  ['sqlite', describe],
  ['mysql', describeOnMysql],
] as const)
  suite(`a notice to a roster [${engine}]`, () => {
    const clock = new TestClock();
    let wechat: WechatStandIn;
    let app: TestApp;
    let lineId = '';
    let keys = 0;

    beforeAll(async () => {
      wechat = await new WechatStandIn(clock).start();
      app = await startTestApp(engine, clock, { wechat: wechat.config });
      await app.seed(async (tx) => {
        await anOrganization(tx, { id: 'here' });
        for (const id of ['worker', 'boss']) await aPerson(tx, { id });
        await aMembership(tx, 'worker', 'here');
        await aMembership(tx, 'boss', 'here', 'administrator');
        await tx.query("UPDATE person SET wechat_open_id = 'o-worker' WHERE id = 'worker'");
      });
    });
    afterAll(async () => {
      await app.close();
      await wechat.stop();
    });
    beforeEach(() => wechat.reset());

    /** A roster of so many with an account, and some who were signed up by hand. */
    const aRoster = async (accounts: number, byHand = 0) => {
      lineId = await app.seed(async (tx) => {
        for (const table of ['message', 'outbox']) await tx.query(`DELETE FROM ${table}`);
        const line = await aLine(tx, { organizationId: 'here', title: '健康讲座' });
        const ids: string[] = [];
        for (let left = accounts; left > 0; left -= 500)
          ids.push(...(await people(tx, Math.min(left, 500))).map(({ id }) => id));
        await tx.query(
          "UPDATE person SET demo_kind = 'resident' WHERE wechat_open_id IS NULL AND phone IS NULL",
        );
        if (byHand > 0)
          ids.push(
            ...(await people(tx, byHand, { name: '段奶奶', phone: '13800000042' })).map(({ id }) => id),
          );
        await confirmedPlaces(tx, line.id, ids);
        return line.id;
      });
    };
    const send = (words: string, amount: number, requestKey = `notice-key-${(keys += 1)}`) =>
      app.call(routes.send, {
        params: { lineId },
        body: { requestKey, audience: 'confirmed', words, people: amount },
        as: 'worker',
      });
    const shown = async (broadcastId: string, as = 'worker') =>
      valueOf(await app.call(routes.detail, { params: { broadcastId }, as }));
    const heard = async () =>
      (
        await app.seed((tx) =>
          tx.query<{ person_id: string; amount: number | string }>(
            "SELECT person_id, COUNT(*) AS amount FROM message WHERE kind = 'broadcast.words' GROUP BY person_id",
          ),
        )
      ).map(({ amount }) => Number(amount));

    it('tells 5,000 with progress, nobody twice, though a process dies in the middle of it', async () => {
      await aRoster(4_990, 10);
      const { id, state } = valueOf(await send('教室换到二楼，请走东门。', 5_000));
      expect([state, (await shown(id)).done]).toEqual(['sending', 0]);
      // A process of its own that dies inside its third transaction, its work undone, its lease still running.
      const dying = new OutboxRunner(app.uow, clock, random);
      const outbox = new Outbox(clock, random);
      const teller = new TellRoster(dying, clock, outbox, new Messages(outbox));
      let left = 3;
      dying.handle(TELL, async (tx, _, eventId) => {
        await teller.execute(tx, id);
        if ((left -= 1) > 0) return;
        await tx.query('SELECT id FROM outbox WHERE id = ?', [eventId]);
        throw new Error('killed');
      });
      dying.handle('inbox.deliver', () => Promise.reject(new Error('not mine')));
      while (left > 0) await dying.runOnce();
      const seen = await shown(id);
      expect([seen.state, seen.done, seen.people]).toEqual(['sending', 1_000, 5_000]);
      await app.seed((tx) =>
        tx.query(
          "UPDATE outbox SET lease_owner = 'dead', lease_until = ? WHERE topic = ? AND done_at IS NULL",
          [clock.in(LEASE_MINUTES), TELL],
        ),
      );
      clock.advance(LEASE_MINUTES);
      await app.deliverOutbox();
      clock.advance(LEASE_MINUTES);
      await app.deliverOutbox();
      const done = await shown(id);
      expect([done.state, done.done, done.inApp, done.byPhone]).toEqual(['sent', 5_000, 4_990, 10]);
      const counts = await heard();
      expect([counts.length, Math.max(...counts)]).toEqual([4_990, 1]);
    }, 120_000);

    it('shows how many it comes to, and sends for exactly so many, once per request', async () => {
      await aRoster(3, 1);
      const preview = await app.call(routes.preview, {
        params: { lineId },
        query: { audience: 'confirmed' },
        as: 'worker',
      });
      expect(valueOf(preview)).toEqual({ people: 4, inApp: 3, byPhone: 1 });
      expect(codeOf(await send('请带水杯', 3))).toBe('broadcast.count-changed');
      const key = 'notice-key-same';
      const first = valueOf(await send('请带水杯', 4, key));
      expect(valueOf(await send('请带水杯', 4, key)).id).toBe(first.id);
      await app.deliverOutbox();
      expect(await heard()).toEqual([1, 1, 1]);
      const toCall = await app.call(routes.unreached, {
        params: { broadcastId: first.id },
        query: {},
        as: 'worker',
      });
      expect(valueOf(toCall).items).toMatchObject([{ displayName: '段奶奶', maskedPhone: '138****0042' }]);
    });

    it('refuses risky words at their field, and keeps nothing', async () => {
      await aRoster(1);
      const refused = await send('[risky] 加我', 1);
      expect(refused).toMatchObject({
        ok: false,
        problem: { code: 'broadcast.words-refused', errors: [{ path: 'body.words' }] },
      });
      await app.deliverOutbox();
      expect(await heard()).toEqual([]);
    });

    it('waits for an administrator where the check leaves it open, and tells the author', async () => {
      await aRoster(2);
      const { id, state, mayDecide } = valueOf(await send('[review] 拿不准', 2));
      expect([state, mayDecide, (await shown(id, 'boss')).mayDecide]).toEqual(['for-person', false, true]);
      await app.deliverOutbox();
      expect(await heard()).toEqual([]);
      const decide = (requestKey: string) =>
        app.call(routes.decide, {
          params: { broadcastId: id },
          body: { requestKey, decision: 'send' },
          as: 'boss',
        });
      valueOf(await decide('decide-key-1'));
      expect(codeOf(await decide('decide-key-2'))).toBe('broadcast.not-waiting');
      await app.deliverOutbox();
      expect(await heard()).toEqual([1, 1]);
    });

    it('loses nothing while the check is away, and sends once it answers', async () => {
      await aRoster(2);
      wechat.fail(CHECK, { status: 502 });
      const { id, state } = valueOf(await send('请带水杯', 2));
      expect(state).toBe('checking');
      await app.deliverOutbox();
      expect([(await shown(id)).state, (await heard()).length]).toEqual(['sent', 2]);
    });
  });
