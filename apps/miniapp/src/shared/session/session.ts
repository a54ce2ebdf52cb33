import { addressOf, API_PREFIX, type Call, type Route } from '@xiaolin/shared-types/contract/route';
import { peopleRoutes } from '@xiaolin/shared-types/people/routes';
import { useStore } from 'zustand';
import { type Api, createApi } from '../api/create-api';
import type { Result } from '../api/failure';
import { storage } from '../platform/storage';
import { wechatLogin } from '../platform/wechat-login';
import { apiBase, wire } from '../platform/wire';
import { createSessionStore, type Session, type SignInWay } from './create-session';
import { renewSession, signIn } from './renew';

export const session = createSessionStore(storage);

/** The app's client: pages' features call it with the contract's routes. */
export const api: Api = createApi({
  wire,
  base: apiBase,
  session: {
    token: () => session.getState().token,
    renew: () => renewSession(api, wechatLogin, session.getState()),
  },
});

export const useSession = <T>(select: (state: Session) => T): T => useStore(session, select);

/** Signs in and keeps the session; null where this way does not exist here. */
export async function beginSession(way: SignInWay): Promise<Result<unknown> | null> {
  const result = await signIn(api, wechatLogin, way);
  if (result?.ok) session.getState().begin(result.value, way);
  return result;
}

/** Signs out here at once, and on the server when it can be reached. */
export async function endSession(): Promise<void> {
  const told = api(peopleRoutes.signOut, {});
  session.getState().end();
  await told;
}

/** Where a route that produces a file is asked for, with this session. */
export const fileOf = <R extends Route>(
  route: R,
  call: Call<R>,
): { readonly url: string; readonly header: Readonly<Record<string, string>> } => {
  const { token } = session.getState();
  return {
    url: `${apiBase}${API_PREFIX}${addressOf(route, call)}`,
    header: token === null ? {} : { authorization: `Bearer ${token}` },
  };
};
