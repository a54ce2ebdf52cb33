import type { StandardSchemaV1 as Schema } from '@standard-schema/spec';
import type { Access } from './access.js';
import type { ProblemCode } from './problem.js';

/** `PATCH` is missing on purpose: `wx.request` cannot send it. */
export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/**
 * One route of the API, written once: the server serves it, the mini-app calls it, the OpenAPI page shows it.
 *
 * `path` is relative to {@link API_PREFIX}. `problems` names the refusals that belong to this route; those that any
 * route may give (see `commonProblems`) are not repeated.
 */
export interface Route {
  readonly method: Method;
  readonly path: `/${string}`;
  /** One sentence for the OpenAPI page. */
  readonly summary: string;
  readonly access: Access;
  readonly params?: Schema;
  readonly query?: Schema;
  readonly body?: Schema;
  readonly response: Schema;
  readonly problems?: readonly ProblemCode[];
  /**
   * Seconds for which a process may repeat its answer to the same address without asking the database.
   * Only for public answers that are the same for everybody.
   */
  readonly cacheSeconds?: number;
  /** The body is a multipart form with one picture, not JSON; its bytes have a limit of their own. */
  readonly takes?: 'picture';
  /**
   * Counted per address and minute; beyond it the answer is `request.rate-limited`. `sign-in`: `SIGN_INS_PER_MINUTE`;
   * `look-up`: guessing what is secret by its length; `document`: what costs much to make.
   */
  readonly limit?: 'sign-in' | 'look-up' | 'document';
  /** Set when the answer is a file and not JSON; `response` is then no more than a text of it. */
  readonly produces?:
    | 'image/jpeg'
    | 'application/pdf'
    | 'text/csv; charset=utf-8'
    | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
}

/** Every route stands below this prefix; `/live`, `/ready` and the pages of the mini-app do not. */
export const API_PREFIX = '/api';

/**
 * Declares a route and keeps its exact types.
 *
 * @example
 * const create = defineRoute({ method: 'POST', path: '/signups', access: person, body, response, … });
 * await api(create, { body }); // the mini-app: a wrong body is a compile error
 */
export const defineRoute = <const R extends Route>(route: R): R => route;

type Input<T> = T extends Schema ? Schema.InferInput<T> : never;
type Output<T> = T extends Schema ? Schema.InferOutput<T> : never;

/** What a caller hands over: only the parts that the route declares. */
export type Call<R extends Route> = {
  readonly [K in 'params' | 'query' | 'body' as R[K] extends Schema ? K : never]: Input<R[K]>;
};

/** What a handler receives after validation. */
export type Received<R extends Route, K extends 'params' | 'query' | 'body'> = Output<R[K]>;

/** What the server answers with status 200. */
export type Answer<R extends Route> = Output<R['response']>;

/**
 * The address of a call, below {@link API_PREFIX}: parameters are filled in and escaped, absent query values are
 * left out.
 */
export function addressOf(
  route: Pick<Route, 'path'>,
  call: { readonly params?: unknown; readonly query?: unknown },
): string {
  const params = (call.params ?? {}) as Record<string, unknown>;
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const pairs = Object.entries((call.query ?? {}) as Record<string, unknown>)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`);
  return pairs.length > 0 ? `${path}?${pairs.join('&')}` : path;
}
