import { withQuery } from './with-query';

/** Where the pages stand, so that a page that moves is changed in one line. */
export const pagePaths = {
  home: '/pages/home/index',
  activities: '/pages/activities/index',
  volunteer: '/pages/volunteer/index',
  me: '/pages/me/index',
  /** `occurrenceId`: which of its runs to show first. */
  activity: (activityId: string, occurrenceId?: string) =>
    withQuery('/pkg-activity/pages/detail/index', { id: activityId, occurrence: occurrenceId }),
  signUp: (activityId: string, occurrenceId?: string) =>
    withQuery('/pkg-activity/pages/signup/index', { id: activityId, occurrence: occurrenceId }),
  signUpResult: (signupId: string) => withQuery('/pkg-activity/pages/result/index', { id: signupId }),
  draw: (occurrenceId: string) => withQuery('/pkg-activity/pages/draw/index', { id: occurrenceId }),
  signup: (signupId: string) => withQuery('/pkg-me/pages/signup-detail/index', { id: signupId }),
  ticket: (signupId: string) => withQuery('/pkg-me/pages/ticket/index', { id: signupId }),
  feedback: (signupId: string) => withQuery('/pkg-me/pages/feedback/index', { id: signupId }),
  dependants: '/pkg-me/pages/dependants/index',
  details: '/pkg-me/pages/details/index',
  messages: '/pkg-me/pages/messages/index',
  privacy: '/pkg-me/pages/privacy/index',
  about: '/pkg-me/pages/about/index',
  /** `back`: where to go afterwards when there is no page behind (a reload, a shared link). */
  signIn: (back: string) => withQuery('/pkg-me/pages/sign-in/index', { back }),
  shift: (shiftId: string) => withQuery('/pkg-volunteer/pages/shift/index', { id: shiftId }),
  /** The site's QR code opens it with `c`; `scan` shows how one that was written down ended. */
  scan: (query: { readonly c?: string; readonly shift?: string; readonly scan?: string }) =>
    withQuery('/pkg-volunteer/pages/scan/index', query),
  myCode: '/pkg-volunteer/pages/my-code/index',
  pastShifts: '/pkg-volunteer/pages/past/index',
  hours: '/pkg-volunteer/pages/hours/index',
  /** `code`: what somebody else gave, to be looked at. */
  swaps: (code?: string) => withQuery('/pkg-volunteer/pages/swap/index', { code }),
  wayOut: '/pkg-volunteer/pages/way-out/index',
  /** `shiftId`: whose organiser is asked. */
  qualifications: (shiftId?: string) =>
    withQuery('/pkg-volunteer/pages/qualifications/index', { shift: shiftId }),
  /** Ways out that were missed, for staff. */
  waysOut: '/pkg-worker/pages/ways-out/index',
  certificates: '/pkg-verify/pages/mine/index',
  /** `unit`, `from`, `to`: what was certified before and is to be certified anew. */
  askCertificate: (query: { readonly unit?: string; readonly from?: string; readonly to?: string } = {}) =>
    withQuery('/pkg-verify/pages/ask/index', query),
  checkCertificate: '/pkg-verify/pages/check/index',
  certificate: (certificateId: string) => withQuery('/pkg-verify/pages/one/index', { id: certificateId }),
  serviceTotals: '/pkg-volunteer/pages/totals/index',
  /** One slice of the totals, opened to its records. */
  hoursOf: (slice: {
    readonly year?: string;
    readonly unitId?: string;
    readonly categoryId?: string;
    readonly name?: string;
  }) => withQuery('/pkg-volunteer/pages/hours-slice/index', slice),
  student: '/pkg-me/pages/student/index',
  ranking: '/pkg-me/pages/ranking/index',
  hourReview: '/pkg-worker/pages/hours/index',
  /** A notice to a roster, for staff. */
  notice: (broadcastId: string) => withQuery('/pkg-worker/pages/broadcast/index', { id: broadcastId }),
  overdue: '/pkg-worker/pages/overdue/index',
  campus: '/pkg-campus/pages/students/index',
  campusHours: '/pkg-campus/pages/hours/index',
  desk: '/pkg-worker/pages/workbench/index',
  /** Errors in hours: raising one, a record that is missing, and what became of them. */
  raise: (recordId: string) => withQuery('/pkg-proof/pages/raise/index', { record: recordId }),
  missingHours: '/pkg-proof/pages/missing/index',
  corrections: '/pkg-proof/pages/mine/index',
  correction: (correctionId: string) => withQuery('/pkg-proof/pages/one/index', { id: correctionId }),
  /** The same for staff. */
  correctionDesk: '/pkg-proof/pages/desk/index',
  decide: (correctionId: string) => withQuery('/pkg-proof/pages/decide/index', { id: correctionId }),
  manualEntries: '/pkg-proof/pages/entries/index',
} as const;
