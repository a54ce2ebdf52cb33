import * as v from 'valibot';
import { person, staff } from '../contract/access.js';
import { Done, Id, RequestKey } from '../contract/fields.js';
import { page, pageQuery } from '../contract/paging.js';
import { defineRoute } from '../contract/route.js';
import {
  AskConsent,
  AskTraining,
  DecideQualification,
  DeclareSkills,
  MyQualifications,
  QualificationView,
  RecordTraining,
  WaitingQualification,
} from './schema.js';

const asking = ['shift.unknown', 'qualification.already', 'request.key-reused'] as const;

export const qualificationRoutes = {
  mine: defineRoute({
    method: 'GET',
    path: '/me/qualifications',
    summary: "The caller's skills, trainings and guardian's consents.",
    access: person,
    response: MyQualifications,
  }),
  declareSkills: defineRoute({
    method: 'PUT',
    path: '/me/skills',
    summary: 'What the caller says they can; organisers of their shifts see it.',
    access: person,
    body: DeclareSkills,
    response: MyQualifications,
  }),
  askTraining: defineRoute({
    method: 'POST',
    path: '/me/trainings',
    summary: "Says that a training was done; the shift's organiser confirms it.",
    access: person,
    body: AskTraining,
    response: QualificationView,
    problems: asking,
  }),
  askConsent: defineRoute({
    method: 'POST',
    path: '/me/guardian-consents',
    summary: 'Names a guardian, whom the organiser calls: 志愿服务条例 art. 15.',
    access: person,
    body: AskConsent,
    response: QualificationView,
    problems: asking,
  }),
  withdraw: defineRoute({
    method: 'POST',
    path: '/me/qualifications/:qualificationId/withdraw',
    summary: 'Takes back what waits, or ends what was confirmed.',
    access: person,
    params: v.object({ qualificationId: Id }),
    body: v.object({ requestKey: RequestKey }),
    response: Done,
    problems: ['qualification.unknown', 'qualification.not-waiting', 'request.key-reused'],
  }),
  waiting: defineRoute({
    method: 'GET',
    path: '/staff/qualifications',
    summary: "Trainings and consents in scope that wait for the staff's word, oldest first.",
    access: staff('own-scope'),
    query: v.object(pageQuery),
    response: page(WaitingQualification),
  }),
  decide: defineRoute({
    method: 'POST',
    path: '/staff/qualifications/:qualificationId/decision',
    summary:
      "The staff's word on a training or, after calling the guardian, on a consent. Never on their own.",
    access: staff('qualification'),
    params: v.object({ qualificationId: Id }),
    body: DecideQualification,
    response: Done,
    problems: [
      'qualification.unknown',
      'qualification.own',
      'qualification.not-waiting',
      'request.key-reused',
    ],
  }),
  record: defineRoute({
    method: 'POST',
    path: '/staff/shifts/:shiftId/trainings',
    summary: 'Writes down a training of people who have a place in the shift; it counts from then on.',
    access: staff('shift'),
    params: v.object({ shiftId: Id }),
    body: RecordTraining,
    response: v.object({ recorded: v.number() }),
    problems: ['shift.unknown', 'qualification.own', 'request.key-reused'],
  }),
};
