import { addressOf, API_PREFIX } from '@xiaolin/shared-types/contract/route';
import { pictureRoutes } from '@xiaolin/shared-types/pictures/routes';
import { PICTURE_PART, type PictureView } from '@xiaolin/shared-types/pictures/schema';
import { networkFailure, readFailure, type Result } from '../api/failure';
import { type ChosenPicture, downloadPicture, uploadPicture } from '../platform/pictures';
import { wechatLogin } from '../platform/wechat-login';
import { apiBase } from '../platform/wire';
import { renewSession } from './renew';
import { api, session } from './session';

const header = (): Record<string, string> => {
  const { token } = session.getState();
  return token === null ? {} : { authorization: `Bearer ${token}` };
};

/** Sends one picture, and once more when the session was renewed meanwhile. `requestKey`: one for each picture. */
export async function sendPicture(
  picture: ChosenPicture,
  requestKey: string,
  onProgress: (percent: number) => void,
): Promise<Result<PictureView>> {
  const url = `${apiBase}${API_PREFIX}${addressOf(pictureRoutes.upload, { query: { requestKey } })}`;
  const send = async (): Promise<Result<PictureView>> => {
    const result = await uploadPicture(picture, { url, part: PICTURE_PART, header: header(), onProgress });
    if (result.kind === 'network') return { ok: false, problem: networkFailure(result.reason) };
    if (result.status === 200) return { ok: true, value: result.body as PictureView };
    return { ok: false, problem: readFailure(result.body) };
  };
  const first = await send();
  if (first.ok || !first.problem.code.startsWith('session.')) return first;
  return (await renewSession(api, wechatLogin, session.getState())) ? send() : first;
}

/** Where this device holds the picture; null when it could not be had. */
export const fetchPicture = (pictureId: string): Promise<string | null> =>
  downloadPicture(
    `${apiBase}${API_PREFIX}${addressOf(pictureRoutes.show, { params: { pictureId } })}`,
    header(),
  );
