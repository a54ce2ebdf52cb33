export type WireMethod = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface WireRequest {
  readonly url: string;
  readonly method: WireMethod;
  /** A JSON body, or for GET the query. */
  readonly data?: unknown;
  readonly header?: Readonly<Record<string, string>>;
}

/**
 * `answer`: the server spoke, with any status (weapp resolves every status, and so does H5).
 * `network`: nobody knows whether the server did it; a retry needs the same request key.
 */
export type WireResult =
  | { readonly kind: 'answer'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'network'; readonly reason: 'timeout' | 'unreachable' };

export type Wire = (request: WireRequest) => Promise<WireResult>;

export const wireTimeoutMs = 15_000;

interface TransportOptions {
  url: string;
  method: WireMethod;
  data?: unknown;
  header: Record<string, string>;
  timeout: number;
}

/** What both Taro.request (weapp) and Taro.request (H5, fetch) offer; specs pass a plain function. */
export type Transport = (options: TransportOptions) => PromiseLike<{ statusCode: number; data: unknown }>;

/** weapp says `request:fail timeout`; H5 aborts its fetch, which says `aborted`. */
const looksLikeTimeout = (error: unknown): boolean => {
  const { errMsg, message, name } = (error ?? {}) as { errMsg?: unknown; message?: unknown; name?: unknown };
  return /time(d )?-?out|abort/i.test(
    [errMsg, message, name].filter((part) => typeof part === 'string').join(' '),
  );
};

/** Never rejects: a failure of the network is a value, so no caller can forget it. */
export const createWire =
  (transport: Transport): Wire =>
  async ({ url, method, data, header }) => {
    try {
      const response = await transport({ url, method, data, header: { ...header }, timeout: wireTimeoutMs });
      return { kind: 'answer', status: response.statusCode, body: response.data };
    } catch (error) {
      return { kind: 'network', reason: looksLikeTimeout(error) ? 'timeout' : 'unreachable' };
    }
  };
