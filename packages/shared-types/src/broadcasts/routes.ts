import * as v from 'valibot';
import { administrators, staff } from '../contract/access.js';
import { Id } from '../contract/fields.js';
import { page, pageQuery } from '../contract/paging.js';
import { defineRoute } from '../contract/route.js';
import {
  BroadcastAudience,
  BroadcastPreview,
  BroadcastView,
  DecideBroadcast,
  SendBroadcast,
  Unreached,
} from './schema.js';

const ofLine = v.object({ lineId: Id });
const ofBroadcast = v.object({ broadcastId: Id });

export const broadcastRoutes = {
  preview: defineRoute({
    method: 'GET',
    path: '/staff/lines/:lineId/broadcast-preview',
    summary: 'How many people of a roster (an occurrence, a course or a shift) a notice would come to.',
    access: staff('line'),
    params: ofLine,
    query: v.object({ audience: BroadcastAudience }),
    response: BroadcastPreview,
    problems: ['broadcast.no-such-roster'],
  }),
  send: defineRoute({
    method: 'POST',
    path: '/staff/lines/:lineId/broadcasts',
    summary:
      'Writes to everybody on a roster, once. Its words pass the text check first: what is risky is refused, what the check leaves open waits for an administrator, and while it cannot be asked the notice waits.',
    access: staff('line'),
    params: ofLine,
    body: SendBroadcast,
    response: BroadcastView,
    problems: [
      'broadcast.no-such-roster',
      'broadcast.nobody',
      'broadcast.count-changed',
      'broadcast.words-refused',
      'request.key-reused',
    ],
  }),
  ofLine: defineRoute({
    method: 'GET',
    path: '/staff/lines/:lineId/broadcasts',
    summary: 'What was written to a roster, latest first.',
    access: staff('line'),
    params: ofLine,
    query: v.object(pageQuery),
    response: page(BroadcastView),
    problems: ['broadcast.no-such-roster'],
  }),
  detail: defineRoute({
    method: 'GET',
    path: '/staff/broadcasts/:broadcastId',
    summary: 'A notice, how far it has come, and how people were reached.',
    access: staff('broadcast'),
    params: ofBroadcast,
    response: BroadcastView,
    problems: ['broadcast.unknown'],
  }),
  unreached: defineRoute({
    method: 'GET',
    path: '/staff/broadcasts/:broadcastId/unreached',
    summary: 'Who has no account and must be called, in the order of the roster.',
    access: staff('broadcast'),
    params: ofBroadcast,
    query: v.object(pageQuery),
    response: page(Unreached),
    problems: ['broadcast.unknown'],
  }),
  decide: defineRoute({
    method: 'POST',
    path: '/staff/broadcasts/:broadcastId/decision',
    summary: 'Sends a notice that the text check left to a person, or refuses it.',
    access: administrators('broadcast'),
    params: ofBroadcast,
    body: DecideBroadcast,
    response: BroadcastView,
    problems: ['broadcast.unknown', 'broadcast.not-waiting', 'request.key-reused'],
  }),
};
