import type { BroadcastAudience, BroadcastState } from '@xiaolin/shared-types/broadcasts/schema';

/** Words of a notice to everybody on a roster. */
export const broadcastWords = {
  notify: '通知大家',
  title: '通知名单上的人',
  lead: '会出现在每个人的“消息”里，每人只收到一次。',
  whom: '发给谁',
  audiences: {
    confirmed: '有名额的人',
    waiting: '还在等的人',
    everyone: '名单上所有人',
  } as const satisfies Record<BroadcastAudience, string>,
  words: '写什么',
  hint: '最多200字。写清楚时间、地点、要带什么。',
  mend: '写上要说的话',
  look: '看看发给多少人',
  people: (people: number) => `发给${people}人`,
  ways: (inApp: number, byPhone: number) =>
    byPhone === 0 ? '都能在小程序里看到。' : `${inApp}人在小程序里看到，${byPhone}人没有账号，要打电话。`,
  nobody: '现在没有这样的人，不用发。',
  send: (people: number) => `发给这${people}人`,
  change: '再改改',
  page: '通知发得怎样',
  failed: '没有读出来',
  states: {
    checking: '微信的文字检查暂时用不了，查过就发，话留着了',
    'for-person': '等管理员看过再发',
    refused: '没有发，谁也没收到',
    sending: '正在发',
    sent: '发完了',
  } as const satisfies Record<BroadcastState, string>,
  progress: (done: number, people: number) => `${done}/${people}人`,
  inApp: (people: number) => `${people}人在小程序的消息里`,
  byPhone: (people: number) => `${people}人没有账号，请打电话`,
  noPhone: '没有留电话',
  who: (name: string, when: string) => `${name}，${when}`,
  reason: (reason: string) => `原因：${reason}`,
  decide: '这段话能发吗？',
  release: '可以，发出去',
  refuse: '不发',
  more: '再看一些',
} as const;
