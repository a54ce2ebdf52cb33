/** Addresses that people have in their hands: links they were sent, codes they scanned. The rest is pressed. */

/** @typedef {{ activityId: string, id: string }} Run */

export const home = '/pages/home/index';
export const activities = '/pages/activities/index';
export const volunteer = '/pages/volunteer/index';
export const me = '/pages/me/index';
/** @param {Run} run */
export const activity = ({ activityId, id }) =>
  `/pkg-activity/pages/detail/index?id=${activityId}&occurrence=${id}`;
/** @param {Run} run */
export const signUp = ({ activityId, id }) =>
  `/pkg-activity/pages/signup/index?id=${activityId}&occurrence=${id}`;
/** @param {string} occurrenceId */
export const draw = (occurrenceId) => `/pkg-activity/pages/draw/index?id=${occurrenceId}`;
/** @param {string} shiftId */
export const shift = (shiftId) => `/pkg-volunteer/pages/shift/index?id=${shiftId}`;
/** @param {string} shiftId */
export const scan = (shiftId) => `/pkg-volunteer/pages/scan/index?shift=${shiftId}`;
export const myCode = '/pkg-volunteer/pages/my-code/index';
export const hours = '/pkg-volunteer/pages/hours/index';
export const swaps = '/pkg-volunteer/pages/swap/index';
export const wayOut = '/pkg-volunteer/pages/way-out/index';
/** @param {string} [shiftId] */
export const qualifications = (shiftId) =>
  `/pkg-volunteer/pages/qualifications/index${shiftId ? `?shift=${shiftId}` : ''}`;
export const waysOut = '/pkg-worker/pages/ways-out/index';
export const qualificationDesk = '/pkg-worker/pages/qualifications/index';
/** @param {string} activityId @param {string} roleId */
export const role = (activityId, roleId) =>
  `/pkg-worker/pages/role/index?activityId=${activityId}&roleId=${roleId}`;
export const totals = '/pkg-volunteer/pages/totals/index';
/** @param {string} year */
export const hoursOfYear = (year) => `/pkg-volunteer/pages/hours-slice/index?year=${year}`;
export const student = '/pkg-me/pages/student/index';
export const ranking = '/pkg-me/pages/ranking/index';
export const campusStudents = '/pkg-campus/pages/students/index';
export const campusHours = '/pkg-campus/pages/hours/index';
export const overdue = '/pkg-worker/pages/overdue/index';
export const pastShifts = '/pkg-volunteer/pages/past/index';
export const signIn = '/pkg-me/pages/sign-in/index';
export const messages = '/pkg-me/pages/messages/index';
export const privacy = '/pkg-me/pages/privacy/index';
export const about = '/pkg-me/pages/about/index';
/** @param {string} signupId */
export const place = (signupId) => `/pkg-me/pages/signup-detail/index?id=${signupId}`;
/** @param {string} signupId */
export const ticket = (signupId) => `/pkg-me/pages/ticket/index?id=${signupId}`;
export const family = '/pkg-me/pages/dependants/index';
/** @param {string} signupId */
export const result = (signupId) => `/pkg-activity/pages/result/index?id=${signupId}`;
export const review = '/pkg-worker/pages/hours/index';
export const workbench = '/pkg-worker/pages/workbench/index';
/** @param {string} activityId */
export const desks = (activityId) => `/pkg-worker/pages/desk/index?activityId=${activityId}`;
/** @param {string} shiftId */
export const desk = (shiftId) => `/pkg-worker/pages/desk/index?shiftId=${shiftId}`;
/** @param {string} occurrenceId */
export const door = (occurrenceId) => `/pkg-worker/pages/door/index?occurrenceId=${occurrenceId}`;
/** @param {string} shiftId */
export const projector = (shiftId) => `/pkg-worker/pages/projector/index?shiftId=${shiftId}`;
export const settings = '/pkg-worker/pages/settings/index';
export const managed = '/pkg-worker/pages/activities/index';
/** @param {string} [activityId] a new one unless told */
export const publish = (activityId) =>
  `/pkg-worker/pages/publish/index${activityId ? `?id=${activityId}` : ''}`;
/** @param {string} activityId */
export const manage = (activityId) => `/pkg-worker/pages/manage/index?id=${activityId}`;
/** @param {Run} run */
export const roster = ({ activityId, id }) =>
  `/pkg-worker/pages/roster/index?activityId=${activityId}&occurrenceId=${id}`;
/** @param {string} broadcastId */
export const notice = (broadcastId) => `/pkg-worker/pages/broadcast/index?id=${broadcastId}`;
/** @param {string} recordId */
export const raise = (recordId) => `/pkg-proof/pages/raise/index?record=${recordId}`;
export const missingHours = '/pkg-proof/pages/missing/index';
export const corrections = '/pkg-proof/pages/mine/index';
/** @param {string} correctionId */
export const correction = (correctionId) => `/pkg-proof/pages/one/index?id=${correctionId}`;
export const correctionDesk = '/pkg-proof/pages/desk/index';
/** @param {string} correctionId */
export const decide = (correctionId) => `/pkg-proof/pages/decide/index?id=${correctionId}`;
export const enterByHand = '/pkg-proof/pages/enter/index';
export const manualEntries = '/pkg-proof/pages/entries/index';
export const sample = '/pkg-proof/pages/sample/index';
export const certificates = '/pkg-verify/pages/mine/index';
export const askCertificate = '/pkg-verify/pages/ask/index';
/** @param {string} certificateId */
export const certificate = (certificateId) => `/pkg-verify/pages/one/index?id=${certificateId}`;
/** @param {string} number */
export const checkCertificate = (number) =>
  `/pkg-verify/pages/check/index${number === '' ? '' : `?n=${number}`}`;
export const issuedCertificates = '/pkg-worker/pages/certificates/index';
