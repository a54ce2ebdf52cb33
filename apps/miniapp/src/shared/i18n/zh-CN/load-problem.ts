/** When a page could not be filled. */
export const loadProblemWords = {
  signInFirst: '登录后才看得到',
  signIn: '去登录',
  offline: '现在没有网络',
  offlineNote: '连上网会自动再试，你做过的都没丢。',
} as const;
