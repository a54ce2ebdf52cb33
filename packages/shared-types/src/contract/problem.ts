import * as v from 'valibot';

/**
 * Every refusal the API can give: its stable code and its HTTP status. Sentences for people live with the mini-app
 * (`Record<ProblemCode, string>`: a code without a sentence fails its build).
 */
export const problems = {
  // The request itself.
  'request.invalid': { status: 400 },
  'request.malformed': { status: 400 },
  'request.too-large': { status: 413 },
  'request.unsupported-type': { status: 415 },
  'request.key-reused': { status: 422 },
  'request.rate-limited': { status: 429 },
  'route.unknown': { status: 404 },
  // Who is asking.
  'session.required': { status: 401 },
  'session.expired': { status: 401 },
  'session.revoked': { status: 401 },
  'session.code-refused': { status: 401 },
  'session.account-blocked': { status: 403 },
  'session.wechat-unavailable': { status: 503 },
  'session.demo-off': { status: 404 },
  'person.unknown': { status: 404 },
  'dependant.unknown': { status: 404 },
  'dependant.too-many': { status: 409 },
  'access.not-staff': { status: 403 },
  'access.out-of-scope': { status: 403 },
  // Organizations and activities.
  'organization.unknown': { status: 404 },
  'category.unknown': { status: 422 },
  'activity.unknown': { status: 404 },
  'activity.incomplete': { status: 422 },
  'activity.changed-meanwhile': { status: 409 },
  'activity.wrong-state': { status: 409 },
  'activity.already-running': { status: 409 },
  'activity.capacity-below-taken': { status: 409 },
  'occurrence.unknown': { status: 404 },
  // Signing up, for occurrences and shifts alike.
  'signup.unknown': { status: 404 },
  'signup.not-open-yet': { status: 409 },
  'signup.closed': { status: 409 },
  'signup.called-off': { status: 409 },
  'signup.full': { status: 409 },
  'signup.already': { status: 409 },
  'signup.clash': { status: 409 },
  'signup.not-cancellable': { status: 409 },
  'signup.party-too-large': { status: 409 },
  'signup.not-pending': { status: 409 },
  'signup.no-offer': { status: 409 },
  'signup.offer-lapsed': { status: 409 },
  'signup.line-busy': { status: 429 },
  'signup.nobody-waits': { status: 409 },
  'signup.offers-over': { status: 409 },
  'roster.too-many-phones': { status: 429 },
  'signup.restricted': { status: 409 },
  'signup.home-unknown': { status: 409 },
  'signup.not-in-audience': { status: 409 },
  'signup.students-only': { status: 409 },
  'signup.age-unknown': { status: 409 },
  'signup.age-limit': { status: 409 },
  'signup.household-limit': { status: 409 },
  'signup.answers-invalid': { status: 422 },
  // Lotteries.
  'draw.unknown': { status: 404 },
  'draw.not-drawn': { status: 409 },
  // A date of a course that is taken as a whole.
  'signup.whole-course': { status: 409 },
  // Tickets and the door of an occurrence.
  'ticket.no-place': { status: 409 },
  'ticket.over': { status: 409 },
  'admission.code-invalid': { status: 422 },
  'admission.other-occurrence': { status: 409 },
  'admission.place-cancelled': { status: 409 },
  'admission.no-place': { status: 409 },
  'admission.too-early': { status: 409 },
  'admission.over': { status: 409 },
  'admission.too-many': { status: 409 },
  'admission.nothing-to-undo': { status: 409 },
  'admission.not-over-yet': { status: 409 },
  'admission.not-absent': { status: 409 },
  // Feedback.
  'feedback.unknown': { status: 404 },
  'feedback.not-attended': { status: 409 },
  'feedback.already': { status: 409 },
  'feedback.not-waiting': { status: 409 },
  // Shifts and attendance.
  'shift.unknown': { status: 404 },
  'attendance.code-invalid': { status: 422 },
  'attendance.code-expired': { status: 409 },
  'attendance.code-other-shift': { status: 409 },
  'attendance.code-used': { status: 409 },
  'attendance.not-signed-up': { status: 409 },
  'attendance.too-early': { status: 409 },
  'attendance.too-late': { status: 409 },
  'attendance.not-checked-in': { status: 409 },
  'attendance.already-checked-out': { status: 409 },
  // Attendance without a network.
  'attendance.clock-off': { status: 409 },
  'attendance.scan-too-old': { status: 409 },
  'attendance.roster-over': { status: 409 },
  'attendance.no-coordinates': { status: 409 },
  // Hours.
  'hours.unknown': { status: 404 },
  'hours.own-record': { status: 403 },
  'hours.not-pending': { status: 409 },
  // Roles and shifts after they were added.
  'role.unknown': { status: 404 },
  'role.counts-settled': { status: 409 },
  'shift.begun': { status: 409 },
  // What a shift asks of a volunteer (志愿服务条例 art. 15).
  'signup.too-young': { status: 409 },
  'signup.guardian-consent': { status: 409 },
  'signup.training-missing': { status: 409 },
  'signup.skill-missing': { status: 409 },
  'signup.overwork': { status: 409 },
  'qualification.unknown': { status: 404 },
  'qualification.own': { status: 403 },
  'qualification.not-waiting': { status: 409 },
  'qualification.already': { status: 409 },
  // Changing shifts among volunteers.
  'swap.unknown': { status: 404 },
  'swap.off': { status: 409 },
  'swap.over': { status: 409 },
  'swap.own': { status: 409 },
  'swap.place-gone': { status: 409 },
  'swap.begun': { status: 409 },
  'swap.checked-in': { status: 409 },
  'swap.others-wait': { status: 409 },
  'swap.same-shift': { status: 409 },
  'swap.not-answered-yet': { status: 409 },
  // A way out that was missed.
  'way-out.unknown': { status: 404 },
  'way-out.not-missing': { status: 409 },
  'way-out.already': { status: 409 },
  'way-out.before-in': { status: 422 },
  'way-out.own': { status: 403 },
  'way-out.not-yours': { status: 403 },
  'way-out.over': { status: 409 },
  // Further versions of hour records.
  'hours.not-amendable': { status: 409 },
  'hours.not-certifiable': { status: 409 },
  'hours.too-many-minutes': { status: 422 },
  'hours.counted-elsewhere': { status: 409 },
  'hours.already-recorded': { status: 409 },
  'hours.not-counting': { status: 409 },
  'hours.same-approver': { status: 403 },
  // Corrections, and entries made by hand.
  'correction.unknown': { status: 404 },
  'correction.already': { status: 409 },
  'correction.not-waiting': { status: 409 },
  'correction.not-rejected': { status: 409 },
  'correction.appeal-over': { status: 409 },
  'correction.same-person': { status: 403 },
  'correction.minutes-missing': { status: 422 },
  'correction.minutes-beyond-shift': { status: 422 },
  'correction.times-missing': { status: 422 },
  'hours.changed-meanwhile': { status: 409 },
  'entry.unknown': { status: 404 },
  'entry.already': { status: 409 },
  'entry.no-place': { status: 409 },
  'entry.not-over-yet': { status: 409 },
  'entry.too-long-ago': { status: 409 },
  'entry.not-counted': { status: 409 },
  'entry.outside-shift': { status: 422 },
  'entry.evidence-missing': { status: 422 },
  'entry.nobody-above': { status: 409 },
  'entry.not-waiting': { status: 409 },
  'entry.own-entry': { status: 403 },
  // Pictures.
  'picture.unknown': { status: 404 },
  'picture.too-large': { status: 413 },
  'picture.wrong-type': { status: 415 },
  'picture.unreadable': { status: 422 },
  'picture.too-many-pixels': { status: 422 },
  'picture.too-many': { status: 429 },
  // Certificates.
  'certificate.unknown': { status: 404 },
  'certificate.period-invalid': { status: 422 },
  'certificate.nothing-confirmed': { status: 409 },
  'certificate.too-many-records': { status: 409 },
  'certificate.names-differ': { status: 409 },
  'certificate.own': { status: 403 },
  'certificate.already-revoked': { status: 409 },
  'certificate.seal-unfit': { status: 422 },
  'hours.flags-unacknowledged': { status: 409 },
  // Students and rankings.
  'student.unknown': { status: 404 },
  'student.wrong-state': { status: 409 },
  'student.changed-meanwhile': { status: 409 },
  'student.number-taken': { status: 409 },
  'student.own': { status: 403 },
  'ranking.students-only': { status: 409 },
  // Reports.
  'report.unknown': { status: 404 },
  'report.expired': { status: 409 },
  'report.period-invalid': { status: 422 },
  'report.too-large': { status: 409 },
  'report.too-many': { status: 429 },
  // Notices to everybody on a roster.
  'broadcast.unknown': { status: 404 },
  'broadcast.no-such-roster': { status: 404 },
  'broadcast.nobody': { status: 409 },
  'broadcast.count-changed': { status: 409 },
  'broadcast.words-refused': { status: 422 },
  'broadcast.not-waiting': { status: 409 },
  // The server.
  'server.unexpected': { status: 500 },
  'server.not-ready': { status: 503 },
} as const satisfies Record<string, { readonly status: number }>;

