/** What every page of the staff says while it waits, fails or is empty. */
export const workerPages = {
  failed: '没有打开',
  offline: '联网后再试，写好的内容都还在。',
  refresh: '没有更新成功，下面是刚才的内容',
  retry: '再试一次',
  signIn: '去登录',
  more: '再看一些',
  today: '今天',
} as const;
