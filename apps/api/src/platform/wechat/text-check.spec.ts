import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TestClock } from '../../test/test-clock.js';
import { WechatStandIn } from '../../test/wechat-stand-in.js';
import { checkText, LONGEST_TEXT } from './text-check.js';
import { WechatClient } from './wechat-client.js';
import { WechatFailure } from './wechat-failure.js';

const CHECK = '/wxa/msg_sec_check';

describe('checkText, against a stand-in that speaks the documented protocol', () => {
  let wechat: WechatStandIn;
  let client: WechatClient;

  beforeAll(async () => {
    const clock = new TestClock();
    wechat = await new WechatStandIn(clock).start();
    client = new WechatClient(wechat.config, clock, 300);
  });
  afterAll(() => wechat.stop());
  beforeEach(() => wechat.reset());

  const check = (content: string, openId = 'o-1') => checkText(client, { openId, content, scene: 'comment' });

  it.each([
    ['老师很耐心', 'pass'],
    ['[review] 拿不准', 'review'],
    ['[risky] 不能给人看', 'risky'],
  ])('takes %s as %s', async (content, verdict) => {
    expect(await check(content)).toBe(verdict);
    expect(wechat.checked.at(-1)).toEqual({ openId: 'o-1', content });
  });

  it.each([
    ['an author who was away for two hours', 'stale-1'],
    ["another app's open id", 'foreign-1'],
    ['no open id', ''],
  ])('says of %s that asking again is no use', async (_, openId) => {
    expect(await check('你好', openId)).toBe('uncheckable');
    expect(wechat.requests.get(CHECK)).toBe(1);
  });

  it('takes the longest text and no longer one', async () => {
    expect(await check('好'.repeat(LONGEST_TEXT))).toBe('pass');
    await expect(check('好'.repeat(LONGEST_TEXT + 1))).rejects.toThrow(RangeError);
    await expect(check('')).rejects.toThrow(RangeError);
  });

  it.each([[{ errcode: 45011 }], [{ status: 502 }], ['hang']] as const)(
    'fails, to be asked again later, on %j',
    async (answer) => {
      wechat.fail(CHECK, answer);
      await expect(check('你好')).rejects.toThrow(WechatFailure);
    },
  );

  it('waits out a busy moment and renews a refused token', async () => {
    wechat.fail(CHECK, { errcode: -1 });
    expect(await check('你好')).toBe('pass');
    wechat.dropToken();
    expect(await check('你好')).toBe('pass');
  });
});
