import { hoursText } from '@xiaolin/shared-types/hours/wording';
import type { MessageKind, MessageView } from '@xiaolin/shared-types/inbox/routes';
import type { RejectionReason } from '@xiaolin/shared-types/signups/schema';
import { dateWords, momentWords } from '@/shared/i18n/moments';
import { inboxText as words } from '@/shared/i18n/zh-CN/inbox';
import { pagePaths } from '@/shared/platform/page-paths';
import type { IconName } from '@/shared/theme/icons';

export interface MessageWords {
  readonly title: string;
  readonly body: string;
  /** Where it leads, if anywhere. */
  readonly to: string | null;
  readonly icon: IconName;
  readonly tone: 'accent' | 'ok' | 'warm' | 'earth';
}

type Facts = MessageView['facts'];
type Teller = (facts: Facts, now: Date) => MessageWords;

const text = (facts: Facts, name: string): string => String(facts[name] ?? '');
const when = (facts: Facts, now: Date): string => momentWords(text(facts, 'startsAt'), now);
const placePath = (facts: Facts): string =>
  facts.kind === 'shift' ? pagePaths.shift(text(facts, 'lineId')) : pagePaths.me;
/** To the place itself: a shift's page has the way in and out, any other place its ticket. */
const reminderPath = (facts: Facts): string =>
  facts.kind === 'shift' ? pagePaths.shift(text(facts, 'lineId')) : pagePaths.signup(text(facts, 'signupId'));
const hoursBody = (facts: Facts, now: Date): string =>
  words.hoursBody(text(facts, 'title'), text(facts, 'roleName'), when(facts, now));

/** Something about an hour that is disputed: one sentence, the service, and the reason where there is one. */
const disputed =
  (title: string, tone: MessageWords['tone'], icon: IconName): Teller =>
  (facts, now) => ({
    title,
    body: hoursBody(facts, now) + (facts.reason === undefined ? '' : words.because(text(facts, 'reason'))),
    to: null,
    icon,
    tone,
  });

