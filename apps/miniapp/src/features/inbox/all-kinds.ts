import { hoursText } from '@xiaolin/shared-types/hours/wording';
import type { MessageKind, MessageView } from '@xiaolin/shared-types/inbox/routes';
import { dateWords, momentWords } from '@/shared/i18n/moments';
import { inboxMore } from '@/shared/i18n/zh-CN/inbox-more';
import { inboxText } from '@/shared/i18n/zh-CN/inbox';
import { pagePaths } from '@/shared/platform/page-paths';
import type { IconName } from '@/shared/theme/icons';
import { type Facts, hoursBody, type MessageWords, type Teller, tellers, text, when } from './model';

const words = { ...inboxText, ...inboxMore };

/** Something about an hour that is disputed: one sentence, the service, and the reason where there is one. */
const disputed =
  (title: string, tone: MessageWords['tone'], icon: IconName, to: (facts: Facts) => string | null): Teller =>
  (facts, now) => ({
    title,
    body: hoursBody(facts, now) + (facts.reason === undefined ? '' : words.because(text(facts, 'reason'))),
    to: to(facts),
    icon,
    tone,
  });

const ownCorrection = (facts: Facts): string => pagePaths.correction(text(facts, 'subjectId'));
const decideCorrection = (facts: Facts): string => pagePaths.decide(text(facts, 'subjectId'));
const entries = (): string => pagePaths.manualEntries;
/** The volunteer and staff hear of it, each of a page of their own; messages from before said nothing of who reads. */
const eachTheir =
  (own: (facts: Facts) => string, staff: (facts: Facts) => string) =>
  (facts: Facts): string | null =>
    facts.reads === 'own' ? own(facts) : facts.reads === 'staff' ? staff(facts) : null;
const correctionOfEach = eachTheir(ownCorrection, decideCorrection);
const entryOfEach = eachTheir(() => pagePaths.hours, entries);

/** One sentence for each kind: a kind without one fails the build. */
const all: Readonly<Record<MessageKind, Teller>> = {
  ...tellers,
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
    to: pagePaths.notice(text(facts, 'broadcastId')),
    icon: 'flag',
    tone: 'accent',
  }),
  'broadcast.decided': (facts) => ({
    title: (facts.sent === 1 ? words.noticeSent : words.noticeRefused)(text(facts, 'title')),
    body:
      facts.sent === 1
        ? words.noticeSentBody
        : words.noticeRefusedBody + (facts.reason === undefined ? '' : words.because(text(facts, 'reason'))),
    to: pagePaths.notice(text(facts, 'broadcastId')),
    icon: facts.sent === 1 ? 'check' : 'flag',
    tone: facts.sent === 1 ? 'ok' : 'earth',
  }),
  'hours.rejected': (facts, now) => ({
    title: words.hoursRejected,
    body: hoursBody(facts, now) + (facts.reason === undefined ? '' : words.because(text(facts, 'reason'))),
    to: pagePaths.hours,
    icon: 'flag',
    tone: 'earth',
  }),
  'shift.swapped': (facts, now) => ({
    title: words.swapped(text(facts, 'fromName'), text(facts, 'toName')),
    body: `${text(facts, 'title')}，${when(facts, now)}`,
    to: null,
    icon: 'people',
    tone: 'earth',
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
  'correction.raised': disputed(words.correctionRaised, 'accent', 'flag', decideCorrection),
  'correction.accepted': disputed(words.correctionAccepted, 'ok', 'check', ownCorrection),
  'correction.rejected': disputed(words.correctionRejected, 'earth', 'close', ownCorrection),
  'correction.escalated': disputed(words.correctionEscalated, 'accent', 'flag', decideCorrection),
  'correction.upheld': disputed(words.correctionUpheld, 'ok', 'check', correctionOfEach),
  'correction.denied': disputed(words.correctionDenied, 'earth', 'close', correctionOfEach),
  'entry.waiting': disputed(words.entryWaiting, 'accent', 'flag', entries),
  'entry.approved': disputed(words.entryApproved, 'ok', 'check', entryOfEach),
  'entry.rejected': disputed(words.entryRejected, 'earth', 'close', entryOfEach),
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
    to: pagePaths.overdue,
    icon: 'flag',
    tone: 'warm',
  }),
  'student.verified': (facts) => ({
    title: words.studentVerified,
    body: words.studentVerifiedBody(text(facts, 'universityName')),
    to: pagePaths.student,
    icon: 'check',
    tone: 'ok',
  }),
  'student.rejected': (facts) => ({
    title: words.studentRejected,
    body: words.studentRejectedBody(text(facts, 'reason')),
    to: pagePaths.student,
    icon: 'flag',
    tone: 'earth',
  }),
  'student.withdrawn': (facts) => ({
    title: words.studentWithdrawn(text(facts, 'universityName')),
    body: words.studentRejectedBody(text(facts, 'reason')),
    to: pagePaths.student,
    icon: 'flag',
    tone: 'earth',
  }),
};

/** The oldest due day; a day has no time, so its noon stands for it. */
const dayWords = (facts: Facts): string => dateWords(`${text(facts, 'oldestDueOn')}T04:00:00.000Z`);

export const messageWords = (message: Pick<MessageView, 'kind' | 'facts'>, now: Date): MessageWords =>
  all[message.kind](message.facts, now);
