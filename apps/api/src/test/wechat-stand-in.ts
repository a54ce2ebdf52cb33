import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../platform/clock/clock.js';

/** Login codes live five minutes and work once; access tokens live two hours. */
const CODE_MS = 5 * 60_000;
const TOKEN_SECONDS = 7_200;

interface Fault {
  readonly path: string;
  /** WeChat's error code, or `hang` to answer nothing, or an HTTP status with a page. */
  readonly answer: { readonly errcode: number } | 'hang' | { readonly status: number };
  left: number;
}

/**
 * WeChat's server interface as documented, on this machine: code2Session, getStableAccessToken, and any interface
 * below `/wxa/` that needs an access token. What is real: paths, parameters, error codes, lives. What is not: WeChat.
 */
export class WechatStandIn {
  readonly appId = 'wx-stand-in';
  readonly appSecret = 'stand-in-secret';
  /** Requests so far, by path. */
  readonly requests = new Map<string, number>();
  /** Texts that were sent to the check, with whose they were. */
  readonly checked: { readonly openId: string; readonly content: string }[] = [];
  readonly #codes = new Map<
    string,
    { openId: string; unionId: string | undefined; endsAt: number; used: boolean }
  >();
  #token = { value: this.#newToken(), endsAt: 0 };
  #faults: Fault[] = [];
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  constructor(private readonly clock: Clock) {}

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get config() {
    const { port } = this.#server.address() as AddressInfo;
    return { baseUrl: `http://127.0.0.1:${port}`, appId: this.appId, appSecret: this.appSecret };
  }

  /** What `wx.login` would give the phone of this user. */
  code(openId: string, unionId?: string): string {
    const code = randomBytes(16).toString('hex');
    this.#codes.set(code, { openId, unionId, endsAt: this.clock.now().getTime() + CODE_MS, used: false });
    return code;
  }

  /** The next requests of this path get this answer. */
  fail(path: string, answer: Fault['answer'], times = 1): void {
    this.#faults.push({ path, answer, left: times });
  }

  /** As if somebody else had asked for another token by force. */
  dropToken(): void {
    this.#token = { value: this.#newToken(), endsAt: 0 };
  }

  reset(): void {
    this.#faults = [];
    this.requests.clear();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://stand-in');
    this.requests.set(url.pathname, (this.requests.get(url.pathname) ?? 0) + 1);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    const body = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
    const fault = this.#faults.find(({ path, left }) => path === url.pathname && left > 0);
    if (fault !== undefined) fault.left -= 1;
    const given = fault?.answer;
    if (given === 'hang') return;
    if (given !== undefined && 'status' in given) {
      response.writeHead(given.status, { 'content-type': 'text/html' }).end('<h1>bad gateway</h1>');
      return;
    }
    const errcode = given?.errcode;
    const answer =
      errcode === undefined
        ? this.#answer(`${request.method} ${url.pathname}`, url.searchParams, body)
        : failed(errcode);
    response.writeHead(200, { 'content-type': 'text/plain' }).end(JSON.stringify(answer));
  }

  #answer(operation: string, query: URLSearchParams, body: Record<string, unknown>): object {
    if (operation === 'GET /sns/jscode2session') return this.#session(query);
    if (operation === 'POST /cgi-bin/stable_token') return this.#stableToken(body);
    if (operation === 'POST /wxa/msg_sec_check') return this.#textCheck(query, body);
    if (operation.startsWith('POST /wxa/')) return this.#guarded(query);
    return failed(-1000);
  }

  #session(query: URLSearchParams): object {
    if (query.get('grant_type') !== 'authorization_code') return failed(40002);
    if (query.get('appid') !== this.appId) return failed(40013);
    if (query.get('secret') !== this.appSecret) return failed(40125);
    const code = this.#codes.get(query.get('js_code') ?? '');
    if (code === undefined || code.endsAt <= this.clock.now().getTime()) return failed(40029);
    if (code.used) return failed(40163);
    code.used = true;
    return {
      session_key: randomBytes(16).toString('base64'),
      openid: code.openId,
      ...(code.unionId && { unionid: code.unionId }),
    };
  }

  #stableToken(body: Record<string, unknown>): object {
    if (body['grant_type'] !== 'client_credential') return failed(40002);
    if (body['appid'] !== this.appId) return failed(40013);
    if (body['secret'] !== this.appSecret) return failed(40125);
    const now = this.clock.now().getTime();
    if (body['force_refresh'] === true || this.#token.endsAt <= now)
      this.#token = { value: this.#newToken(), endsAt: now + TOKEN_SECONDS * 1_000 };
    return { access_token: this.#token.value, expires_in: Math.floor((this.#token.endsAt - now) / 1_000) };
  }

  #guarded(query: URLSearchParams): object {
    if (query.get('access_token') !== this.#token.value) return failed(40001);
    if (this.#token.endsAt <= this.clock.now().getTime()) return failed(42001);
    return { errcode: 0, errmsg: 'ok' };
  }

  /**
   * msgSecCheck 2.0. What a text is worth is written in it: `[risky]`, `[review]`, else it passes; an open id that
   * begins with `stale` was not seen in two hours, one that begins with `foreign` belongs to another app.
   */
  #textCheck(query: URLSearchParams, body: Record<string, unknown>): object {
    const refused = this.#guarded(query) as { errcode: number };
    if (refused.errcode !== 0) return refused;
    const { content, openid: openId, scene, version } = body;
    if (typeof content !== 'string' || content === '') return failed(44002);
    if (version !== 2 || typeof openId !== 'string' || content.length > 2_500) return failed(47001);
    if (![1, 2, 3, 4].includes(Number(scene))) return failed(40129);
    if (openId === '') return failed(40003);
    if (openId.startsWith('stale')) return failed(61010);
    if (openId.startsWith('foreign')) return failed(43104);
    this.checked.push({ openId, content });
    const suggest = /\[(risky|review)\]/.exec(content)?.[1] ?? 'pass';
    const label = suggest === 'pass' ? 100 : 20_006;
    return {
      errcode: 0,
      errmsg: 'ok',
      result: { suggest, label },
      detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }],
      trace_id: randomBytes(12).toString('hex'),
    };
  }

  #newToken(): string {
    return randomBytes(32).toString('base64url');
  }
}

const failed = (errcode: number): object => ({ errcode, errmsg: `error ${errcode}, rid: stand-in` });
