import {
  addressOf,
  API_PREFIX,
  type Answer,
  type Call,
  type Route,
} from '@xiaolin/shared-types/contract/route';
import type { Wire } from '../platform/create-wire';
import { type Failure, networkFailure, readFailure, type Result } from './failure';

/** Where the token comes from, and how a new one is got without asking the person. */
export interface SessionSource {
  token(): string | null;
  /** Signs in again; false when the person has to do it. */
  renew(): Promise<boolean>;
}

export interface ApiSetting {
  readonly wire: Wire;
  readonly base: string;
  readonly session: SessionSource;
}

/**
 * Calls a route of the contract. Never rejects: a refusal and a failed network are values.
 *
 * @example
 * const result = await api(signupRoutes.cancel, { params: { signupId }, body: { requestKey } });
 * if (result.ok) show(result.value); else say(problemText(result.problem, clock()));
 */
export type Api = <R extends Route>(route: R, call: Call<R>) => Promise<Result<Answer<R>>>;

const NEEDS_NEW_SESSION = new Set<Failure['code']>([
  'session.required',
  'session.expired',
  'session.revoked',
]);

export function createApi({ wire, base, session }: ApiSetting): Api {
  /** Several calls that fail together sign in once. */
  let renewing: Promise<boolean> | null = null;
  const renewOnce = () => {
    renewing ??= session.renew().finally(() => {
      renewing = null;
    });
    return renewing;
  };

  const send = async <R extends Route>(route: R, call: Call<R>): Promise<Result<Answer<R>>> => {
    const token = route.access.kind === 'public' ? null : session.token();
    const { body } = call as { body?: unknown };
    const result = await wire({
      url: `${base}${API_PREFIX}${addressOf(route, call)}`,
      method: route.method,
      ...(body !== undefined && { data: body }),
      header: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token !== null && { authorization: `Bearer ${token}` }),
      },
    });
    if (result.kind === 'network') return { ok: false, problem: networkFailure(result.reason) };
    if (result.status === 200) return { ok: true, value: result.body as Answer<R> };
    return { ok: false, problem: readFailure(result.body) };
  };

  return async (route, call) => {
    const first = await send(route, call);
    if (first.ok || route.access.kind === 'public' || !NEEDS_NEW_SESSION.has(first.problem.code))
      return first;
    // Silent re-login, once: a second refusal is the person's to see.
    return (await renewOnce()) ? send(route, call) : first;
  };
}
