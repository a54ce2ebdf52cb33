import type { DemoPersonView } from '@xiaolin/shared-types/people/schema';
import { partsOf } from '@/shared/i18n/moments';
import { homeText } from '@/shared/i18n/zh-CN/home';
import type { IconName } from '@/shared/theme/icons';

/** The name that the server gives a newcomer (邻居7KQ2): worth replacing before an organiser calls it out. */
export const isNeutralName = (name: string): boolean => /^邻居[2-9A-Z]{4}$/.test(name);

/** 早上好 … by the clock of the district. */
export function greetingWord(now: Date): string {
  const { hour } = partsOf(now);
  if (hour >= 5 && hour < 11) return homeText.morning;
  if (hour >= 11 && hour < 13) return homeText.noon;
  return hour >= 13 && hour < 18 ? homeText.afternoon : homeText.evening;
}

const icons: Record<DemoPersonView['kind'], IconName> = {
  resident: 'person',
  student: 'volunteer',
  worker: 'building',
  coordinator: 'cert',
  street: 'govern',
  district: 'board',
};
export const demoIcon = (kind: DemoPersonView['kind']): IconName => icons[kind];
