import { setTimeout as sleep } from 'node:timers/promises';
import * as v from 'valibot';
import type { Clock } from '../clock/clock.js';
import type { Config } from '../config/config.js';
import { BUSY, failureOf, TOKEN_REFUSED, WechatFailure } from './wechat-failure.js';

/** WeChat has so many milliseconds to answer. */
const PATIENCE_MS = 5_000;
/** How often a request is sent at most while WeChat says that it is busy, and the pause before the next try. */
const MOST_TRIES = 3;
const PAUSE_MS = 100;
/** An access token is renewed so long before it ends, so that none ends on its way. */
const EARLY_MS = 5 * 60_000;

const Failure = v.object({ errcode: v.number() });
const SessionAnswer = v.object({
  openid: v.pipe(v.string(), v.minLength(1)),
  unionid: v.optional(v.string()),
});
const TokenAnswer = v.object({ access_token: v.pipe(v.string(), v.minLength(1)), expires_in: v.number() });

export interface WechatSession {
  readonly openId: string;
  /** The same person in other apps of the same owner, where WeChat gives it. */
  readonly unionId: string | null;
}

interface AccessToken {
  readonly value: string;
  readonly renewAt: number;
}

/**
 * WeChat's server interface. Never called inside `UnitOfWork.run`. Each method throws {@link WechatFailure}.
 *
 * @see developers.weixin.qq.com: auth.code2Session, auth.getStableAccessToken
 */
export class WechatClient {
  #token: AccessToken | undefined;
  #asking: Promise<AccessToken> | undefined;

  constructor(
    private readonly app: Config['wechat'],
    private readonly clock: Clock,
    private readonly patienceMs = PATIENCE_MS,
  ) {}

  /** Whether there is a mini-app to speak for; without one, every call fails as unavailable. */
  get isConfigured(): boolean {
    return this.app !== null;
  }

  /** Exchanges a code of `wx.login`, which lives five minutes and works once. `session_key` is not kept. */
  async codeToSession(code: string): Promise<WechatSession> {
    const { appId, appSecret } = this.#configured();
    const query = new URLSearchParams({
      appid: appId,
      secret: appSecret,
      js_code: code,
      grant_type: 'authorization_code',
    });
    const { openid, unionid } = await this.#ask(SessionAnswer, `/sns/jscode2session?${query}`);
    return { openId: openid, unionId: unionid ?? null };
  }

  /**
   * Calls an interface that needs the app's access token. When WeChat refuses the token, it is renewed by force and
   * the call repeated once.
   *
   * @param path begins with a slash and has no query.
   */
  async call<S extends v.GenericSchema>(answer: S, path: string, body: unknown): Promise<v.InferOutput<S>> {
    const token = await this.accessToken();
    try {
      return await this.#ask(answer, `${path}?access_token=${encodeURIComponent(token)}`, body);
    } catch (error) {
      if (!(error instanceof WechatFailure) || error.errcode === null || !TOKEN_REFUSED.has(error.errcode))
        throw error;
      const renewed = await this.#renewed(token);
      return this.#ask(answer, `${path}?access_token=${encodeURIComponent(renewed)}`, body);
    }
  }

  /** The app's access token, kept until shortly before it ends; callers at the same time share one request. */
  async accessToken(): Promise<string> {
    const known = this.#token;
    if (known !== undefined && this.clock.now().getTime() < known.renewAt) return known.value;
    return (await this.#askToken(false)).value;
  }

  /** A token other than the refused one. WeChat allows 20 forced renewals a day, so only the first of many forces. */
  async #renewed(refused: string): Promise<string> {
    const known = this.#asking === undefined ? this.#token : await this.#asking;
    if (known !== undefined && known.value !== refused) return known.value;
    return (await this.#askToken(true)).value;
  }

  #askToken(force: boolean): Promise<AccessToken> {
    this.#asking ??= this.#fetchToken(force).finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  async #fetchToken(force: boolean): Promise<AccessToken> {
    const { appId, appSecret } = this.#configured();
    const body = { grant_type: 'client_credential', appid: appId, secret: appSecret, force_refresh: force };
    const answer = await this.#ask(TokenAnswer, '/cgi-bin/stable_token', body);
    const lifeMs = answer.expires_in * 1_000;
    this.#token = {
      value: answer.access_token,
      // A token about to end (another process asked for it long ago) is still good for half of what is left.
      renewAt: this.clock.now().getTime() + Math.max(lifeMs - EARLY_MS, lifeMs / 2),
    };
    return this.#token;
  }

  async #ask<S extends v.GenericSchema>(
    schema: S,
    address: string,
    body?: unknown,
  ): Promise<v.InferOutput<S>> {
    const path = address.replace(/\?.*$/s, '');
    for (let attempt = 1; ; attempt += 1) {
      const answer = await this.#send(address, path, body);
      const failed = v.safeParse(Failure, answer);
      const errcode = failed.success ? failed.output.errcode : 0;
      if (errcode === BUSY && attempt < MOST_TRIES) {
        await sleep(PAUSE_MS * attempt);
        continue;
      }
      if (errcode !== 0) throw failureOf(errcode, `${path} refused`);
      const parsed = v.safeParse(schema, answer);
      if (!parsed.success) throw new WechatFailure('unavailable', null, `${path} answered something else`);
      return parsed.output;
    }
  }

  async #send(address: string, path: string, body: unknown): Promise<unknown> {
    const { baseUrl } = this.#configured();
    try {
      const response = await fetch(baseUrl + address, {
        method: body === undefined ? 'GET' : 'POST',
        ...(body !== undefined && {
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json' },
        }),
        signal: AbortSignal.timeout(this.patienceMs),
        redirect: 'error',
      });
      if (response.status !== 200) throw new Error('status');
      // WeChat sends JSON as text/plain.
      return JSON.parse(await response.text()) as unknown;
    } catch {
      // The cause may hold the address, and with it the secret.
      throw new WechatFailure('unavailable', null, `${path} did not answer`);
    }
  }

  #configured(): NonNullable<Config['wechat']> {
    if (this.app === null)
      throw new WechatFailure('unavailable', null, 'WECHAT_APP_ID and WECHAT_APP_SECRET are not set');
    return this.app;
  }
}
