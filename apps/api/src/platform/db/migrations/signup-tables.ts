import { id, index, instant, long, none, table } from './columns.js';

/* What signing up in full needs beside the first tables. */

/** What people answered to the organiser's questions; deleted with its day. */
export const signupAnswers = table({
  name: 'signup_answers',
  columns: [
    id('signup_id', { isPrimary: true }),
    id('line_id'),
    /** A list of questions as they were worded, with what was answered. */
    long('answers'),
    instant('given_at'),
  ],
  indices: [index('ix_signup_answers_line', 'line_id')],
});

/** Who may come; null: everyone. */
export const audience = long('audience', none);
/** What whoever signs up is asked; null: nothing. */
export const questions = long('questions', none);
/** When time or place last moved: whoever was confirmed before may leave without being late. */
export const movedAt = instant('moved_at', none);
/** The community in which a person says they live. */
export const home = id('home_id', none);
