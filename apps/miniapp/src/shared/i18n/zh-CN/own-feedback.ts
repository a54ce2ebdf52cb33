/** Sentences about saying how it was, after a place that was attended. */
export const ownFeedbackText = {
  title: '说说怎么样',
  lead: (title: string) => `《${title}》办得怎么样？`,
  question: '满意吗？',
  /** One for each score, 1 to 5. */
  scores: ['很不满意', '不太满意', '一般', '满意', '很满意'] as const,
  wordsField: '想说点什么',
  wordsHint: '主办方看得到这段话，看不到是谁写的。先检查文字，再给主办方看。',
  once: '每次参加只能评一次，提交后不能改。',
  submit: '提交评价',
  mend: '选一选满意不满意',
  failed: '评价没有提交成功',
  loadFailed: '评价没有打开',
  thanks: '谢谢，已经收到你的评价',
  given: (score: string) => `你的评价：${score}`,
  notYet: '到场参加过才能评价',
  notYetHint: '活动结束、确认到场以后，这里就能评价。',
  back: '看我的报名',
  signInWhy: '登录后才能评价。',
} as const;
