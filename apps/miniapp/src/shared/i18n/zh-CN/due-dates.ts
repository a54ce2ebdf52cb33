/** Words of what is overdue. */
export const dueWords = {
  title: '逾期的时长',
  headline: (records: number) => (records === 0 ? '没有逾期的时长' : `${records}条时长过期还没记录`),
  rule: '活动结束后10个工作日内要记好。',
  soon: (count: number) => `另有${count}条3个工作日内到期，已提醒组织单位。`,
  unit: (records: number, people: number) => `${records}条，${people}位志愿者`,
  oldest: (day: string) => `最早的${day}到期`,
  over: (days: number) => (days === 0 ? '刚过期' : `超期${days}个工作日`),
  look: '看这些记录',
  none: '各单位都按时记录了。',
  toWorkbench: '回工作台',
  failed: '没能打开逾期的时长',
  calendar: (year: number) =>
    `节假日按国务院公布的${year}年安排算。${year + 1}年的还没公布，先按周末算，公布后期限可能推后。`,
  columns: {
    unit: '组织单位',
    records: '条数',
    people: '志愿者',
    oldest: '最早到期',
    over: '超期',
    act: '记录',
  },
} as const;
