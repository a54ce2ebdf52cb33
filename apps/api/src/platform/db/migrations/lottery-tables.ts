import { id, index, instant, long, none, table, text, whole } from './columns.js';

/** A line whose places are drawn: what was committed to, and once drawn what it was drawn with. */
export const lottery = table({
  name: 'lottery',
  columns: [
    id('line_id', { isPrimary: true }),
    /** 64 hex digits; leaves the server with the draw, never before. */
    text('seed', 64),
    text('commitment', 64),
    instant('committed_at'),
    instant('drawn_at', none),
    text('digest', 64, none),
    whole('seats', none),
    whole('waitlist_limit', none),
    whole('entries', none),
    whole('people', none),
  ],
  indices: [index('ix_lottery_drawn', 'drawn_at')],
});

/** The drawn list as it was published, a thousand entries a row; written once. */
export const lotteryPage = table({
  name: 'lottery_page',
  columns: [id('line_id', { isPrimary: true }), whole('page', { isPrimary: true }), long('entries')],
});

export const drawnAt = instant('drawn_at', none);
