/** The in-app inbox: one sentence for each kind of message. */
export const inboxText = {
  title: '消息',
  unread: (count: number) => `${count}条没看`,
  none: '还没有消息',
  noneHint: '候补轮到你、活动改时间、时长确认了，都会在这里告诉你。',
  failed: '消息没有读出来',
  more: '再看一些',
  new: '新',
  promoted: (title: string) => `候补轮到你了：《${title}》`,
  promotedShift: (title: string) => `候补轮到你了：志愿岗位《${title}》`,
  promotedBody: (when: string) => `已经替你报上，${when}。来不了请早点取消。`,
  calledOff: (title: string) => `《${title}》取消了`,
  calledOffBody: (when: string, reason: string) => `原定${when}。原因：${reason}`,
  changed: (title: string) => `《${title}》改了时间或地点`,
  changedBody: (when: string, place: string) =>
    place === '' ? `现在是${when}。不方便可以取消。` : `现在是${when}，${place}。不方便可以取消。`,
  hoursConfirmed: (hours: string) => `${hours}小时志愿时长确认了`,
  hoursRejected: '有一条志愿时长没有通过',
  hoursBody: (title: string, role: string, when: string) => `${title}，${role}，${when}`,
  because: (reason: string) => `。原因：${reason}`,
} as const;
