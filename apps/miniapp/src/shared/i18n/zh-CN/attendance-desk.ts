import type { FailureCode } from '../../api/failure';

/** Words of the desk where staff check volunteers in and out. */
export const deskWords = {
  title: '签到台',
  choose: '给哪个班次签到？',
  failed: '没能打开签到台',
  nothingToday: '今天没有志愿班次',
  nothingHere: '这个活动今天没有志愿班次',
  nothingWhy: '有班次的那天，这里会列出来。',
  toActivities: '看活动',
  allToday: '看今天全部班次',
  volunteers: (taken: number, needed: number) => `志愿者 ${taken}/${needed}`,
  over: '已结束',
  running: '正在进行',
  otherShift: '换一个班次',
  way: '签到还是签退',
  in: '签到',
  out: '签退',
  scan: { in: '扫志愿码签到', out: '扫志愿码签退' },
  typed: '志愿者手机上的8位码',
  typedHint: '字母不分大小写',
  gunHint: '用扫码枪的，光标停在这里直接扫',
  typedMend: '码是8位，请对方再念一遍',
  submit: { in: '签到', out: '签退' },
  cannotScan: '这台设备扫不了，请输8位码。',
  projector: '投到大屏，志愿者自己扫',
  checkedIn: '已签到',
  checkedOut: '已签退',
  expected: '应到',
  counts: '到了多少人',
} as const;

export const deskListWords = {
  title: '志愿者名单',
  live: '每5秒更新',
  find: '找人',
  findHint: '姓名或手机尾号',
  notFound: '名单里没有这个人',
  empty: '还没有人报这个班次',
  emptyWhy: '有人报上，名字马上出现在这里。',
  more: '再看一些',
  tooMany: '人太多，这里只列前500位。其余的请扫码。',
  stale: '没有更新成功，下面是刚才的名单',
  retry: '再试一次',
  name: '姓名',
  phone: '手机',
  state: '状态',
  inAt: '签到',
  outAt: '签退',
  act: '点名',
  tick: { in: '点名签到', out: '点名签退' },
  tickOf: (name: string, way: string) => `给${name}点名${way}`,
  scheduled: '还没到',
  checkedIn: (clock: string) => `已签到 ${clock}`,
  checkedOut: (clock: string) => `已签退 ${clock}`,
  absent: '没有来',
  missingOut: '漏了签退',
  waiting: (ahead: number) => (ahead > 0 ? `候补，前面${ahead}人` : '候补第一位'),
  none: '–',
} as const;

export const tickWords = {
  title: (name: string, way: string) => `给${name}${way}`,
  note: '点名会留下记号和原因，确认时长时要再看一眼。',
  why: '为什么不扫码？',
  whyMend: '选一个原因',
  reasons: {
    phone: '手机没电或没带',
    code: '码扫不出来',
    elder: '不会用手机',
    other: '别的原因',
  },
  more: '补充几句',
  moreHint: '最多80个字',
  moreMend: '写上是什么原因',
  confirm: { in: '记为已签到', out: '记为已签退' },
} as const;

export const deskResultWords = {
  okIn: '签到成功',
  okOut: '签退成功',
  repeatedIn: '已经签到了',
  repeatedOut: '已经签退了',
  refusedIn: '没有签上',
  refusedOut: '没有签退',
  at: (role: string, clock: string) => `${role}，${clock}`,
  credited: (hours: string) => `这次${hours}小时，等确认`,
  repeated: (clock: string) => `${clock}那次算数，这次没有改动`,
  close: '知道了',
  again: '再交一次',
} as const;

/** What happened and what staff can do about it: the volunteers' own sentences send them to the staff. */
export const deskRefusals: Partial<Record<FailureCode, { readonly lead: string; readonly todo: string }>> = {
  'attendance.code-invalid': {
    lead: '这个码认不出来',
    todo: '请对方打开“我的志愿码”再扫。8位码只认报上这个班次的人。',
  },
  'attendance.code-expired': {
    lead: '这个码过期了',
    todo: '志愿码一分钟换一次，请对方刷新后再扫。',
  },
  'attendance.code-used': {
    lead: '这个码已经用过',
    todo: '看看下面名单，签上了就行；没签上，请对方刷新后再扫。',
  },
  'attendance.not-signed-up': {
    lead: '这位没有报这个班次',
    todo: '看看是不是走错了班次。没报的，请对方在手机上报上再来扫。',
  },
  'attendance.too-early': { lead: '还没到时间', todo: '到时间再扫。' },
  'attendance.too-late': {
    lead: '已经过了时间，系统不收了',
    todo: '记下姓名和到离时间，告诉负责时长的同事。',
  },
  'attendance.not-checked-in': {
    lead: '这位还没签到',
    todo: '换到“签到”再扫一次，签到后才能签退。',
  },
  'attendance.already-checked-out': { lead: '这位已经签退了', todo: '不用再扫。' },
  'network.unreachable': {
    lead: '现在没有网络，没有记上',
    todo: '连上网再交一次。超过一分钟，请对方刷新志愿码再扫，或在名单里点名。',
  },
  'network.timeout': {
    lead: '网络太慢，不知道记上没有',
    todo: '再交一次，不会重复。',
  },
};

export const deskRefusalTodo = {
  opensAt: (clock: string) => `${clock}起可以扫，到时再来。`,
  other: '过一会儿再试。急的话，在下面的名单里点名。',
} as const;

export const projectorWords = {
  title: '大屏签到码',
  region: { in: '签到码', out: '签退码' },
  here: '现场',
  controls: '大屏设置',
  fill: '全屏',
  leave: '退出',
  brand: '校邻',
  way: '这是签到还是签退',
  when: (span: string, place: string | null) => (place === null ? span : `${span}，${place}`),
  count: {
    in: (expected: number) => `/ ${expected}位已签到`,
    out: (checkedIn: number) => `/ ${checkedIn}位已签退`,
  },
  countAlone: { in: '位已签到', out: '位已签退' },
  arrived: {
    in: (people: number) => `刚刚又到${people}位`,
    out: (people: number) => `刚刚又签退${people}位`,
  },
  left: (seconds: number) => `${seconds}秒后换新码`,
  changing: '正在换新码',
  typed: '扫不了，就在校邻里输这8位',
  howTo: { in: '扫这个码签到。', out: '扫这个码签退。' },
  noPhone: '没带手机，找工作人员。',
  offline: '没有网络',
  offlineNow: '网络断了，正在重连。现在这个码还能扫。',
  offlineOver: '旧码已经失效。连上网会自动出新码，急的话请找工作人员。',
  failed: '没能打开大屏签到码',
} as const;
