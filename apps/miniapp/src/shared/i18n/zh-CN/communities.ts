/** Sentences for choosing the community whose activities come first. */
export const communitiesText = {
  everywhere: '呈贡全区',
  choose: '选社区',
  change: (name: string) => `${name}，换社区`,
  homeTitle: '你住在哪个社区？',
  sheetTitle: '住在哪里，想看哪里的活动？',
  sheetHint: '选好以后，先看到这里的活动，也能直接打电话给社区。',
  wholeStreet: (name: string) => `整个${name}`,
  communitiesOf: (count: number) => `${count}个社区`,
  chosen: '已选',
  failed: '社区名单没有读出来',
  loading: '正在读社区名单',
} as const;
