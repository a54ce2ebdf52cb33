import * as v from 'valibot';
import { administrators, person, staff } from '../contract/access.js';
import { Id } from '../contract/fields.js';
import { page, pageQuery } from '../contract/paging.js';
import { defineRoute } from '../contract/route.js';
import {
  DecideWords,
  FeedbackView,
  FeedbackWords,
  GiveFeedback,
  MyFeedback,
  Satisfaction,
  WordsDecision,
} from './schema.js';

const signupParam = v.object({ signupId: Id });
const activityParam = v.object({ activityId: Id });

export const feedbackRoutes = {
  give: defineRoute({
    method: 'POST',
    path: '/me/signups/:signupId/feedback',
    summary: 'Says how it was: once for each attended place.',
    access: person,
    params: signupParam,
    body: GiveFeedback,
    response: FeedbackView,
    problems: ['signup.unknown', 'feedback.not-attended', 'feedback.already', 'request.key-reused'],
  }),
  mine: defineRoute({
    method: 'GET',
    path: '/me/signups/:signupId/feedback',
    summary: 'Whether the caller may say how it was, and what they said.',
    access: person,
    params: signupParam,
    response: MyFeedback,
    problems: ['signup.unknown'],
  }),
  ofActivity: defineRoute({
    method: 'GET',
    path: '/staff/activities/:activityId/feedback',
    summary: 'Satisfaction with its denominator, and words that passed the text check, latest first.',
    access: staff('activity'),
    params: activityParam,
    query: v.object(pageQuery),
    response: v.object({ satisfaction: Satisfaction, ...page(FeedbackWords).entries }),
    problems: ['activity.unknown'],
  }),
  waiting: defineRoute({
    method: 'GET',
    path: '/staff/activities/:activityId/feedback/waiting',
    summary: 'Words that wait for a person, because the text check could not decide.',
    access: administrators('activity'),
    params: activityParam,
    query: v.object(pageQuery),
    response: page(FeedbackWords),
    problems: ['activity.unknown'],
  }),
  decide: defineRoute({
    method: 'POST',
    path: '/staff/activities/:activityId/feedback/:feedbackId/words',
    summary: 'Shows or withholds words that wait for a person.',
    access: administrators('activity'),
    params: v.object({ activityId: Id, feedbackId: Id }),
    body: DecideWords,
    response: WordsDecision,
    problems: ['activity.unknown', 'feedback.unknown', 'feedback.not-waiting'],
  }),
};
