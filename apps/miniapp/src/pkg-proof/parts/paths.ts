import { withQuery } from '@/shared/platform/navigation';

const page = (name: string): string => `/pkg-proof/pages/${name}/index`;

/** The pages of errors in hours, of volunteers and of staff. */
export const paths = {
  mine: page('mine'),
  missing: page('missing'),
  one: (id: string) => withQuery(page('one'), { id }),
  desk: page('desk'),
  decide: (id: string) => withQuery(page('decide'), { id }),
  enter: page('enter'),
  entries: page('entries'),
  sample: page('sample'),
};
