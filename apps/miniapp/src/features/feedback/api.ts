import { feedbackRoutes } from '@xiaolin/shared-types/feedback/routes';
import { api } from '@/shared/session/session';

export const readMyFeedback = (signupId: string) => api(feedbackRoutes.mine, { params: { signupId } });

export const giveFeedback = (
  signupId: string,
  given: { readonly requestKey: string; readonly score: number; readonly words?: string },
) => api(feedbackRoutes.give, { params: { signupId }, body: given });
