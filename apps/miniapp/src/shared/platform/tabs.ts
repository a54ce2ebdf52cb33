import type { IconName } from '../theme/icons';

export type TabKey = 'home' | 'activities' | 'volunteer' | 'me';

export interface Tab {
  readonly key: TabKey;
  readonly path: string;
  readonly label: string;
  readonly icon: IconName;
}

/** The same four as in app.config.ts (Taro reads that file at build and cannot import this one). tabs.spec.ts compares. */
export const tabs: readonly Tab[] = [
  { key: 'home', path: '/pages/home/index', label: '首页', icon: 'home' },
  { key: 'activities', path: '/pages/activities/index', label: '活动', icon: 'calendar' },
  { key: 'volunteer', path: '/pages/volunteer/index', label: '志愿', icon: 'volunteer' },
  { key: 'me', path: '/pages/me/index', label: '我的', icon: 'person' },
];

export const isTabPath = (path: string): boolean => tabs.some((tab) => path.split('?')[0] === tab.path);
