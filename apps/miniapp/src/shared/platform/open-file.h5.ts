import type { FileOutcome, RemoteFile } from './open-file';

export const savesTables = true;

/** Fetched with the session (a link could not carry it), then handed to the browser as a download. */
export const openFile = async ({ url, header, name }: RemoteFile): Promise<FileOutcome> => {
  try {
    const answer = await fetch(url, { headers: header });
    if (!answer.ok) return 'failed';
    const address = URL.createObjectURL(await answer.blob());
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    return 'saved';
  } catch {
    return 'failed';
  }
};
