import type { HourStatus } from '@xiaolin/shared-types/hours/schema';
import type { ReportKind } from '@xiaolin/shared-types/reports/schema';
import type { SignupStatus } from '@xiaolin/shared-types/signups/schema';

/* What reports say: they are read without the mini-app beside them. */

export const kindWords: Readonly<Record<ReportKind, string>> = {
  roster: '名单',
  'sign-in-sheet': '签到表',
  summary: '活动小结',
  hours: '时长记录',
};

export const placeWords: Readonly<Record<SignupStatus, string>> = {
  confirmed: '已报名',
  waitlisted: '候补',
  offered: '有名额，等本人确认',
  declined: '放弃名额',
  lapsed: '名额过时未确认',
  'pending-review': '等审核',
  rejected: '未通过审核',
  'in-draw': '等抽签',
  'not-drawn': '没抽中',
  cancelled: '已取消',
  'cancelled-late': '临期取消',
  'cancelled-by-organiser': '主办方取消',
  attended: '已到场',
  'no-show': '未到场',
};

export const hourWords: Readonly<Record<HourStatus, string>> = {
  pending: '待确认',
  confirmed: '已确认',
  certified: '已确认（已开证明）',
  rejected: '未予确认',
  amended: '已更正',
  voided: '已作废',
};

export const sheetWords = {
  title: '签到表',
  columns: ['序号', '姓名（同行的人）', '手机号', '人数', '本人签名', '备注'],
  count: (places: number, seats: number) => `报名${places}份，共${seats}人`,
  masked: '手机号只印前三位和后四位。用完请收好，别留在桌上。',
  walkIn: '现场来的人写在这里',
  page: (page: number, of: number) => `第${page}页，共${of}页`,
  invented: '演示数据',
} as const;

export const summaryWords = {
  title: '活动小结',
  facts: {
    when: '时间',
    place: '地点',
    organiser: '主办单位',
    responsible: '现场负责人',
    called: '是否举行',
  },
  calledOff: '已取消',
  dates: (dates: number) => `共${dates}次`,
  figures: '数字',
  signedUp: '报名',
  signedUpValue: (places: number, seats: number) => `${places}份报名，${seats}个名额`,
  came: '到场人次',
  cameValue: (visits: number) => `${visits}人次`,
  notCounted: '没有数过',
  persons: '到场的报名人',
  personsValue: (persons: number) => `${persons}人`,
  volunteers: '志愿者',
  volunteersValue: (confirmed: number, pending: number) =>
    pending === 0 ? `${confirmed}人` : `${confirmed}人，另有${pending}人的时长待确认`,
  minutes: '志愿服务时长',
  minutesValue: (confirmed: number, pending: number) =>
    pending === 0 ? `${confirmed}分钟` : `${confirmed}分钟，另有${pending}分钟待确认，未计入`,
  satisfaction: '满意度',
  satisfactionValue: (score: string, given: number, attended: number) =>
    `${score}分（满分5分），${given}份评价，到场的报名有${attended}份`,
  noScores: (attended: number) => `没有人评价，到场的报名有${attended}份`,
  methods: '怎么数的',
  method: {
    visits:
      '到场人次按入场登记（sign-in）数：工作人员扫码或在名单上勾选，进门几个人记几次；撤销的不算。同一个人来两次记两次，所以人次不是人数。',
    none: '这场没有用入场登记，所以到场人次没有数过，不写成零。',
    persons: '到场的报名人按账号数，来几次都只算一人；同行的人没有账号，只在人次里，不在这里。',
    volunteers: '志愿者按人数，时长只加当天班次已确认的分钟；待确认的另写，两个数不相加。',
    satisfaction: '满意度是收到的评价的平均分，四舍五入到一位小数；没评价的人不算进去。',
  },
  made: (when: string) => `${when}由校邻生成，之后的更正不在这张纸上。`,
} as const;
