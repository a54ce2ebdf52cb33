import type { FailureCode } from '../../api/failure';

/** Words of the staff's desk while it has no network, and of what comes of it afterwards. */
export const offlineDeskWords = {
  title: '没网也能签到',
  now: {
    loaded: '没有网络，照样签到：有离线名单，联网后自动提交',
    bare: '没有网络，也没有离线名单：扫到的先记下，联网后再核对',
  },
  load: '下载离线名单',
  loadWhy: '现场信号不好，先下载。没网时照样认码，联网后自动提交。',
  loaded: (clock: string) => `离线名单 有效到${clock}`,
  loadedNote: (people: number, clock: string) => `${people}人，${clock}下载。名字只显示姓。`,
  refresh: '更新名单',
  refreshed: '离线名单下载好了',
  broken: '名单和签名对不上，没有存下。请重新下载。',
  cannotKeep: '这台设备存不下名单',
  clockOff: (minutes: number) =>
    `这台设备的时间差了${Math.abs(minutes)}分钟，没网时扫的会收不了。请先打开“自动设置时间”。`,
  waiting: (count: number) => `${count}条没提交，联网后自动提交`,
  waitingOffline: '关掉也不会丢',
  sendNow: '现在提交',
  sending: '正在提交…',
  allDone: '没网时扫的都提交了',
  results: '没网时扫的，结果',
  allSeen: '都知道了',
  more: (count: number) => `还有${count}条`,
  counts: '本机记下的',
  countIn: (count: number) => `签到${count}人`,
  countOut: (count: number) => `签退${count}人`,
  list: '离线名单',
  listNote: '没有网络，下面是下载时的名单，加上本机记下的。',
  unknown: '一位志愿者',
  states: { scheduled: '还没到', in: '已签到', out: '已签退' },
} as const;

export const offlineResultWords = {
  okIn: '签到，记下了',
  okOut: '签退，记下了',
  lead: (clock: string) => `${clock}，联网后自动提交`,
  noInHere: '本机没有签到记录，联网后再核对。',
  notedTitle: '记下了，还没核对',
  notedTyped: '8位码要联网才能核对。请对方打开“我的志愿码”给你扫，马上就知道。',
  notedOther: '这个码要联网才能核对。请对方打开“我的志愿码”里这个班次的码。',
  notedNoRoster: '没有离线名单，联网后才核对。',
  notKept: '这台设备存不下，请用纸笔记下姓名和时间。',
  repeatedIn: '已经签到了',
  repeatedOut: '已经签退了',
  repeatedLead: '本机或名单里已经有了，这次没有再记',
} as const;

/** What became of a scan at sync, in the desk's words, and what to do. */
export const offlineEndWords = {
  recorded: (who: string, way: string, clock: string) => `${who} ${way}${clock}，已提交`,
  minutes: (minutes: number) => `计${minutes}分钟，等确认`,
  repeated: (who: string) => `${who} 早已记上，没有改动`,
  held: (who: string) => `${who} 签退收到了，还缺签到`,
  heldTodo: '签到要是记在别的设备，等它联网。没有签到的，请补记。',
  refused: (who: string) => `${who} 没有记上`,
} as const;

export const offlineEndTodo: Partial<Record<FailureCode, string>> = {
  'attendance.clock-off': '这台设备的时间不准。请补记，并打开“自动设置时间”。',
  'attendance.scan-too-old': '超过3天才提交。请补记。',
  'attendance.code-invalid': '码不是这个班次的人的。问清是谁，需要的话补记。',
  'attendance.code-expired': '码和时间对不上，可能是截图。问清情况，需要的话补记。',
  'attendance.code-used': '这个码在别的设备用过了，看看名单里是不是已经签上。',
};
