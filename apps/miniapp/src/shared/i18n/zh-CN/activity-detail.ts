/** Words of one activity's page that only its subpackage needs. */
export const detailText = {
  detailTitle: '活动详情',
  share: '转发给家人',
  linkCopied: '链接复制好了，发给家人就能打开',
  volunteers: '还在招志愿者',
  volunteersFull: '已满，可候补',
  volunteersLeft: (left: number) => `还差${left}人`,
  detailFailed: '活动没有读出来',
  detailGone: '这个活动看不到了',
  detailGoneHint: '可能已经下架。看看别的吧。',
} as const;
