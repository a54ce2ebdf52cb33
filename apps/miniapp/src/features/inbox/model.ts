import { hoursText } from '@xiaolin/shared-types/hours/wording';
import type { MessageKind, MessageView } from '@xiaolin/shared-types/inbox/routes';
import type { RejectionReason } from '@xiaolin/shared-types/signups/schema';
import { momentWords } from '@/shared/i18n/moments';
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

export type Facts = MessageView['facts'];
export type Teller = (facts: Facts, now: Date) => MessageWords;

export const text = (facts: Facts, name: string): string => String(facts[name] ?? '');
export const when = (facts: Facts, now: Date): string => momentWords(text(facts, 'startsAt'), now);
const placePath = (facts: Facts): string =>
  facts.kind === 'shift' ? pagePaths.shift(text(facts, 'lineId')) : pagePaths.me;
/** To the place itself: a shift's page has the way in and out, any other place its ticket. */
const reminderPath = (facts: Facts): string =>
  facts.kind === 'shift' ? pagePaths.shift(text(facts, 'lineId')) : pagePaths.signup(text(facts, 'signupId'));
export const hoursBody = (facts: Facts, now: Date): string =>
  words.hoursBody(text(facts, 'title'), text(facts, 'roleName'), when(facts, now));

/** Kinds about what is still to come: the home page can tell them in full. */
export const tellers = {
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
  'swap.proposed': (facts) => ({
    title: words.swapProposed(text(facts, 'toName')),
    body: words.swapProposedBody(text(facts, 'title'), text(facts, 'other')),
    to: pagePaths.swaps(),
    icon: 'people',
    tone: 'accent',
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
  'attendance.still-in': (facts) => ({
    title: words.stillIn(text(facts, 'title')),
    body: words.stillInBody,
    to: pagePaths.scan({ shift: text(facts, 'lineId') }),
    icon: 'clock',
    tone: 'warm',
  }),
} satisfies Partial<Record<MessageKind, Teller>>;

/** What the home page says of a message: in full where it is about what is to come, else that there is one. */
export function homeWords({ kind, facts }: Pick<MessageView, 'kind' | 'facts'>, now: Date): MessageWords {
  const teller = (tellers as Partial<Record<MessageKind, Teller>>)[kind];
  return (
    teller?.(facts, now) ?? {
      title: words.somethingNew,
      body: words.somethingNewBody,
      to: pagePaths.messages,
      icon: 'message',
      tone: 'earth',
    }
  );
}

/** The one message that the home page brings up: the latest unread. An offer has a note of its own while it lasts. */
export const mostPressing = (messages: readonly MessageView[]): MessageView | null =>
  messages.find(({ read, kind }) => !read && kind !== 'signup.offered') ?? null;
