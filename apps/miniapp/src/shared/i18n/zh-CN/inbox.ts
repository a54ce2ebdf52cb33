import type { RejectionReason } from '@xiaolin/shared-types/signups/schema';

/** The in-app inbox: one sentence for each kind of message. */
export const inboxText = {
  title: '消息',
  unread: (count: number) => `${count}条没看`,
  none: '还没有消息',
  noneHint: '候补轮到你、活动改时间、时长确认了，都会在这里告诉你。',
  failed: '消息没有读出来',
  more: '再看一些',
  new: '新',
  offered: (title: string) => `候补轮到你了：《${title}》`,
  offeredShift: (title: string) => `候补轮到你了：志愿岗位《${title}》`,
  offeredBody: (when: string, until: string) => `${when}。名额给你留到${until}，点开确认要不要。`,
  offeredOver: (when: string, until: string) => `${when}。名额留到了${until}，现在点开看看结果。`,
  offerLapsed: (title: string) => `《${title}》的名额让给后面的人了`,
  offerLapsedBody: (when: string) => `${when}。没有等到你的确认。还想来可以再排一次。`,
  approved: (title: string) => `《${title}》报名通过了`,
  approvedBody: (when: string) => `${when}，到时见。来不了请早点取消。`,
  approvedWaitBody: (when: string) => `${when}。名额刚好满了，先排候补，有名额就通知你。`,
  rejected: (title: string) => `《${title}》报名没有通过`,
  rejectedBody: (when: string) => when,
  rejectionReasons: {
    full: '名额有限',
    'not-eligible': '不符合参加条件',
    incomplete: '资料没有填全',
    other: '',
  } as Readonly<Record<RejectionReason, string>>,
  calledOff: (title: string) => `《${title}》取消了`,
  calledOffBody: (when: string, reason: string) => `原定${when}。原因：${reason}`,
  returned: (title: string) => `《${title}》名额减少，你暂时排在候补最前面`,
  returnedBody: (when: string) => `${when}。一有名额先通知你。很抱歉。`,
  drawn: (title: string) => `《${title}》抽中了`,
  drawnBody: (when: string) => `${when}，到时见。来不了请早点取消，名额好让给别人。`,
  drawnWait: (title: string, place: number) => `《${title}》没抽中，排在候补第${place}位`,
  drawnWaitBody: (when: string) => `${when}。有人退出，名额就按抽签的顺序留给你，会再通知你。`,
  notDrawn: (title: string) => `《${title}》这次没抽中`,
  notDrawnBody: (when: string) => `${when}。谁都可以打开看抽签是怎么抽的。看看别的活动吧。`,
  changed: (title: string) => `《${title}》改了时间或地点`,
  changedBody: (when: string, place: string) =>
    place === ''
      ? `现在是${when}。不方便可以取消，不算临时取消。`
      : `现在是${when}，${place}。不方便可以取消，不算临时取消。`,
  hoursConfirmed: (hours: string) => `${hours}小时志愿时长确认了`,
  hoursRejected: '有一条志愿时长没有通过',
  hoursBody: (title: string, role: string, when: string) => `${title}，${role}，${when}`,
  because: (reason: string) => `。原因：${reason}`,
} as const;
