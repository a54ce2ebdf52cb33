import type { WireResult } from './create-wire';
import type { choosePictures as choose, ChosenPicture, uploadPicture as upload } from './pictures';

/** Browsers choose through a file input of the page (PictureField has it). */
export const choosePictures: typeof choose = () => Promise.resolve([]);

/** XMLHttpRequest, because fetch does not tell how far it is. */
export const uploadPicture: typeof upload = ({ file }, { url, part, header, onProgress }) =>
  new Promise<WireResult>((resolve) => {
    const form = new FormData();
    form.append(part, file ?? new Blob(), 'picture');
    const request = new XMLHttpRequest();
    request.open('POST', url);
    for (const [name, value] of Object.entries(header)) request.setRequestHeader(name, value);
    request.timeout = 120_000;
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total > 0 ? Math.round((loaded / total) * 100) : 0),
    );
    request.addEventListener('load', () =>
      resolve({ kind: 'answer', status: request.status, body: readJson(request.responseText) }),
    );
    request.addEventListener('error', () => resolve({ kind: 'network', reason: 'unreachable' }));
    request.addEventListener('timeout', () => resolve({ kind: 'network', reason: 'timeout' }));
    request.send(form);
  });

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** An address of this page's own: an `<img>` cannot send the session along. */
export const downloadPicture = async (
  url: string,
  header: Readonly<Record<string, string>>,
): Promise<string | null> => {
  try {
    const response = await fetch(url, { headers: { ...header } });
    return response.ok ? URL.createObjectURL(await response.blob()) : null;
  } catch {
    return null;
  }
};

export const enlarge = (): boolean => false;

export type { ChosenPicture };
