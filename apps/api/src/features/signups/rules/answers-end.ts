import { addDistrictDays, districtDay } from '@xiaolin/shared-types/contract/district-time';

/**
 * The district's day on which an occurrence's answers are deleted: so many days after the day of its end
 * (个人信息保护法 art. 19: kept no longer than their purpose needs).
 */
export const answersEnd = (endsAt: string, keepDays: number): string =>
  addDistrictDays(districtDay(new Date(endsAt)), keepDays);

export const areDue = (endsAt: string, keepDays: number, now: Date): boolean =>
  answersEnd(endsAt, keepDays) <= districtDay(now);
