/** Words of what happened to an hour record; only the pages that show it import them. */
export const historyWords = {
  title: '这条记录的经过',
  version: (version: number, minutes: string, hours: string) =>
    `第${version}版，${minutes}分钟，记${hours}小时`,
  current: '现在看这一版',
  past: '以前的',
  loading: '正在打开经过',
  failed: '没能打开经过',
  again: '再试一次',
  kept: '每改一次都多一版，以前的一直留着；偷偷改会查得出来。',
  you: '你',
  system: '系统',
  somebody: '工作人员',
  because: (reason: string) => `原因：${reason}`,
} as const;

/** What somebody did, after their name. */
export const eventWords = {
  recorded: '签退，分钟数自动算好了',
  ticked: '记了签退，分钟数自动算好了',
  changed: (before: string, now: string) => `把${before}分钟改成了${now}分钟`,
  added: (minutes: string) => `补记了${minutes}分钟`,
  flagged: '提醒工作人员多看一眼',
  confirmed: '确认了',
  rejected: '没有通过',
  amended: '改了分钟数，看新的一版',
  voided: '作废了，不再计入',
  certified: '把它写进了证明',
  replaced: '另外补记了一版，这一版不再用',
} as const;
