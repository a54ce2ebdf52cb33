import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { TestClock } from '../../test/test-clock.js';
import { WechatStandIn } from '../../test/wechat-stand-in.js';
import { WechatClient } from './wechat-client.js';
import { WechatFailure } from './wechat-failure.js';

const SESSION = '/sns/jscode2session';
const TOKEN = '/cgi-bin/stable_token';
/** Any interface that needs the token. */
const CHECK = '/wxa/business/getuserphonenumber';
const Ok = v.object({ errcode: v.literal(0) });

describe('WechatClient, against a stand-in that speaks the documented protocol', () => {
  let clock: TestClock;
  let wechat: WechatStandIn;
  let client: WechatClient;

  beforeAll(async () => {
    clock = new TestClock();
    wechat = await new WechatStandIn(clock).start();
  });
  afterAll(() => wechat.stop());
  beforeEach(() => {
    wechat.reset();
    client = new WechatClient(wechat.config, clock, 300);
  });

  const failure = async (work: Promise<unknown>) => {
    const error = await work.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(WechatFailure);
    const { reason, errcode, message } = error as WechatFailure;
    expect(message).not.toContain(wechat.appSecret);
    return { reason, errcode };
  };

  describe('codeToSession', () => {
    it('gives the open id, and never the session key', async () => {
      expect(await client.codeToSession(wechat.code('o-1', 'u-1'))).toEqual({
        openId: 'o-1',
        unionId: 'u-1',
      });
      expect(await client.codeToSession(wechat.code('o-2'))).toEqual({ openId: 'o-2', unionId: null });
    });

    it('refuses a code that was used', async () => {
      const code = wechat.code('o-1');
      await client.codeToSession(code);
      expect(await failure(client.codeToSession(code))).toEqual({ reason: 'code-refused', errcode: 40163 });
    });

    it('refuses a code after five minutes, and an invented one', async () => {
      const code = wechat.code('o-1');
      clock.advance(5);
      expect(await failure(client.codeToSession(code))).toEqual({ reason: 'code-refused', errcode: 40029 });
      expect(await failure(client.codeToSession('invented'))).toEqual({
        reason: 'code-refused',
        errcode: 40029,
      });
    });

    it.each([
      [40226, 'account-blocked'],
      [45011, 'unavailable'],
      [40013, 'unavailable'],
    ])('takes %i as %s, without a second try', async (errcode, reason) => {
      wechat.fail(SESSION, { errcode });
      expect(await failure(client.codeToSession(wechat.code('o-1')))).toEqual({ reason, errcode });
      expect(wechat.requests.get(SESSION)).toBe(1);
    });

    it('tries again while WeChat is busy, three times at most', async () => {
      wechat.fail(SESSION, { errcode: -1 }, 2);
      expect(await client.codeToSession(wechat.code('o-1'))).toMatchObject({ openId: 'o-1' });
      wechat.reset();
      wechat.fail(SESSION, { errcode: -1 }, 9);
      expect(await failure(client.codeToSession(wechat.code('o-1')))).toEqual({
        reason: 'unavailable',
        errcode: -1,
      });
      expect(wechat.requests.get(SESSION)).toBe(3);
    });

    it.each([['hang'], [{ status: 502 }]] as const)('gives up on %j', async (answer) => {
      wechat.fail(SESSION, answer);
      expect(await failure(client.codeToSession(wechat.code('o-1')))).toEqual({
        reason: 'unavailable',
        errcode: null,
      });
    });

    it('asks nobody without an AppID', async () => {
      expect(await failure(new WechatClient(null, clock).codeToSession('any'))).toEqual({
        reason: 'unavailable',
        errcode: null,
      });
    });

    it('sends the code escaped', async () => {
      expect(await failure(client.codeToSession('a&appid=other'))).toEqual({
        reason: 'code-refused',
        errcode: 40029,
      });
    });
  });

  describe('the access token', () => {
    it('is asked for once by many at the same time, and kept', async () => {
      const tokens = await Promise.all(Array.from({ length: 20 }, () => client.accessToken()));
      expect(new Set([...tokens, await client.accessToken()]).size).toBe(1);
      expect(wechat.requests.get(TOKEN)).toBe(1);
    });

    it('is renewed shortly before it ends', async () => {
      wechat.dropToken();
      await client.accessToken();
      clock.advance(114);
      await client.accessToken();
      expect(wechat.requests.get(TOKEN)).toBe(1);
      clock.advance(2);
      await client.accessToken();
      expect(wechat.requests.get(TOKEN)).toBe(2);
      expect(await client.call(Ok, CHECK, {})).toEqual({ errcode: 0 });
    });

    it.each([40001, 42001])(
      'is renewed by force once after %i, by many callers together',
      async (errcode) => {
        await client.accessToken();
        wechat.fail(CHECK, { errcode }, 5);
        const answers = await Promise.all(
          Array.from({ length: 5 }, () => client.call(Ok, CHECK, { content: '你好' })),
        );
        expect(answers).toHaveLength(5);
        expect(wechat.requests.get(TOKEN)).toBe(2);
        expect(wechat.requests.get(CHECK)).toBe(10);
      },
    );

    it('comes anew when another process forced a renewal', async () => {
      await client.accessToken();
      wechat.dropToken();
      expect(await client.call(Ok, CHECK, {})).toEqual({ errcode: 0 });
    });

    it('is not renewed a second time for the same call', async () => {
      wechat.fail(CHECK, { errcode: 40001 }, 9);
      expect(await failure(client.call(Ok, CHECK, {}))).toEqual({ reason: 'unavailable', errcode: 40001 });
      expect(wechat.requests.get(CHECK)).toBe(2);
    });

    it('is asked for again after a failure', async () => {
      wechat.fail(TOKEN, { errcode: 40125 });
      expect(await failure(client.accessToken())).toEqual({ reason: 'unavailable', errcode: 40125 });
      await expect(client.accessToken()).resolves.toMatch(/\w/);
    });
  });
});
