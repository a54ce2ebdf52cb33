import type { MySignup } from '@xiaolin/shared-types/signups/schema';
import { inboxText } from '@/shared/i18n/zh-CN/inbox';
import { offersText } from '@/shared/i18n/zh-CN/offers';
import { signupsText as words } from '@/shared/i18n/zh-CN/signups';
import type { IconName } from '@/shared/theme/icons';
import { isOffered } from './offer';

export interface StandingWords {
  readonly words: string;
  readonly tone: 'accent' | 'earth';
  readonly icon: IconName;
}

/** The organiser's reason: their own words, else those of the list. */
const reasonOf = ({ rejection }: Pick<MySignup, 'rejection'>): string =>
  rejection === null ? '' : (rejection.text ?? inboxText.rejectionReasons[rejection.code]);

/** What a place that is not certain means, and what comes next; null where the tag says it all. */
export function standingWords(signup: MySignup, now: Date): StandingWords | null {
  switch (signup.status) {
    case 'waitlisted':
      return {
        words: `${words.aheadOf(signup.ahead ?? 0)}。${words.waitlistNext}`,
        tone: 'accent',
        icon: 'clock',
      };
    case 'pending-review':
      return { words: words.pendingNext, tone: 'accent', icon: 'clock' };
    case 'in-draw':
      return { words: words.inDrawNext, tone: 'accent', icon: 'clock' };
    case 'not-drawn':
      return { words: words.notDrawnNext, tone: 'earth', icon: 'info' };
    case 'rejected':
      return { words: words.rejectedBecause(reasonOf(signup)), tone: 'earth', icon: 'info' };
    case 'declined':
      return { words: offersText.declinedText, tone: 'earth', icon: 'info' };
    case 'lapsed':
      return { words: offersText.lapsedText, tone: 'earth', icon: 'clock' };
    case 'offered':
      // Its time has run out here, and the server has not said so yet.
      return isOffered(signup, now) ? null : { words: offersText.lapsedText, tone: 'earth', icon: 'clock' };
    default:
      return null;
  }
}
