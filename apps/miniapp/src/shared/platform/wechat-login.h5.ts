/** A browser page has no wx.login. */
export const wechatLogin = (): Promise<string | null> => Promise.resolve(null);
