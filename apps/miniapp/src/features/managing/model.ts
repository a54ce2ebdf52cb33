import type { StaffActivityView } from '@xiaolin/shared-types/activities/schema';
import type { Satisfaction } from '@xiaolin/shared-types/feedback/schema';
import type { ServiceRoleView } from '@xiaolin/shared-types/shifts/schema';
import type { LineView } from '@xiaolin/shared-types/signups/schema';
import { satisfactionWords as words } from '@/shared/i18n/zh-CN/managing';

/** The states that the list is divided by, in this order. */
export const LISTED = ['published', 'draft', 'ended', 'cancelled'] as const;
export type ListedState = (typeof LISTED)[number];

const held = ({ taken, waiting }: Pick<LineView, 'taken' | 'waiting'>): number => taken + waiting;

/** How many places will be given up and told when the activity is called off: everybody who holds one or waits. */
export function toldOnCancel(
  activity: {
    readonly draft: {
      readonly occurrences: readonly { readonly line: LineView }[];
      readonly course?: { readonly line: LineView } | null;
    };
  },
  roles: readonly Pick<ServiceRoleView, 'shifts'>[],
): number {
  const lines = [
    // Whoever is in a course is in each of its dates, and is told once.
    ...(activity.draft.course ? [activity.draft.course] : activity.draft.occurrences).map(({ line }) => line),
    ...roles.flatMap(({ shifts }) => shifts.map(({ line }) => line)),
  ];
  return lines.reduce((people, line) => people + held(line), 0);
}

/** What may still be called off (domain, "States": any state before it has ended). */
export const mayCancel = (status: StaffActivityView['status']): boolean =>
  ['draft', 'submitted', 'returned', 'approved', 'published'].includes(status);

export const mayEdit = (status: StaffActivityView['status']): boolean =>
  ['draft', 'returned', 'approved', 'published'].includes(status);

export const toneOf = (status: StaffActivityView['status']): 'ok' | 'accent' | 'warm' | 'plain' =>
  status === 'published' ? 'ok' : status === 'cancelled' ? 'warm' : status === 'draft' ? 'accent' : 'plain';

/** The share of those who answered, of how many, and how many could have. Nobody came yet: nothing to say. */
export function satisfactionOf({ attended, answered, satisfied, average }: Satisfaction): {
  readonly headline: string;
  readonly more: string | null;
} {
  if (attended === 0) return { headline: words.nobodyCame, more: null };
  if (answered === 0 || average === null)
    return { headline: words.nobodyAnswered, more: words.came(attended) };
  return {
    headline: words.satisfied(satisfied, answered),
    more: [words.average(average), words.answered(answered, attended)].join('，'),
  };
}
