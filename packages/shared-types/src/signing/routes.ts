import { anyone } from '../contract/access.js';
import { defineRoute } from '../contract/route.js';
import { PublishedKeys } from './schema.js';

export const signingRoutes = {
  keys: defineRoute({
    method: 'GET',
    path: '/keys',
    summary: 'The keys with which anybody checks what this system has signed, offline too.',
    access: anyone,
    response: PublishedKeys,
    cacheSeconds: 60,
  }),
};
