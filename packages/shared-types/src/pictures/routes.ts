import * as v from 'valibot';
import { person } from '../contract/access.js';
import { Id, RequestKey } from '../contract/fields.js';
import { defineRoute } from '../contract/route.js';

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

export const pictureRoutes = {
  upload: defineRoute({
    method: 'POST',
    path: '/pictures',
    summary:
      "Takes one JPEG, PNG or WebP; it belongs to nothing until one of the caller's requests names it.",
    access: person,
    takes: 'picture',
    // In the query: parts of a form come in any order, and the key is wanted before the bytes.
    query: v.object({ requestKey: RequestKey }),
    response: PictureView,
    problems: [
      'picture.too-large',
      'picture.wrong-type',
      'picture.unreadable',
      'picture.too-many-pixels',
      'picture.too-many',
      'request.key-reused',
    ],
  }),
  show: defineRoute({
    method: 'GET',
    path: '/pictures/:pictureId',
    summary: 'The picture, for whoever may see what it belongs to.',
    access: person,
    params: v.object({ pictureId: Id }),
    produces: 'image/jpeg',
    response: v.string(),
    problems: ['picture.unknown'],
  }),
};
