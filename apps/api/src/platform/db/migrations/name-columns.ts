import { none, text } from './columns.js';

/** What a student is really called; the campus verifies it together with the number. */
export const realName = text('real_name', 40, none);
