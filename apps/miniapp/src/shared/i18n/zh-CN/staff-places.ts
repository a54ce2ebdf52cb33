export const staffPlaces = {
  label: '工作导航',
  workbench: '工作台',
  activities: '活动',
  desk: '签到',
  hours: '时长',
  me: '我的',
} as const;
