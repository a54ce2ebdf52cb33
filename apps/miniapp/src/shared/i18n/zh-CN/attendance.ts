/** Words of a volunteer's own shifts, of checking in and out, and of the code to show. */
export const attendanceWords = {
  role: (name: string) => `岗位：${name}`,
  meetAt: (point: string) => `集合点：${point}`,
  counts: '算志愿时长',
  countsNot: '不算志愿时长',
  insured: '已投保意外险',
  scanIn: '扫码签到',
  scanOut: '扫码签退',
  showCode: '出示我的码，给工作人员扫',
  showCodeShort: '出示我的码',
  see: '看班次和集合点',
  seeHours: '看这次的时长',
  noNetwork: '现在没有网络。签到照常扫，先记在手机里，联网后自动提交。',
  needsYou: '需要你处理',
  next: '接下来',
  pastLink: '以前的班次',
  swapLink: '找人换班',
  qualificationsLink: '我的资格',
  pastTitle: '以前的班次',
  noShifts: '还没有班次',
  noShiftsWhy: '报一个志愿班次，时间和集合点就会在这里。',
  findShift: '看看哪里要人',
  noPast: '还没有做过的班次',
  noPastWhy: '班次结束后会留在这里，签到签退的时间都查得到。',
  loadFailed: '没能打开班次',
  signInFirst: '先登录，才知道是谁的班次',
  signInWhy: '登录后能看到自己的班次、签到和时长。',
  signIn: '去登录',
  more: '再看一些',
} as const;

/** The tag on a shift. */
export const standingWords = {
  running: '正在进行',
  startsSoon: (minutes: number) => `${minutes}分钟后开始`,
  startsInHours: (hours: number) => `${hours}小时后开始`,
  startsInDays: (days: number) => `${days}天后`,
  tomorrow: '明天',
  late: '已经开始，快签到',
  checkedIn: (clock: string) => `已签到 ${clock}`,
  outDue: '已结束，还没签退',
  done: '已签退',
  absent: '没有签到',
  missingOut: '漏了签退',
  waiting: (ahead: number) => (ahead > 0 ? `候补，前面${ahead}人` : '候补，下一个是你'),
  calledOff: '主办方取消了',
  givenUp: '已取消',
} as const;

/** What needs the volunteer. */
export const needWords = {
  missingOut: {
    title: (day: string) => `${day}你还没签退：几点走的？`,
    note: '补上离开的时间，确认后才计时长',
  },
  calledOff: { title: (title: string) => `《${title}》取消了`, note: '主办方取消了这个班次，不用去了' },
} as const;

export const queueWords = {
  waiting: (count: number) => `${count}条签到等待提交`,
  waitingNote: '已记下，联网后自动提交',
  sendNow: '现在提交',
  recorded: (title: string, way: string) => `《${title}》${way}已提交`,
  held: '签退收到了，等签到那条',
  late: '没网时扫的',
  refused: '有一次签到没有被接受',
  allSeen: '都知道了',
  more: (count: number) => `还有${count}条`,
  seeWhy: '点开看原因和补记办法',
  device: '这台手机存不下新内容。请连上网再离开这一页，否则这次签到会丢。',
} as const;

export const scanWords = {
  title: { in: '签到', out: '签退', either: '签到签退' },
  prompt: '扫现场的码',
  promptNote: '大屏或工作人员手机上的二维码，每20秒换一次。',
  scan: '打开扫一扫',
  photo: '拍一下二维码',
  typed: '输入码下面的8位',
  typedHint: '字母不分大小写，空格不用输。',
  typedMend: '码是8位，再看一眼大屏',
  send: '提交',
  whichShift: '这是哪个班次？',
  whichShiftMend: '选一选是哪个班次',
  cannotScan: '这台设备不能直接扫码，请输入码下面的8位。',
  sending: '正在提交…',
  noShift: '今天没有要签到的班次',
  noShiftWhy: '扫二维码照样可以；输入8位码要先报上班次。',
  done: '知道了',
  again: '再扫一次',
  seePending: '看待提交的记录',
} as const;
