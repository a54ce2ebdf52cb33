import { id, index, instant, key, table } from './columns.js';

/**
 * Looks at telephone numbers of the last hour, by whom: so many are allowed. The trail of who saw whose is the
 * journal's; these rows go with their hour.
 */
export const phoneLook = table({
  name: 'phone_look',
  columns: [key(), id('actor_id'), instant('at')],
  indices: [index('ix_phone_look_actor', 'actor_id', 'at')],
});
