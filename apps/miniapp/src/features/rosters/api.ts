import { activityRoutes } from '@xiaolin/shared-types/activities/routes';
import type { CreateSignupForSomebody, ReviewSignups } from '@xiaolin/shared-types/signups/schema';
import { signupRoutes } from '@xiaolin/shared-types/signups/routes';
import type { PageQuery } from '@/shared/api/use-paged-list';
import { api } from '@/shared/session/session';
import type { RosterFilter } from './model';

/** More than a phone's screen, so that a door with sixty people is one or two pages. */
const PAGE = '50';

export const loadRoster = (occurrenceId: string, filter: RosterFilter, find: string, page: PageQuery) =>
  api(signupRoutes.rosterOfOccurrence, {
    params: { occurrenceId },
    query: {
      limit: PAGE,
      ...(page.cursor !== undefined && { cursor: page.cursor }),
      ...(filter !== 'all' && { status: filter }),
      ...(find !== '' && { find }),
    },
  });

/** Each call is kept with the name of whoever looks. */
export const showPhone = (occurrenceId: string, signupId: string) =>
  api(signupRoutes.showPhone, { params: { occurrenceId, signupId } });

export const loadAnswers = (occurrenceId: string, page: PageQuery) =>
  api(signupRoutes.answersOfOccurrence, {
    params: { occurrenceId },
    query: { limit: PAGE, ...(page.cursor !== undefined && { cursor: page.cursor }) },
  });

/** For the heading: which run of which activity this is. */
export const loadActivity = (activityId: string) =>
  api(activityRoutes.detailForStaff, { params: { activityId } });

export const sendReview = (occurrenceId: string, body: ReviewSignups) =>
  api(signupRoutes.review, { params: { occurrenceId }, body });

export const promote = (occurrenceId: string, body: { requestKey: string; parties: number }) =>
  api(signupRoutes.promote, { params: { occurrenceId }, body });

export const signUpSomebody = (occurrenceId: string, body: CreateSignupForSomebody) =>
  api(signupRoutes.createForSomebody, { params: { occurrenceId }, body });
