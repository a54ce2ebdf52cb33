import * as v from 'valibot';
import { person } from '../contract/access.js';
import { Done, Id, Instant } from '../contract/fields.js';
import { page, pageQuery } from '../contract/paging.js';
import { defineRoute } from '../contract/route.js';

export const MESSAGE_KINDS = [
  'signup.offered',
  'signup.offer-lapsed',
  'signup.approved',
  'signup.rejected',
  'signup.called-off',
  /** Seats were taken away; they wait again, in front. */
  'signup.returned',
  /** A lottery was held: what came of an entry. */
  'signup.drawn',
  'activity.changed',
  /** One date of a course does not take place, or another one was added: the place in the course stays. */
  'course.date-called-off',
  'course.date-added',
  'hours.confirmed',
  'hours.rejected',
  'shift.changed',
  /** To the organiser's staff. */
  'shift.swapped',
  'swap.proposed',
  'swap.done',
  'swap.declined',
  /** The shift is over and they are still checked in. */
  'attendance.still-in',
  'way-out.proposed',
  'way-out.answered',
  'qualification.decided',
  'hours.amended',
  'hours.voided',
  /** Entered by hand, and approved. */
  'hours.added',
  /** To the recording unit's staff. */
  'correction.raised',
  'correction.accepted',
  'correction.rejected',
  /** To the staff of the unit above. */
  'correction.escalated',
  'correction.upheld',
  'correction.denied',
  /** To the staff of the unit that approves. */
  'entry.waiting',
  'entry.approved',
  'entry.rejected',
  'certificate.superseded',
  'certificate.revoked',
  /** To the staff of a recording unit: records are due within three working days. */
  'hours.due-soon',
  /** To whoever is above a recording unit: its records are past their due day. */
  'hours.overdue',
  'student.verified',
  'student.rejected',
  'student.withdrawn',
  /** The evening before, and two hours before, to whoever has a place then. */
  'reminder.day-before',
  'reminder.soon',
  /** Words of the organiser to everybody on a roster. */
  'broadcast.words',
  /** To administrators: the text check left it to a person. */
  'broadcast.waiting',
  /** To its author: sent, or not. */
  'broadcast.decided',
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** One message of the in-app inbox, which is the truth about what a person was told. */
export const MessageView = v.object({
  id: Id,
  kind: v.picklist(MESSAGE_KINDS),
  /** What the sentence is made of; the mini-app holds the sentences. */
  facts: v.record(v.string(), v.union([v.string(), v.number()])),
  createdAt: Instant,
  read: v.boolean(),
});
export type MessageView = v.InferOutput<typeof MessageView>;

export const inboxRoutes = {
  list: defineRoute({
    method: 'GET',
    path: '/me/messages',
    summary: "The caller's messages, latest first.",
    access: person,
    query: v.object(pageQuery),
    response: page(MessageView),
  }),
  markAllRead: defineRoute({
    method: 'POST',
    path: '/me/messages/read',
    summary: 'Marks everything up to this message as read.',
    access: person,
    body: v.object({ upTo: Id }),
    response: Done,
  }),
};
