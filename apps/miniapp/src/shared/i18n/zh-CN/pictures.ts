/** Words of choosing and looking at pictures. */
export const pictureWords = {
  add: '加照片',
  sending: (percent: number) => `正在上传，${percent}%`,
  again: '再传一次',
  remove: (number: number) => `去掉第${number}张`,
  removeShort: '去掉',
  enlarge: (number: number) => `放大看第${number}张`,
  picture: (number: number) => `第${number}张照片`,
  count: (have: number, most: number) => `${have}/${most}张`,
  failed: '照片没有打开',
  rule: '支持JPEG、PNG、WebP，每张不超过10MB。照片里的位置等信息会去掉。',
} as const;
