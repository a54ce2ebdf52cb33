/** The tab of volunteers. */
export const volunteerWords = {
  title: '志愿',
  label: '看哪一部分',
  parts: { open: '招募中', mine: '我的班次', hours: '时长' },
  elderMine: '我的班次',
  elderOpen: '看看哪里要人帮忙',
  elderHours: '我的志愿时长',
  elderPast: '以前的班次',
  elderBack: '回到我的班次',
} as const;
