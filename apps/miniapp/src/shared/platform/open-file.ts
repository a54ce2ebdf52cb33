import Taro from '@tarojs/taro';

/** A file of the API that is asked for with the person's session. */
export interface RemoteFile {
  readonly url: string;
  readonly header: Readonly<Record<string, string>>;
  /** As it is saved, e.g. `ZM26-….pdf`; its ending says what it is. */
  readonly name: string;
}

export type FileOutcome = 'opened' | 'saved' | 'failed';

/** WeChat's viewer opens no CSV: tables are for a browser. */
export const savesTables = false;

/** Opens it in WeChat's own viewer, from whose menu it is saved or sent on. */
export const openFile = async ({ url, header, name }: RemoteFile): Promise<FileOutcome> => {
  try {
    const { statusCode, tempFilePath } = await Taro.downloadFile({ url, header: { ...header } });
    if (statusCode !== 200) return 'failed';
    await Taro.openDocument({
      filePath: tempFilePath,
      fileType: name.endsWith('.xlsx') ? 'xlsx' : 'pdf',
      showMenu: true,
    });
    return 'opened';
  } catch {
    return 'failed';
  }
};
