/** The only door to students for other features. */
export { ConsentToRanking } from './use-cases/consent-to-ranking.js';
export { DecideStudents } from './use-cases/decide-students.js';
export { KeepStudent, verifiedName } from './use-cases/keep-student.js';
