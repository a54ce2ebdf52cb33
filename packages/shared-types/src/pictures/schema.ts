import * as v from 'valibot';
import { Id } from '../contract/fields.js';

/** Bytes that a picture may have on its way in; what phones take has 2 to 8 MB. */
export const PICTURE_BYTES = 10 * 1024 * 1024;
/** The name of the file's part in the multipart form. */
export const PICTURE_PART = 'picture';

/** A picture as we keep it: a JPEG of ours, whatever was sent. */
export const PictureView = v.object({
  id: Id,
  /** Pixels. */
  width: v.number(),
  height: v.number(),
});
export type PictureView = v.InferOutput<typeof PictureView>;

/** Pictures that go with something said: named by the ids that uploading gave. */
export const pictureIds = (most: number) =>
  v.pipe(v.array(Id), v.maxLength(most, `at most ${most} pictures`));
