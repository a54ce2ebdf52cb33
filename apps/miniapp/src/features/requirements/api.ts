import { qualificationRoutes } from '@xiaolin/shared-types/qualifications/routes';
import type { DecideQualification } from '@xiaolin/shared-types/qualifications/schema';
import { signupRoutes } from '@xiaolin/shared-types/signups/routes';
import type { PageQuery } from '@/shared/api/use-paged-list';
import { api } from '@/shared/session/session';

export const loadShiftEligibility = (shiftId: string) =>
  api(signupRoutes.shiftEligibility, { params: { shiftId } });

export const loadQualifications = () => api(qualificationRoutes.mine, {});

export const declareSkills = (skills: string[]) =>
  api(qualificationRoutes.declareSkills, { body: { skills } });

export const askTraining = (requestKey: string, shiftId: string, name: string, doneOn: string) =>
  api(qualificationRoutes.askTraining, { body: { requestKey, shiftId, name, doneOn } });

export const askConsent = (
  requestKey: string,
  shiftId: string,
  guardianName: string,
  guardianPhone: string,
) => api(qualificationRoutes.askConsent, { body: { requestKey, shiftId, guardianName, guardianPhone } });

export const withdrawQualification = (requestKey: string, qualificationId: string) =>
  api(qualificationRoutes.withdraw, { params: { qualificationId }, body: { requestKey } });

export const loadWaiting = (page: PageQuery) => api(qualificationRoutes.waiting, { query: page });

export const decideQualification = (
  requestKey: string,
  qualificationId: string,
  decision: Omit<DecideQualification, 'requestKey'>,
) => api(qualificationRoutes.decide, { params: { qualificationId }, body: { requestKey, ...decision } });
