/** Words of the recruiting list and of one shift. */
export const shiftWords = {
  pageTitle: '志愿班次',
  onlyHere: (name: string) => `只看${name}`,
  counts: '算志愿时长',
  countsNot: '不算时长',
  countsNotWhy: (reason: string) => `不算志愿时长：${reason}`,
  noShifts: '现在没有招募的班次',
  noShiftsHere: (name: string) => `${name}现在没有招募的班次`,
  noShiftsWhy: '社区发布志愿活动后，班次会出现在这里。',
  noShiftsHereWhy: '别的社区也许正缺人手。',
  everywhere: '看全区的班次',
  activities: '先看看活动',
  loadFailed: '没能打开招募的班次',
  shiftFailed: '没能打开这个班次',
  gone: '这个班次找不到了',
  goneWhy: '可能已经下架。看看别的班次吧。',
  more: '再看一些',
  needs: (left: number, total: number) => `还要${left}人，共${total}人`,
  queued: (waiting: number) => (waiting > 0 ? `已满，候补${waiting}人` : '已满，可排候补'),
  task: '要做什么',
  before: '来之前请知道',
  noRisk: '没有特别的风险。身体不舒服就先歇着。',
  place: '地点',
  meetingPoint: '集合点',
  insurance: '保险',
  insuranceNone: '没有投保，量力而行',
  hoursRule: '时长怎么算',
  hoursRuleText: (minutes: string, rest: number) =>
    rest > 0
      ? `按签到到签退的实际时间，最多${minutes}，中间休息${rest}分钟不计`
      : `按签到到签退的实际时间，最多${minutes}`,
  responsible: (name: string) => `负责人 ${name}`,
  call: '打电话',
  organiser: '组织单位',
} as const;

/** The main button: what it does, or why it cannot. */
export const actionWords = {
  takeLeft: (left: number) => `报名，还要${left}人`,
  queue: (ahead: number) => (ahead > 0 ? `人已够 · 排候补（前面${ahead}人）` : '人已够 · 排候补'),
  full: '人已够，候补也满了',
  notOpen: (moment: string) => `${moment}开放报名`,
  closed: '报名已经截止',
  running: '班次正在进行，不能再报',
  over: '这个班次已经结束',
  calledOff: '主办方取消了这个班次',
  clash: (title: string) => `与《${title}》时间冲突`,
  have: (moment: string) => `已报名，${moment}见`,
  scan: '扫码签到或签退',
  offered: '有名额留给你，去确认',
  waiting: (ahead: number) => (ahead > 0 ? `候补中，前面还有${ahead}人` : '候补中，下一个就是你'),
  cancel: '来不了',
  leave: '不等了',
  takeNote: '报上后请按时到，来不了要早说',
  queueNote: '有人退出，名额按顺序留给你一段时间，点确认才算数',
  retry: '再提交一次',
  signIn: '登录后报名',
} as const;

export const takenWords = {
  confirmed: '报上了',
  confirmedNote: (moment: string) => `${moment}，别忘了到场扫码签到。`,
  waitlisted: '排上候补了',
  waitlistedNote: (ahead: number) =>
    ahead > 0 ? `前面还有${ahead}人，轮到你会留名额并通知。` : '下一个就是你，轮到会留名额并通知。',
  gaveUp: '已经取消，名额让给下一位了',
  left: '已经退出候补',
} as const;

export const cancelWords = {
  title: '来不了这个班次？',
  consequence: (role: string) =>
    `“${role}”的名额马上让给候补的下一位，负责人也会看到。想再报要重新排到最后。`,
  inTime: '现在说来得及，不记什么。',
  late: '报名已经截止，现在取消会记为“截止后才说来不了”，主办方看得到。能找人换班更好。',
  reason: '想说一句原因吗',
  reasonHint: '负责人能看到，不写也可以。',
  confirm: '确定不来',
  leaveTitle: '不等候补了？',
  leaveConsequence: '你的候补位置会让给后面的人。想再排要从最后开始。',
  leaveConfirm: '退出候补',
  stay: '先不取消',
} as const;
