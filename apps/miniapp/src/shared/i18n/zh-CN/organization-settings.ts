/** Words of what an organization decides for its own activities. */
export const settingWords = {
  title: '本单位的规则',
  failed: '没能打开规则',
  where: '哪个单位',
  nowhere: '你现在没有在哪个单位任职',
  nowhereWhy: '请单位的管理员把你加进去。',
  question: '报了名又总不来，要不要暂停报名？',
  hint: '默认不暂停。来不了提前取消的、说明原因被谅解的，都不算。',
  off: '不暂停',
  offNote: '谁都可以一直报名',
  on: '暂停一段时间',
  onNote: '只停本单位的活动，到时间自己恢复',
  noShows: '几次没来',
  withinDays: '在多少天以内',
  forDays: '暂停多少天',
  mend: (least: number, most: number) => `写${least}到${most}之间的数`,
  says: (noShows: string, within: string, days: string) =>
    `${within}天里有${noShows}次报了名没来，从最后一次起停${days}天。报名按钮上会写明原因和恢复的时间。`,
  save: '保存',
  saved: '存好了，马上生效',
  notSaved: '没有存上',
} as const;
