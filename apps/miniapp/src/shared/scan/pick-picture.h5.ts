import { createReader } from './read-code.h5';

/** The phone's own camera app, or a picture from the device. Null: nothing was chosen. */
export const pickPicture = (): Promise<File | null> =>
  new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'image/*';
    input.setAttribute('capture', 'environment');
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null));
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });

/** The code in a picture; null when there is none, or it is no picture. */
export async function readPicture(file: File): Promise<string | null> {
  try {
    const picture = await createImageBitmap(file);
    const read = await createReader();
    return await read(picture, picture.width, picture.height);
  } catch {
    return null;
  }
}
