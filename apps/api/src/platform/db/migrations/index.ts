import { addColumn } from './add-column.js';
import { AdoptHourRecords1795000000085 } from './adopt-hour-records.js';
import * as campusTables from './campus-tables.js';
import { long, none, whole } from './columns.js';
import * as certificateTables from './certificate-tables.js';
import * as courseTables from './course-tables.js';
import { createTable } from './create-table.js';
import * as doorTables from './door-tables.js';
import * as shiftTables from './shift-tables.js';
import * as lotteryTables from './lottery-tables.js';
import { FreezeFacts1795000000081 } from './freeze-facts.js';
import * as ledgerTables from './ledger-tables.js';
import * as rosterTables from './roster-tables.js';
import * as messageTables from './message-tables.js';
import * as proofTables from './proof-tables.js';
import * as offlineTables from './offline-tables.js';
import * as nameColumns from './name-columns.js';
import * as reportTables from './report-tables.js';
import * as signupTables from './signup-tables.js';
import * as tables from './tables.js';

/** In order; one statement each. New ones go to the end with a later timestamp. */
export const migrations = [
  createTable(1795000000001, tables.organization),
  createTable(1795000000002, tables.person),
  createTable(1795000000003, tables.membership),
  createTable(1795000000004, tables.studentProfile),
  createTable(1795000000005, tables.sessionRevocation),
  createTable(1795000000006, tables.category),
  createTable(1795000000007, tables.activity),
  createTable(1795000000008, tables.line),
  createTable(1795000000009, tables.signup),
  createTable(1795000000010, tables.signupEvent),
  createTable(1795000000011, tables.requestAnswer),
  createTable(1795000000012, tables.serviceRole),
  createTable(1795000000013, tables.shift),
  createTable(1795000000014, tables.attendance),
  createTable(1795000000015, tables.attendanceEvent),
  createTable(1795000000016, tables.hourRecord),
  createTable(1795000000017, tables.journal),
  createTable(1795000000018, tables.outbox),
  createTable(1795000000019, tables.message),
  createTable(1795000000020, tables.dependant),
  createTable(1795000000021, tables.signupGuest),
  createTable(1795000000040, doorTables.admission),
  createTable(1795000000041, doorTables.admissionEvent),
  createTable(1795000000042, doorTables.door),
  createTable(1795000000043, doorTables.organizationSetting),
  createTable(1795000000044, doorTables.feedback),
  createTable(1795000000050, signupTables.signupAnswers),
  addColumn(1795000000051, 'line', signupTables.audience),
  addColumn(1795000000052, 'line', signupTables.questions),
  addColumn(1795000000053, 'line', whole('answers_keep_days', { default: 30 })),
  addColumn(1795000000054, 'line', signupTables.movedAt),
  addColumn(1795000000055, 'person', signupTables.home),
  addColumn(1795000000056, 'person', whole('birth_year', none)),
  createTable(1795000000060, lotteryTables.lottery),
  createTable(1795000000061, lotteryTables.lotteryPage),
  addColumn(1795000000062, 'line', lotteryTables.drawnAt),
  addColumn(1795000000070, 'line', courseTables.courseOfLine),
  addColumn(1795000000071, 'signup', courseTables.courseOfSignup),
  addColumn(1795000000080, 'hour_record', long('facts', none)),
  FreezeFacts1795000000081,
  createTable(1795000000082, ledgerTables.ledgerHead),
  createTable(1795000000083, ledgerTables.ledgerEntry),
  createTable(1795000000084, ledgerTables.ledgerSignedHead),
  AdoptHourRecords1795000000085,
  createTable(1795000000090, certificateTables.certificate),
  createTable(1795000000091, certificateTables.certificateRecord),
  createTable(1795000000092, certificateTables.organizationSeal),
  createTable(1795000000100, proofTables.picture),
  createTable(1795000000101, proofTables.correction),
  createTable(1795000000102, proofTables.correctionEvent),
  createTable(1795000000103, proofTables.manualEntry),
  createTable(1795000000110, shiftTables.qualification),
  createTable(1795000000111, shiftTables.personSkills),
  addColumn(1795000000112, 'service_role', shiftTables.requirements),
  addColumn(1795000000113, 'service_role', shiftTables.swaps),
  addColumn(1795000000114, 'service_role', shiftTables.removedAt),
  createTable(1795000000115, shiftTables.shiftSwap),
  createTable(1795000000116, shiftTables.wayOut),
  addColumn(1795000000117, 'attendance', shiftTables.remindedAt),
  addColumn(1795000000120, 'attendance_event', offlineTables.countedAt),
  addColumn(1795000000121, 'attendance_event', offlineTables.deviceHash),
  addColumn(1795000000122, 'attendance_event', offlineTables.placeOutcome),
  addColumn(1795000000123, 'attendance_event', offlineTables.distanceBand),
  createTable(1795000000124, offlineTables.shiftPlaceCheck),
  createTable(1795000000125, offlineTables.placeConsent),
  addColumn(1795000000130, 'student_profile', campusTables.className),
  addColumn(1795000000131, 'student_profile', campusTables.entryYear),
  addColumn(1795000000132, 'student_profile', campusTables.submittedAt),
  addColumn(1795000000133, 'student_profile', campusTables.refusedAs),
  addColumn(1795000000134, 'student_profile', campusTables.decisionReason),
  createTable(1795000000135, campusTables.rankingConsent),
  createTable(1795000000136, campusTables.starSetting),
  createTable(1795000000137, campusTables.hourNotice),
  campusTables.StudentNumberIndex1795000000138,
  createTable(1795000000150, reportTables.reportOrder),
  reportTables.HourReportIndex1795000000151,
  addColumn(1795000000170, 'student_profile', nameColumns.realName),
  createTable(1795000000140, rosterTables.phoneLook),
  createTable(1795000000160, messageTables.reminderRun),
  createTable(1795000000161, messageTables.broadcast),
  createTable(1795000000162, messageTables.broadcastRecipient),
];
