import { id, none } from './columns.js';

/* A course that is taken as a whole. */

/** Of a date: the line of its course; null where each date is signed up for alone. */
export const courseOfLine = id('course_id', none);
/** Of a place in a date: the place in the course that it follows from. */
export const courseOfSignup = id('course_signup_id', none);
