/** Words of asking how far a phone is from the site, and of consenting to it. */
export const placeConsentWords = {
  title: '签到时核对离现场多远',
  text: [
    '有的班次想知道签到的手机在不在现场。你同意了，手机会自己算一下离现场多远。',
    '我们只收到“在范围里”或“不在”，和大概多远（100米内、500米内、2公里内、更远）。你在哪里，不会传出手机，也不存。',
    '不同意也照样签到，没有记号，不影响时长。可以随时收回。',
  ],
  on: '已同意',
  off: '没有同意',
  since: (when: string) => `${when}起`,
  agree: '同意核对',
  withdraw: '收回同意',
  agreed: '已记下你的同意',
  withdrawn: '已收回，以后不再核对',
  signIn: '登录后可以在这里同意或收回',
  ask: '这个班次想核对你离现场多远。不答应也能签到。',
  see: '看看怎么核对',
} as const;

export const placeCheckWords = {
  title: '核对离现场多远',
  why: '只对同意的人有效：不在范围里的，确认时长时会有记号，不挡签到。',
  options: { off: '不核对', near: '200米', mid: '500米', far: '1公里' },
} as const;