export type ProblemCode = keyof typeof problems;

/** Refusals that any route may give, so that routes need not repeat them. */
export const commonProblems = [
  'request.invalid',
  'request.malformed',
  'request.too-large',
  'request.unsupported-type',
  'request.rate-limited',
  'session.required',
  'session.expired',
  'session.revoked',
  'access.not-staff',
  'access.out-of-scope',
  'server.unexpected',
  'server.not-ready',
] as const satisfies readonly ProblemCode[];

/** What stands behind a sentence: the other activity's name, the hour at which sign-up opens, … */
export type ProblemFacts = Readonly<Record<string, string | number>>;

/** One field that does not fit: `path` is dotted from the request's part, e.g. `body.occurrences.0.capacity`. */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

/** RFC 9457 problem details, sent as `application/problem+json`. It never echoes what was sent. */
export const ProblemDocument = v.object({
  type: v.string(),
  title: v.string(),
  status: v.number(),
  code: v.picklist(Object.keys(problems) as [ProblemCode, ...ProblemCode[]]),
  /** The request's id, also in the log. */
  instance: v.string(),
  facts: v.optional(v.record(v.string(), v.union([v.string(), v.number()]))),
  errors: v.optional(v.array(v.object({ path: v.string(), message: v.string() }))),
});
export type Problem = v.InferOutput<typeof ProblemDocument>;

export const isProblemCode = (code: string): code is ProblemCode =>
  Object.prototype.hasOwnProperty.call(problems, code);
