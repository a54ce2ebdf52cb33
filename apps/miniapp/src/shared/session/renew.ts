import { peopleRoutes } from '@xiaolin/shared-types/people/routes';
import type { SessionView } from '@xiaolin/shared-types/people/schema';
import type { Api } from '../api/create-api';
import type { Result } from '../api/failure';
import type { Session, SignInWay } from './create-session';

/** `wx.login` on weapp; null where there is no WeChat around the page. */
export type WechatLogin = () => Promise<string | null>;

/** Signs in the way that is given. */
export async function signIn(
  api: Api,
  login: WechatLogin,
  way: SignInWay,
): Promise<Result<SessionView> | null> {
  if (way.kind === 'demo') return api(peopleRoutes.signInAsDemoPerson, { body: { personId: way.personId } });
  const code = await login();
  return code === null ? null : api(peopleRoutes.signInWithWechat, { body: { code } });
}

/**
 * A new token without asking: the way of the last session, or WeChat where the app runs inside it. A refusal by the
 * server ends the session; a failed network keeps it for a later try.
 */
export async function renewSession(api: Api, login: WechatLogin, session: Session): Promise<boolean> {
  const way = session.way ?? ({ kind: 'wechat' } as const);
  const result = await signIn(api, login, way);
  if (result === null) return false;
  if (result.ok) {
    session.begin(result.value, way);
    return true;
  }
  if (result.problem.instance !== null) session.end();
  return false;
}
