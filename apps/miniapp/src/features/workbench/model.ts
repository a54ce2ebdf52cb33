import type { TodayItem, WorkbenchView } from '@xiaolin/shared-types/workbench/routes';

/** How near the end of the ten working days is (志愿服务记录与证明出具办法 art. 11). */
export type Urgency = 'late' | 'today' | 'soon' | 'calm';

/** `workingDaysLeft`: 0 is the last day, negative is past it. */
export function urgencyOf(workingDaysLeft: number): Urgency {
  if (workingDaysLeft < 0) return 'late';
  if (workingDaysLeft === 0) return 'today';
  return workingDaysLeft <= 4 ? 'soon' : 'calm';
}

export const isOver = (item: Pick<TodayItem, 'endsAt'>, now: Date): boolean =>
  Date.parse(item.endsAt) <= now.getTime();

/** What today asks for: what still takes place, and the hours that wait. A draft has no day. */
export const thingsToday = (view: WorkbenchView, now: Date): number =>
  view.today.filter((item) => !isOver(item, now) && !item.line.calledOff).length +
  (view.pendingHours.records > 0 ? 1 : 0) +
  (view.corrections.count > 0 ? 1 : 0) +
  (view.entries.count > 0 ? 1 : 0) +
  (view.waysOut > 0 ? 1 : 0) +
  (view.qualifications > 0 ? 1 : 0);

/** Soonest first, what is over last. */
export const inOrder = (today: readonly TodayItem[], now: Date): readonly TodayItem[] =>
  [...today].sort(
    (a, b) => Number(isOver(a, now)) - Number(isOver(b, now)) || a.startsAt.localeCompare(b.startsAt),
  );

export interface Volunteers {
  readonly taken: number;
  readonly needed: number;
}

export const volunteersOf = ({ shifts }: Pick<TodayItem, 'shifts'>): Volunteers => ({
  taken: shifts.reduce((sum, { taken }) => sum + taken, 0),
  needed: shifts.reduce((sum, { needed }) => sum + needed, 0),
});
