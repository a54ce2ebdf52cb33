/** Words of signing in. */
export const signInText = {
  signInTitle: '登录',
  tryOutNote: '这里是试用模式。选一个人，看看他每天会用到什么；里面的人和事都是演示的。',
  wechat: '用微信登录',
  wechatHint: '只用来认出是你，不会拿你的头像和手机号。',
  openInWechat: '请在微信里打开“校邻”',
  openInWechatHint: '浏览器里先看看活动，报名要到微信小程序里。在微信搜“校邻”就能找到。',
  backToActivities: '先看看活动',
  signInFailed: '没有登录成功',
} as const;

/** Words of where one lives and when one was born. */
export const detailsText = {
  detailsLead: '只在活动有限制时才用到，别人看不到。随时可以改、可以删。',
  detailsSaved: '记下了',
  detailsFailed: '没有保存成功',
  detailsSignIn: '登录后填一次，以后报名就不用再问。',
  home: '我住的社区',
  homeNone: '还没有填',
  homeForget: '不再保存我的社区',
  detailsSave: '保存',
} as const;
