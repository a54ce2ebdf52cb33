import * as v from 'valibot';
import type { WechatClient } from './wechat-client.js';
import { WechatFailure } from './wechat-failure.js';

/** The most characters that one check takes. */
export const LONGEST_TEXT = 2_500;
/** Where a text appears; the check weighs it accordingly. */
const SCENES = { profile: 1, comment: 2, forum: 3, diary: 4 } as const;
/**
 * About this author WeChat gives no verdict: 40003 not an open id, 43104 an open id of another app, 61010 the person
 * was not in the mini-app within two hours.
 */
const UNCHECKABLE: ReadonlySet<number> = new Set([40003, 43104, 61010]);

const Verdict = v.object({
  errcode: v.literal(0),
  result: v.object({ suggest: v.picklist(['pass', 'review', 'risky']) }),
});

/** `uncheckable`: asking again would not help, a person has to look. */
export type TextVerdict = 'pass' | 'review' | 'risky' | 'uncheckable';

/**
 * Whether a text may be shown to others. Called outside `UnitOfWork.run`.
 *
 * @throws WechatFailure when WeChat cannot be asked now.
 * @throws RangeError for a text that is empty or longer than {@link LONGEST_TEXT}.
 * @see developers.weixin.qq.com: security.msgSecCheck, version 2.0
 */
export async function checkText(
  wechat: WechatClient,
  text: { readonly openId: string; readonly content: string; readonly scene: keyof typeof SCENES },
): Promise<TextVerdict> {
  if (text.content === '' || text.content.length > LONGEST_TEXT)
    throw new RangeError(`a text to check has 1 to ${LONGEST_TEXT} characters`);
  try {
    const answer = await wechat.call(Verdict, '/wxa/msg_sec_check', {
      version: 2,
      openid: text.openId,
      scene: SCENES[text.scene],
      content: text.content,
    });
    return answer.result.suggest;
  } catch (error) {
    if (error instanceof WechatFailure && error.errcode !== null && UNCHECKABLE.has(error.errcode))
      return 'uncheckable';
    throw error;
  }
}