/** One sentence for each kind: a kind without one fails the build. */
const tellers: Record<MessageKind, Teller> = {
  'signup.offered': (facts, now) => ({
    title: (facts.kind === 'shift' ? words.offeredShift : words.offered)(text(facts, 'title')),
    body: (Date.parse(text(facts, 'until')) <= now.getTime() ? words.offeredOver : words.offeredBody)(
      when(facts, now),
      momentWords(text(facts, 'until'), now),
    ),
    to: facts.signupId === undefined ? placePath(facts) : pagePaths.signup(text(facts, 'signupId')),
    icon: 'ticket',
    tone: 'accent',
  }),
  'signup.offer-lapsed': (facts, now) => ({
    title: words.offerLapsed(text(facts, 'title')),
    body: words.offerLapsedBody(when(facts, now)),
    to: placePath(facts),
    icon: 'clock',
    tone: 'earth',
  }),
  'signup.approved': (facts, now) => ({
    title: words.approved(text(facts, 'title')),
    body: (facts.status === 'waitlisted' ? words.approvedWaitBody : words.approvedBody)(when(facts, now)),
    to: placePath(facts),
    icon: 'check',
    tone: 'ok',
  }),
  'signup.rejected': (facts, now) => {
    const listed = words.rejectionReasons[text(facts, 'reasonCode') as RejectionReason] ?? '';
    const reason = text(facts, 'reason') || listed;
    return {
      title: words.rejected(text(facts, 'title')),
      body: words.rejectedBody(when(facts, now)) + (reason === '' ? '' : words.because(reason)),
      to: null,
      icon: 'close',
      tone: 'earth',
    };
  },
  'signup.called-off': (facts, now) => ({
    title: words.calledOff(text(facts, 'title')),
    body: words.calledOffBody(when(facts, now), text(facts, 'reason')),
    to: null,
    icon: 'close',
    tone: 'warm',
  }),
  'signup.returned': (facts, now) => ({
    title: words.returned(text(facts, 'title')),
    body: words.returnedBody(when(facts, now)),
    to: facts.signupId === undefined ? placePath(facts) : pagePaths.signup(text(facts, 'signupId')),
    icon: 'clock',
    tone: 'warm',
  }),
  'signup.drawn': (facts, now) => {
    const [title, at] = [text(facts, 'title'), when(facts, now)];
    const to = pagePaths.signup(text(facts, 'signupId'));
    if (facts.status === 'confirmed')
      return { title: words.drawn(title), body: words.drawnBody(at), to, icon: 'check', tone: 'ok' };
    if (facts.status === 'waitlisted') {
      const place = Number(facts.ahead ?? 0) + 1;
      return {
        title: words.drawnWait(title, place),
        body: words.drawnWaitBody(at),
        to,
        icon: 'clock',
        tone: 'accent',
      };
    }
    return { title: words.notDrawn(title), body: words.notDrawnBody(at), to, icon: 'info', tone: 'earth' };
  },
  'activity.changed': (facts, now) => ({
    title: words.changed(text(facts, 'title')),
    body: words.changedBody(when(facts, now), text(facts, 'placeName')),
    to: pagePaths.activity(text(facts, 'activityId')),
    icon: 'clock',
    tone: 'earth',
  }),
  'course.date-called-off': (facts, now) => ({
    title: words.dateCalledOff(text(facts, 'title')),
    body: words.dateCalledOffBody(when(facts, now), text(facts, 'reason')),
    to: pagePaths.activity(text(facts, 'activityId')),
    icon: 'close',
    tone: 'warm',
  }),
  'course.date-added': (facts, now) => ({
    title: words.dateAdded(text(facts, 'title'), Number(facts.count ?? 1)),
    body: words.dateAddedBody(when(facts, now)),
    to: pagePaths.activity(text(facts, 'activityId')),
    icon: 'calendar',
    tone: 'ok',
  }),
  'hours.confirmed': (facts, now) => ({
    title: words.hoursConfirmed(hoursText(Number(facts.minutes ?? 0))),
    body: hoursBody(facts, now),
    to: pagePaths.hours,
    icon: 'check',
    tone: 'ok',
  }),
  'hours.rejected': (facts, now) => ({
    title: words.hoursRejected,
    body: hoursBody(facts, now) + (facts.reason === undefined ? '' : words.because(text(facts, 'reason'))),
    to: pagePaths.hours,
    icon: 'flag',
    tone: 'earth',
  }),
  'shift.changed': (facts, now) => ({
    title: words.shiftChanged(text(facts, 'title')),
    body:
      facts.what === 'time'
        ? words.shiftMovedBody(when(facts, now), text(facts, 'meetingPoint'))
        : words.roleChangedBody(when(facts, now)),
    to: pagePaths.shift(text(facts, 'lineId')),
    icon: 'clock',
    tone: 'earth',
  }),
  'shift.swapped': (facts, now) => ({
    title: words.swapped(text(facts, 'fromName'), text(facts, 'toName')),
    body: `${text(facts, 'title')}，${when(facts, now)}`,
    to: null,
    icon: 'people',
    tone: 'earth',
  }),
  'swap.proposed': (facts) => ({
    title: words.swapProposed(text(facts, 'toName')),
    body: words.swapProposedBody(text(facts, 'title'), text(facts, 'other')),
    to: pagePaths.swaps(),
    icon: 'people',
    tone: 'accent',
  }),
  'swap.done': (facts, now) => ({
    title: words.swapDone,
    body: words.swapDoneBody(
      text(facts, 'fromName'),
      text(facts, 'toName'),
      text(facts, 'title'),
      when(facts, now),
    ),
    to: pagePaths.swaps(),
    icon: 'check',
    tone: 'ok',
  }),
  'swap.declined': (facts, now) => ({
    title: words.swapDeclined(text(facts, 'fromName')),
    body: `${text(facts, 'title')}，${when(facts, now)}`,
    to: pagePaths.swaps(),
    icon: 'close',
    tone: 'earth',
  }),
  'attendance.still-in': (facts) => ({
    title: words.stillIn(text(facts, 'title')),
    body: words.stillInBody,
    to: pagePaths.scan({ shift: text(facts, 'lineId') }),
    icon: 'clock',
    tone: 'warm',
  }),
  'way-out.proposed': (facts, now) => ({
    title: facts.side === 'staff' ? words.wayOutForYou : words.wayOutByVolunteer(text(facts, 'title')),
    body: words.wayOutBody(momentWords(text(facts, 'outAt'), now), text(facts, 'reason')),
    to: facts.side === 'staff' ? pagePaths.wayOut : pagePaths.waysOut,
    icon: 'clock',
    tone: 'accent',
  }),
  'way-out.answered': (facts) => ({
    title: facts.agreed === 1 ? words.wayOutYes : words.wayOutNo,
    body: text(facts, 'title') + (facts.answer === undefined ? '' : words.because(text(facts, 'answer'))),
    to: facts.side === 'staff' ? pagePaths.waysOut : pagePaths.wayOut,
    icon: facts.agreed === 1 ? 'check' : 'flag',
    tone: facts.agreed === 1 ? 'ok' : 'earth',
  }),
  'qualification.decided': (facts) => {
    const what = facts.kind === 'training' ? words.training(text(facts, 'name')) : words.consent;
    const confirmed = facts.state === 'confirmed';
    const reason = facts.reason === undefined ? '' : words.because(text(facts, 'reason'));
    const title = facts.state === 'refused' ? words.notQualified(what) : words.qualificationEnded(what);
    return {
      title: confirmed ? words.qualified(what) : title,
      body: confirmed ? words.qualifiedBody : reason.replace(/^。/, ''),
      to: pagePaths.qualifications(),
      icon: confirmed ? 'check' : 'flag',
      tone: confirmed ? 'ok' : 'earth',
    };
  },
  'hours.amended': (facts, now) => ({
    title: words.hoursAmended(Number(facts.before ?? 0), Number(facts.minutes ?? 0)),
    body: hoursBody(facts, now) + words.because(text(facts, 'reason')),
    to: pagePaths.hours,
    icon: 'history',
    tone: 'earth',
  }),
  'hours.voided': (facts, now) => ({
    title: words.hoursVoided(Number(facts.minutes ?? 0)),
    body: hoursBody(facts, now) + words.because(text(facts, 'reason')),
    to: pagePaths.hours,
    icon: 'flag',
    tone: 'earth',
  }),
  'hours.added': (facts, now) => ({
    title: words.hoursAdded(hoursText(Number(facts.minutes ?? 0))),
    body: hoursBody(facts, now) + words.because(text(facts, 'reason')),
    to: pagePaths.hours,
    icon: 'check',
    tone: 'ok',
  }),
  'correction.raised': disputed(words.correctionRaised, 'accent', 'flag'),
  'correction.accepted': disputed(words.correctionAccepted, 'ok', 'check'),
  'correction.rejected': disputed(words.correctionRejected, 'earth', 'close'),
  'correction.escalated': disputed(words.correctionEscalated, 'accent', 'flag'),
  'correction.upheld': disputed(words.correctionUpheld, 'ok', 'check'),
  'correction.denied': disputed(words.correctionDenied, 'earth', 'close'),
  'entry.waiting': disputed(words.entryWaiting, 'accent', 'flag'),
  'entry.approved': disputed(words.entryApproved, 'ok', 'check'),
  'entry.rejected': disputed(words.entryRejected, 'earth', 'close'),
  'certificate.superseded': (facts) => ({
    title: words.certificateSuperseded,
    body: words.certificateSupersededBody(text(facts, 'number'), text(facts, 'unitName')),
    to: pagePaths.certificate(text(facts, 'certificateId')),
    icon: 'cert',
    tone: 'warm',
  }),
  'certificate.revoked': (facts) => ({
    title: words.certificateRevoked,
    body:
      words.certificateRevokedBody(text(facts, 'number'), text(facts, 'unitName')) +
      words.because(text(facts, 'reason')),
    to: pagePaths.certificate(text(facts, 'certificateId')),
    icon: 'cert',
    tone: 'warm',
  }),
  'reminder.day-before': (facts, now) => ({
    title: words.remindDayBefore(text(facts, 'title')),
    body: words.remindBody(when(facts, now), text(facts, 'placeName')),
    to: reminderPath(facts),
    icon: 'calendar',
    tone: 'accent',
  }),
  'reminder.soon': (facts, now) => ({
    title: words.remindSoon(text(facts, 'title')),
    body: words.remindSoonBody(when(facts, now), text(facts, 'placeName')),
    to: reminderPath(facts),
    icon: 'clock',
    tone: 'warm',
  }),
  'broadcast.words': (facts) => ({
    title: words.notice(text(facts, 'title')),
    body: text(facts, 'words'),
    to: pagePaths.signup(text(facts, 'signupId')),
    icon: 'info',
    tone: 'accent',
  }),
  'broadcast.waiting': (facts) => ({
    title: words.noticeWaiting(text(facts, 'title')),
    body: words.noticeWaitingBody,
    to: null,
    icon: 'flag',
    tone: 'accent',
  }),
  'broadcast.decided': (facts) => ({
    title: (facts.sent === 1 ? words.noticeSent : words.noticeRefused)(text(facts, 'title')),
    body:
      facts.sent === 1
        ? words.noticeSentBody
        : words.noticeRefusedBody + (facts.reason === undefined ? '' : words.because(text(facts, 'reason'))),
    to: null,
    icon: facts.sent === 1 ? 'check' : 'flag',
    tone: facts.sent === 1 ? 'ok' : 'earth',
  }),
  'hours.due-soon': (facts) => ({
    title: words.hoursDueSoon(text(facts, 'records')),
    body: words.hoursDueSoonBody(dayWords(facts)),
    to: pagePaths.hourReview,
    icon: 'clock',
    tone: 'earth',
  }),
  'hours.overdue': (facts) => ({
    title: words.hoursOverdue(text(facts, 'records')),
    body: words.hoursOverdueBody(text(facts, 'units'), dayWords(facts)),
    to: pagePaths.hourReview,
    icon: 'flag',
    tone: 'warm',
  }),
  'student.verified': (facts) => ({
    title: words.studentVerified,
    body: words.studentVerifiedBody(text(facts, 'universityName')),
    to: pagePaths.me,
    icon: 'check',
    tone: 'ok',
  }),
  'student.rejected': (facts) => ({
    title: words.studentRejected,
    body: words.studentRejectedBody(text(facts, 'reason')),
    to: pagePaths.me,
    icon: 'flag',
    tone: 'earth',
  }),
  'student.withdrawn': (facts) => ({
    title: words.studentWithdrawn(text(facts, 'universityName')),
    body: words.studentRejectedBody(text(facts, 'reason')),
    to: pagePaths.me,
    icon: 'flag',
    tone: 'earth',
  }),
};

/** The oldest due day; a day has no time, so its noon stands for it. */
const dayWords = (facts: Facts): string => dateWords(`${text(facts, 'oldestDueOn')}T04:00:00.000Z`);

export const messageWords = (message: Pick<MessageView, 'kind' | 'facts'>, now: Date): MessageWords =>
  tellers[message.kind](message.facts, now);

/** The one message that the home page brings up: the latest unread. An offer has a note of its own while it lasts. */
export const mostPressing = (messages: readonly MessageView[]): MessageView | null =>
  messages.find(({ read, kind }) => !read && kind !== 'signup.offered') ?? null;
