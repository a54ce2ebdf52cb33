import type { Answer } from '@xiaolin/shared-types/contract/route';
import { studentRoutes } from '@xiaolin/shared-types/students/routes';
import type { CampusStudent, StudentDecision, StudentState } from '@xiaolin/shared-types/students/schema';
import type { PageQuery } from '@/shared/api/use-paged-list';
import { api } from '@/shared/session/session';

export type CampusHours = Answer<typeof studentRoutes.hours>;

export const listStudents = (state: StudentState, { cursor }: PageQuery) =>
  api(studentRoutes.listForCampus, {
    query: { state, limit: '100', ...(cursor !== undefined && { cursor }) },
  });

export const decideStudents = (
  requestKey: string,
  students: readonly CampusStudent[],
  decision: StudentDecision,
  reason?: string,
) =>
  api(studentRoutes.decide, {
    body: {
      requestKey,
      decision,
      students: students.map(({ personId, submittedAt }) => ({ personId, submittedAt })),
      ...(reason !== undefined && { reason }),
    },
  });

export const loadCampusHours = (days: { readonly from?: string; readonly to?: string }) =>
  api(studentRoutes.hours, { query: days });
