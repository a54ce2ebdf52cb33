import Taro from '@tarojs/taro';
import type { WireResult } from './create-wire';

/** A picture on the device, before it is sent. */
export interface ChosenPicture {
  /** What an `<img>` can show. */
  readonly url: string;
  /** H5: the file itself; in the mini-app `url` is the path of a temporary one. */
  readonly file?: Blob;
}

interface UploadOptions {
  readonly url: string;
  /** Name of the form's part. */
  readonly part: string;
  readonly header: Readonly<Record<string, string>>;
  /** 0 to 100. */
  readonly onProgress: (percent: number) => void;
}

/** A picture of several megabytes on a slow network. */
const timeout = 120_000;

/** WeChat's chooser, camera and album, already made smaller. Empty when the person turned back. */
export const choosePictures = async (most: number): Promise<readonly ChosenPicture[]> => {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: most,
      mediaType: ['image'],
      sizeType: ['compressed'],
      sourceType: ['camera', 'album'],
    });
    return tempFiles.map(({ tempFilePath }) => ({ url: tempFilePath }));
  } catch {
    return [];
  }
};

/** Never rejects, as the wire does not. */
export const uploadPicture = (
  { url: filePath }: ChosenPicture,
  { url, part, header, onProgress }: UploadOptions,
): Promise<WireResult> =>
  new Promise((resolve) => {
    const task = Taro.uploadFile({
      url,
      filePath,
      name: part,
      header: { ...header },
      timeout,
      success: ({ statusCode, data }) =>
        resolve({ kind: 'answer', status: statusCode, body: readJson(data) }),
      fail: () => resolve({ kind: 'network', reason: 'unreachable' }),
    });
    task.onProgressUpdate(({ progress }) => onProgress(progress));
  });

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** Where the device holds the picture of this address; null when it could not be had. */
export const downloadPicture = async (
  url: string,
  header: Readonly<Record<string, string>>,
): Promise<string | null> => {
  try {
    const { statusCode, tempFilePath } = await Taro.downloadFile({ url, header: { ...header } });
    return statusCode === 200 ? tempFilePath : null;
  } catch {
    return null;
  }
};

/** WeChat's own viewer, with two fingers to look closer. @returns whether there is one here */
export const enlarge = (urls: readonly string[], current: string): boolean => {
  void Taro.previewImage({ urls: [...urls], current }).catch(() => undefined);
  return true;
};
