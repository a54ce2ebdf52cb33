/** Why WeChat's answer is of no use: the code is wrong or used, the account is blocked, or WeChat cannot be asked now. */
export type WechatReason = 'code-refused' | 'account-blocked' | 'unavailable';

/** WeChat said no, or nothing. Holds its `errcode`, never what was sent: that contains the app's secret. */
export class WechatFailure extends Error {
  constructor(
    readonly reason: WechatReason,
    /** WeChat's own number; null when no answer came that could be read. */
    readonly errcode: number | null,
    what: string,
  ) {
    super(`WeChat: ${what}${errcode === null ? '' : ` (errcode ${errcode})`}`);
    this.name = 'WechatFailure';
  }
}

/**
 * WeChat's documented error codes.
 * -1 system busy, try again; 40001 access token wrong, 42001 expired, 40014 not a token; 40029 login code wrong or
 * older than five minutes; 40163 login code used before; 40226 user of high risk, sign-in blocked; 45011 this user
 * asks too often; 40013 and 40125 are our own AppID and AppSecret.
 */
export const BUSY = -1;
export const TOKEN_REFUSED: ReadonlySet<number> = new Set([40001, 42001, 40014]);
const CODE_REFUSED: ReadonlySet<number> = new Set([40029, 40163]);
const BLOCKED = 40226;

export function failureOf(errcode: number, what: string): WechatFailure {
  if (CODE_REFUSED.has(errcode)) return new WechatFailure('code-refused', errcode, what);
  if (errcode === BLOCKED) return new WechatFailure('account-blocked', errcode, what);
  return new WechatFailure('unavailable', errcode, what);
}
