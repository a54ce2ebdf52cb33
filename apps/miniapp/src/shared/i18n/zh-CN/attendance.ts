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
  refused: '有一次签到没有被接受',
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
  notFound: '照片里没找到二维码。站近一点再拍，或输入下面的8位。',
  sending: '正在提交…',
  noShift: '今天没有要签到的班次',
  noShiftWhy: '扫二维码照样可以；输入8位码要先报上班次。',
  done: '知道了',
  again: '再扫一次',
  seePending: '看待提交的记录',
} as const;

/** The four screens after a scan. */
export const resultWords = {
  okIn: '签到成功',
  okOut: '签退成功',
  repeatedIn: '已经签到了',
  repeatedOut: '已经签退了',
  thanks: (name: string) => `${name}，今天辛苦你了`,
  welcome: (name: string) => `${name}，谢谢你来`,
  repeated: '第一次扫的算数，这次没有改动',
  sentLater: '刚才没网时扫的，已经提交',
  activity: '活动',
  role: '岗位',
  in: '签到',
  out: '签退',
  countedFrom: (clock: string, from: string) => `${clock}，从${from}开始计`,
  outReminder: (end: string) => `${end}结束，记得再扫一次`,
  credited: '计入',
  minutes: (hours: string, minutes: number) => `${hours}小时（${minutes}分钟），等社区确认`,
  adviceIn: '走之前再扫一次签退码。漏扫了系统算不出时长，要请负责人处理。',
  adviceOut: '社区会在10个工作日内确认，确认后就进你的时长。',
  savedTitle: '已记下',
  savedLead: '没有网络，联网后自动提交',
  savedSlow: '网络很慢，提交好会告诉你',
  deviceTime: '手机时间',
  state: '状态',
  waiting: (count: number) => `等待提交，共${count}条`,
  savedAdvice:
    '关掉小程序也不会丢。现场的码几十秒就过期，联网太晚可能不被接受；离开前请工作人员看这一页，他们可以按名单帮你记上。',
  refusedTitle: { in: '没有签上', out: '没有签退', either: '没有签上' },
  yourShift: '你的班次',
  scannedAt: '扫码时间',
} as const;

/** What to do after a refusal; the sentence itself is that of the problem. */
export const refusalAdvice = {
  stale: '请站近一点，直接扫大屏上现在的码，不要扫照片。还不行，请工作人员扫你的码。',
  late: (clock: string) =>
    `你${clock}扫过码，那时没有网，送到时码已经过期，系统没有记上。请马上给工作人员看这一页，说明到的时间，他们可以按名单记。`,
  otherShift: '看看是不是走到了旁边的活动。还不行，请工作人员扫你的码。',
  notSignedUp: '请先报上这个班次，或者问问现场的工作人员。',
  early: '到时间再扫一次就行，不用一直等在这里。',
  tooLate: '请给现场的工作人员看这一页，他们可以帮你补记。',
  order: '先扫签到的码，再扫签退的码。',
  other: '请工作人员扫你的码，或者过一会儿再试。',
  lateLead: '没有网，送到得太晚，码已经失效',
  staleLead: '这个码20秒换一次，刚才那个过期了',
} as const;

export const myCodeWords = {
  title: '我的志愿码',
  label: '志愿码，给工作人员扫',
  lead: '给工作人员扫，签到签退都用它',
  say: '扫不出来，就把这8位念给工作人员',
  renew: '一次有效，会自己换新',
  left: (words: string) => `${words}后换新码`,
  bright: '屏幕已调亮',
  pleaseBright: '屏幕调亮一些，更好扫',
  failed: '现在出不了码',
  offline: '出码要联网。连上网会自动出来；也可以直接扫现场的码，没网也能先记下。',
  scanInstead: '改成我扫现场的码',
} as const;
