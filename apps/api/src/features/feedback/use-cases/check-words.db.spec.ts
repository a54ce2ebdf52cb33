/** Real: the app, both databases, the outbox, WeChat's protocol against a stand-in. Not real: WeChat, the clock. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { feedbackRoutes as routes } from '@xiaolin/shared-types/feedback/routes';
import { startTestApp, type TestApp, valueOf } from '../../../test/app.js';
import { aLine, aMembership, anOrganization, aPerson } from '../../../test/builders.js';
import { describeOnMysql } from '../../../test/engines.js';
import { aPlainActivity, confirmedPlaces } from '../../../test/shift-builders.js';
import { TestClock } from '../../../test/test-clock.js';
import { WechatStandIn } from '../../../test/wechat-stand-in.js';

const CHECK = '/wxa/msg_sec_check';

for (const [engine, suite] of [
  ['sqlite', describe],
  ['mysql', describeOnMysql],
] as const)
  suite(`words and WeChat's text check [${engine}]`, () => {
    const clock = new TestClock();
    let wechat: WechatStandIn;
    let app: TestApp;
    let serial = 0;

    beforeAll(async () => {
      wechat = await new WechatStandIn(clock).start();
      app = await startTestApp(engine, clock, { wechat: wechat.config });
      await app.seed(async (tx) => {
        await anOrganization(tx, { id: 'here' });
        await aPerson(tx, { id: 'worker' });
        await aMembership(tx, 'worker', 'here');
        await aPlainActivity(tx, { id: 'activity', organizationId: 'here' });
      });
    });
    afterAll(async () => {
      await app.close();
      await wechat.stop();
    });
    beforeEach(() => wechat.reset());

    /** Somebody with this open id came and writes this. */
    const write = async (words: string, openId: string | null) => {
      serial += 1;
      const personId = `guest-${serial}`;
      const signupId = await app.seed(async (tx) => {
        await aPerson(tx, { id: personId });
        await tx.query('UPDATE person SET wechat_open_id = ? WHERE id = ?', [openId, personId]);
        const line = await aLine(tx, { activityId: 'activity', organizationId: 'here' });
        await confirmedPlaces(tx, line.id, [personId]);
        await tx.query("UPDATE signup SET status = 'attended' WHERE line_id = ?", [line.id]);
        const [row] = await tx.query<{ id: string }>('SELECT id FROM signup WHERE line_id = ?', [line.id]);
        return row?.id ?? '';
      });
      const body = { requestKey: `key-${String(serial).padStart(8, '0')}`, score: 5, words };
      valueOf(await app.call(routes.give, { params: { signupId }, body, as: personId }));
      return signupId;
    };
    const stateOf = async (signupId: string) => {
      const [row] = await app.seed((tx) =>
        tx.query<{ words_state: string }>('SELECT words_state FROM feedback WHERE signup_id = ?', [signupId]),
      );
      return row?.words_state;
    };

    it.each([
      ['老师很耐心', 'o-1', 'shown'],
      ['[review] 拿不准', 'o-2', 'for-person'],
      ['[risky] 不能给人看', 'o-3', 'withheld'],
      ['很久没打开小程序', 'stale-1', 'for-person'],
      ['没有微信', null, 'for-person'],
    ])('%s of %s is %s', async (words, openId, state) => {
      const signupId = await write(words, openId);
      expect(await stateOf(signupId)).toBe('checking');
      await app.deliverOutbox();
      expect(await stateOf(signupId)).toBe(state);
    });

    it('shows the organiser what passed, and nothing else', async () => {
      const { items } = valueOf(
        await app.call(routes.ofActivity, { params: { activityId: 'activity' }, query: {}, as: 'worker' }),
      );
      expect(items.map(({ words }) => words)).toEqual(['老师很耐心']);
    });

    it('is asked again while WeChat cannot be asked, holding up nothing else', async () => {
      wechat.fail(CHECK, { status: 502 }, 2);
      const signupId = await write('过一会儿再看', 'o-9');
      await app.deliverOutbox();
      expect(await stateOf(signupId)).toBe('checking');
      clock.advance(1);
      await app.deliverOutbox();
      expect(await stateOf(signupId)).toBe('checking');
      clock.advance(1);
      await app.deliverOutbox();
      expect(await stateOf(signupId)).toBe('shown');
      expect(wechat.requests.get(CHECK)).toBe(3);
    });
  });
