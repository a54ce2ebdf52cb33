import * as v from 'valibot';
import { person } from '../contract/access.js';
import { Id, RequestKey } from '../contract/fields.js';
import { defineRoute } from '../contract/route.js';
import { PictureView } from './schema.js';

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
