/** Sentences about a seat that came free and is kept for somebody until a moment. */
export const offersText = {
  pageTitle: '候补名额',
  limited: '限时确认',
  /** 候补轮到你了：《民族舞展演》2个名额 */
  noteTitle: (title: string, seats: number) =>
    `候补轮到你了：《${title}》${seats > 1 ? `${seats}个名额` : ''}`,
  noteText: (until: string) => `保留到${until}，`,
  kept: (who: string, seats: number) => `给${who}留了${seats}个名额`,
  forYou: '你',
  withOne: (name: string) => `你和${name}`,
  withMany: (count: number) => `你们${count}个人`,
  keptUntil: (until: string) => `保留到${until}`,
  whoGoes: '一起去的人',
  me: '我',
  stillWaiting: '还在候补的',
  people: (count: number) => `${count}人`,
  rule: (until: string) =>
    `过了${until} 没确认，名额会自动让给下一位，你不会被记缺席。想再排，需要从队尾开始。`,
  accept: (seats: number) => (seats > 1 ? `要，${seats}个人都去` : '要，我去'),
  decline: '这次不去，让给下一位',
  declineTitle: (title: string) => `不去《${title}》了？`,
  declineText: '名额马上让给候补的下一位，不会被记缺席。想再排，要从队尾开始。',
  declineConfirm: '让给下一位',
  declineStay: '再想想',
  failed: '没有提交成功',
  accepted: '名额是你的了，到时见',
  declined: '已经让给下一位了，谢谢',
  lapsedTitle: '名额过了时间',
  lapsedText: '没有等到你的确认，名额让给了后面的人。不会被记缺席，想去可以再排一次。',
  declinedText: '你没有要这个名额，已经让给后面的人。想去可以再排一次。',
  again: '看看还能不能报',
} as const;
